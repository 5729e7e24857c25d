import type { Labels } from '../../../platform/i18n/bilingual';

export const KIN_CHANNELS = ['in_person', 'telephone'] as const;
/** Next of kin are told by a person, never by a message (rules §6). */
export type KinChannel = (typeof KIN_CHANNELS)[number];
export const KIN_CHANNEL_LABELS: Labels<KinChannel> = {
  in_person: { es: 'En persona', en: 'In person' },
  telephone: { es: 'Por teléfono', en: 'By telephone' },
};

/** Whom something about the death would reach, and how. */
export interface Reaching {
  /** Somebody told the family, or the head of post wrote down why nobody can. */
  kinTold: boolean;
  /** A person speaks with them. */
  spoken: boolean;
  /** Kind of recipient, where it is known. */
  kind: string | null;
  /** Parts that the recipient has in the case, where it is somebody of it. */
  roles: readonly string[];
}

/** Who may learn of the death before the family: authorities and whoever serves the case. */
const OFFICIAL_ROLES = ['official', 'lawyer', 'interpreter'];
/** Recipients whose knowing is the family's knowing. */
const PUBLIC_KINDS = ['family', 'press'];

/**
 * Whether the family must be told first (rules §6: next of kin told by a person before any message).
 * A conversation with the family is how they are told; the press learns nothing before them.
 */
export function mustTellKinFirst({ kinTold, spoken, kind, roles }: Reaching): boolean {
  if (kinTold) return false;
  if (kind !== null) return PUBLIC_KINDS.includes(kind) && !(spoken && kind === 'family');
  return !spoken && !roles.some((role) => OFFICIAL_ROLES.includes(role));
}
