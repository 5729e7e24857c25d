import {
  SENSITIVE_CATEGORIES,
  type DataCategory,
  type DisclosureGround,
  type RecipientKind,
  type Safeguard,
} from './consent-vocabulary';
import type { Recipient } from './consent';

/** What is checked of a disclosure before it is written down. */
export interface DisclosureFacts {
  recipient: Recipient;
  categories: readonly DataCategory[];
  ground: DisclosureGround;
  /** Norm and article, or number and date of the order. */
  legalBasis: string | null;
  crossBorder: boolean;
  /** ISO 3166-1 alpha-2 of where the data go. */
  country: string | null;
  safeguards: Safeguard | null;
}

export interface Refusal {
  path: string;
  code: string;
}

/** Grounds that carry plain data to some recipients; everyone else needs another ground. */
const COVERED: Partial<Record<DisclosureGround, readonly RecipientKind[]>> = {
  public_function: ['peruvian_authority'],
  recorded_wish: ['family'],
};

/**
 * What is wrong with a disclosure (Ley 29733 arts. 13–15): a ground other than consent names its
 * basis; public function covers Peruvian bodies only, a recorded wish the family only, and neither
 * sensitive data; the press gets nothing without consent; what crosses a border says where to and
 * under which safeguards.
 */
export function checkDisclosure(facts: DisclosureFacts): Refusal[] {
  const refusals: Refusal[] = [];
  const refuse = (path: string, code: string) => refusals.push({ path, code });
  refusals.push(...checkRecipient(facts.recipient));
  if (facts.categories.length === 0) refuse('categories', 'NOTHING_DISCLOSED');
  if (facts.ground !== 'consent' && !facts.legalBasis?.trim()) refuse('legalBasis', 'BASIS_NEEDED');
  if (facts.ground !== 'consent' && facts.recipient.kind === 'press') {
    refuse('ground', 'PRESS_NEEDS_CONSENT');
  }
  const covered = COVERED[facts.ground];
  if (covered) {
    if (!covered.includes(facts.recipient.kind)) refuse('ground', 'GROUND_NOT_FOR_RECIPIENT');
    if (facts.categories.some((category) => SENSITIVE_CATEGORIES.includes(category))) {
      refuse('ground', 'GROUND_NOT_FOR_SENSITIVE');
    }
  }
  if (facts.crossBorder && !facts.country) refuse('country', 'COUNTRY_NEEDED');
  if (facts.crossBorder && !facts.safeguards) refuse('safeguards', 'SAFEGUARDS_NEEDED');
  if (!facts.crossBorder && facts.safeguards) refuse('safeguards', 'NOT_CROSS_BORDER');
  return refusals;
}

/** A recipient is one person, one institution, one name, or everyone of its kind. */
export function checkRecipient({ personId, institutionId, name }: Recipient): Refusal[] {
  const named = [personId, institutionId, name].filter(Boolean).length;
  return named > 1 ? [{ path: 'recipient', code: 'ONE_RECIPIENT' }] : [];
}
