import type { Entry } from '../../api/types';
import { useLabel } from '../../i18n/use-label';

/** Members of an entry's data that are codes, with their vocabulary. */
const CODED: Record<string, string> = {
  stage: 'stage',
  outcome: 'contactOutcome',
  wish: 'wish',
  subject: 'wishSubject',
  reason: 'breachReason',
  contactKind: 'contactKind',
  withWhom: 'withWhom',
  channel: 'familyChannel',
};

/** Members that are sentences or names as people wrote them. */
const WRITTEN = [
  'text',
  'note',
  'reason',
  'authority',
  'court',
  'facility',
  'facilityName',
  'name',
];

/** The substance of a timeline entry in one line; ids and dates are left to the file itself. */
export function useEntryText(): (entry: Entry) => string {
  const label = useLabel();
  return ({ data }) => {
    const coded = Object.entries(CODED).flatMap(([name, vocabulary]) => {
      const value = data[name];
      const words = typeof value === 'string' ? label(vocabulary, value) : undefined;
      return words && words !== value ? [words] : [];
    });
    const written = WRITTEN.flatMap((name) => {
      const value = data[name];
      const code = typeof value === 'string' && /^[a-z0-9_]+$/.test(value);
      return typeof value === 'string' && !code ? [value] : [];
    });
    return [...coded, ...written].join(' · ');
  };
}
