export const SCAN_STATES = ['quarantined', 'clean', 'infected', 'unscanned', 'not_needed'] as const;
/** What is known of a file's safety; `not_needed`: this system wrote it itself. */
export type ScanState = (typeof SCAN_STATES)[number];

/**
 * A file waits in quarantine for a verdict; without a scanner it is marked so, and a scanner that
 * comes later still looks at it. A verdict is final.
 */
export const SCAN_TRANSITIONS = {
  quarantined: ['clean', 'infected', 'unscanned'],
  unscanned: ['clean', 'infected'],
  clean: [],
  infected: [],
  not_needed: [],
} as const satisfies Record<ScanState, readonly ScanState[]>;

export const mayBecome = (from: ScanState, to: ScanState): boolean =>
  (SCAN_TRANSITIONS[from] as readonly ScanState[]).includes(to);

/** Why the content of a file may not leave; null when it may. */
export type Withheld = 'DOCUMENT_IN_QUARANTINE' | 'DOCUMENT_INFECTED' | 'DOCUMENT_NOT_SCANNED';

/** Whether content may leave, by its state and the policy on files that nothing has scanned. */
export function withheld(scan: ScanState, policy: { unscannedDownload: boolean }): Withheld | null {
  if (scan === 'quarantined') return 'DOCUMENT_IN_QUARANTINE';
  if (scan === 'infected') return 'DOCUMENT_INFECTED';
  if (scan === 'unscanned' && !policy.unscannedDownload) return 'DOCUMENT_NOT_SCANNED';
  return null;
}
