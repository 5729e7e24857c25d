import { type CHECK_FINDINGS, type NEEDS, VISIT_CHECKS } from '../../api/codes';
import type { NewContact } from '../../api/detention';
import { toInstant } from '../../time/zoned';

export type VisitCheck = (typeof VISIT_CHECKS)[number];

export interface CheckValue {
  finding: (typeof CHECK_FINDINGS)[number];
  note: string;
}

/** The form as typed: times are wall clocks of the post. */
export interface VisitValues {
  kind: NewContact['kind'];
  withWhom: NewContact['withWhom'];
  outcome: NewContact['outcome'];
  occurredAt: string;
  checks: Record<VisitCheck, CheckValue>;
  needs: (typeof NEEDS)[number][];
  needsNote: string;
  messagesDelivered: string;
  messagesReceived: string;
  nextSteps: string;
  evidence: string;
  authority: string;
  reason: string;
  noteSent: boolean;
  sentAt: string;
}

/** Nobody has looked yet: that nothing is wrong is for the visitor to say. */
const unchecked = (): CheckValue => ({ finding: 'not_checked', note: '' });

export const emptyVisit = (now: string): VisitValues => ({
  kind: 'in_person',
  withWhom: 'detainee',
  outcome: 'done',
  occurredAt: now,
  checks: {
    health: unchecked(),
    due_process: unchecked(),
    fundamental_rights: unchecked(),
    legal_assistance: unchecked(),
    interpreter: unchecked(),
    treatment: unchecked(),
  },
  needs: [],
  needsNote: '',
  messagesDelivered: '',
  messagesReceived: '',
  nextSteps: '',
  evidence: '',
  authority: '',
  reason: '',
  noteSent: false,
  sentAt: now,
});

/** The person was really met, so what was seen and said belongs in the record. */
export const wasMet = ({ withWhom, outcome }: VisitValues): boolean =>
  withWhom === 'detainee' && outcome === 'done';

export const wasDenied = ({ outcome }: VisitValues): boolean => outcome === 'refused_by_authority';

const given = (text: string): string | undefined => text.trim() || undefined;

export function toBody(values: VisitValues, zone: string): NewContact {
  const met = wasMet(values);
  const denied = wasDenied(values);
  return {
    kind: values.kind,
    withWhom: values.withWhom,
    outcome: values.outcome,
    occurredAt: toInstant(values.occurredAt, zone),
    checks: met
      ? VISIT_CHECKS.map((check) => ({
          check,
          finding: values.checks[check].finding,
          note: given(values.checks[check].note),
        }))
      : undefined,
    needs: met
      ? values.needs.map((code) => ({
          code,
          note: code === values.needs[0] ? given(values.needsNote) : undefined,
        }))
      : undefined,
    messagesDelivered: given(values.messagesDelivered),
    messagesReceived: given(values.messagesReceived),
    nextSteps: given(values.nextSteps),
    evidence: given(values.evidence),
    denial: denied
      ? { authority: values.authority.trim(), reason: given(values.reason) }
      : undefined,
    noteVerbale:
      denied && values.noteSent
        ? {
            authority: values.authority.trim(),
            sentAt: toInstant(values.sentAt, zone),
            reason: values.reason.trim(),
          }
        : undefined,
  };
}
