import type { Entry } from '../../api/types';
import { useLabel } from '../../i18n/use-label';

/** Members of an entry's data that are codes (or lists of them), with their vocabulary. */
const CODED: Record<string, string> = {
  intakeChannel: 'intakeChannel',
  stage: 'stage',
  contactKind: 'contactKind',
  withWhom: 'withWhom',
  outcome: 'contactOutcome',
  needs: 'need',
  subject: 'wishSubject',
  wish: 'wish',
  channel: 'familyChannel',
  hearingKind: 'hearingKind',
  reply: 'replyKind',
  benefit: 'benefitKind',
  state: 'benefitState',
  kinds: 'mistreatmentKind',
  role: 'representativeRole',
  provider: 'representativeProvider',
  fields: 'field',
  paper: 'paper',
};

/** Where a kind of entry means something else by the same name. */
const BY_KIND: Record<string, Record<string, string>> = {
  'case.closed': { outcome: 'outcome' },
  'case.dismissed': { reason: 'dismissal' },
  'hearing.noted': { outcome: 'hearingOutcome' },
  'person.added': { role: 'personRole' },
  'person.ended': { role: 'personRole' },
  'expulsion.reviewed': { conclusion: 'expulsionConclusion' },
  'mistreatment.assessed': { conclusion: 'assessmentConclusion' },
};

/** Members that people wrote. */
const WRITTEN = [
  'number',
  'text',
  'note',
  'reason',
  'authority',
  'noticeAuthority',
  'court',
  'recipient',
  'nextSteps',
  'explanation',
  'assessment',
];

/** The substance of a timeline entry in one line; ids and dates are left to the file itself. */
export function useEntryText(): (entry: Entry) => string {
  const label = useLabel();
  return ({ kind, data }) => {
    const coded = Object.entries({ ...CODED, ...BY_KIND[kind] }).flatMap(([name, vocabulary]) =>
      [data[name]].flat().flatMap((code) => (code ? [label(vocabulary, String(code))] : [])),
    );
    const written = WRITTEN.filter((name) => !BY_KIND[kind]?.[name]).flatMap((name) =>
      data[name] ? [String(data[name])] : [],
    );
    return [coded.join(' · '), ...written].filter(Boolean).join('. ');
  };
}
