import { mayBecome, SCAN_STATES, SCAN_TRANSITIONS, withheld } from './scan-state';

describe('the state of a file', () => {
  it('leads from quarantine to every state but that of our own papers, and ends in a verdict', () => {
    const reached = new Set(Object.values(SCAN_TRANSITIONS).flat());
    expect([...reached].sort()).toEqual(['clean', 'infected', 'unscanned']);
    const final = SCAN_STATES.filter((state) => SCAN_TRANSITIONS[state].length === 0);
    expect(final).toEqual(['clean', 'infected', 'not_needed']);
    expect(mayBecome('infected', 'clean')).toBe(false);
    expect(mayBecome('unscanned', 'infected')).toBe(true);
  });

  it('withholds what is in quarantine and what is infected, whatever the policy', () => {
    for (const unscannedDownload of [true, false]) {
      expect(withheld('quarantined', { unscannedDownload })).toBe('DOCUMENT_IN_QUARANTINE');
      expect(withheld('infected', { unscannedDownload })).toBe('DOCUMENT_INFECTED');
      expect(withheld('clean', { unscannedDownload })).toBeNull();
      expect(withheld('not_needed', { unscannedDownload })).toBeNull();
    }
    expect(withheld('unscanned', { unscannedDownload: true })).toBeNull();
    expect(withheld('unscanned', { unscannedDownload: false })).toBe('DOCUMENT_NOT_SCANNED');
  });
});
