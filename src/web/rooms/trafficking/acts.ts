import * as codes from '../../api/trafficking';
import type { FamilyAct, FamilyField, StartFamilyAct } from '../../ui/family-act';

/** Keys under `act` of the catalogue. */
export type TraffickingActName =
  | 'type'
  | 'indicators'
  | 'exploitation'
  | 'transit'
  | 'perpetrator'
  | 'identity'
  | 'inform'
  | 'withhold'
  | 'answer'
  | 'reflection'
  | 'return'
  | 'arrival'
  | 'followUp';
export type TraffickingAct = FamilyAct<TraffickingActName>;
export type StartTraffickingAct = StartFamilyAct<TraffickingActName>;

const SEXES = ['0', '1', '2', '9'];
const note: FamilyField = { name: 'note', kind: 'long' };
const code = (name: string, vocabulary: string, of: readonly string[]): FamilyField => ({
  name,
  kind: 'select',
  options: [vocabulary, of],
  required: true,
});
const maybe = (field: FamilyField): FamilyField => ({ ...field, required: false });
const several = (name: string, vocabulary: string, of: readonly string[]): FamilyField => ({
  name,
  kind: 'checks',
  options: [vocabulary, of],
  required: true,
});
const written = (name: string, kind: 'text' | 'long' = 'text'): FamilyField => ({
  name,
  kind,
  required: true,
});
const now = (name: string): FamilyField => ({
  name,
  kind: 'instant',
  required: true,
  initial: 'now',
});
const at = (path: string) => `/api/v1/trafficking-cases/{id}/${path}` as TraffickingAct['path'];
/** What is written takes the place of what was wrong. */
const replacing = (target: string) => (target ? { replaces: target } : {});

/** Everything that is recorded of such a case, as data. */
export const TRAFFICKING_ACTS = {
  type: {
    name: 'type',
    path: at('type'),
    fields: [code('type', 'traffickingType', codes.TRAFFICKING_TYPES), written('reason', 'long')],
  },
  indicators: {
    name: 'indicators',
    path: at('indicators'),
    fields: [several('indicators', 'indicator', codes.INDICATORS), note],
    fixed: replacing,
  },
  exploitation: {
    name: 'exploitation',
    path: at('exploitations'),
    fields: [
      several('acts', 'traffickingAct', codes.TRAFFICKING_ACTS),
      several('purposes', 'traffickingPurpose', codes.TRAFFICKING_PURPOSES),
      several('means', 'meansOfControl', codes.MEANS_OF_CONTROL),
      maybe(code('recruitedThrough', 'recruitedThrough', codes.RECRUITED_THROUGH)),
      maybe(code('recruiterRelation', 'traffickerRelation', codes.TRAFFICKER_RELATIONS)),
      { name: 'recruitedIn', kind: 'country' },
      { name: 'promise', kind: 'long' },
      { name: 'country', kind: 'country', initial: 'country' },
      { name: 'place', kind: 'text' },
      { name: 'beganOn', kind: 'day' },
      { name: 'endedOn', kind: 'day' },
      { name: 'conditions', kind: 'long' },
      { name: 'consentStated', kind: 'check' },
    ],
    fixed: replacing,
  },
  transit: {
    name: 'transit',
    path: at('transit-legs'),
    fields: [
      { name: 'fromCountry', kind: 'country' },
      { name: 'toCountry', kind: 'country' },
      { name: 'travelledOn', kind: 'day' },
      code('transport', 'transport', codes.TRANSPORTS),
      code('documents', 'borderDocuments', codes.BORDER_DOCUMENTS),
      note,
    ],
    fixed: replacing,
  },
  perpetrator: {
    name: 'perpetrator',
    path: at('perpetrators'),
    fields: [
      code('part', 'perpetratorPart', codes.PERPETRATOR_PARTS),
      { name: 'name', kind: 'text' },
      { name: 'description', kind: 'long' },
      { ...code('sex', 'sex', SEXES), initial: '0' },
      { name: 'nationality', kind: 'country' },
      code('relation', 'traffickerRelation', codes.TRAFFICKER_RELATIONS),
      { name: 'accountId', kind: 'staff' },
    ],
    fixed: replacing,
  },
  identity: {
    name: 'identity',
    path: at('identity-checks'),
    fields: [
      code('nationalityFinding', 'nationalityFinding', codes.NATIONALITY_FINDINGS),
      { name: 'nationality', label: 'otherNationality', kind: 'country' },
      code('ageFinding', 'ageFinding', codes.AGE_FINDINGS),
      now('checkedAt'),
      written('evidence', 'long'),
    ],
  },
  inform: {
    name: 'inform',
    path: at('referrals'),
    fields: [
      code('recipient', 'referralRecipient', codes.REFERRAL_RECIPIENTS),
      { name: 'authority', kind: 'text' },
      { name: 'number', kind: 'text' },
      now('occurredAt'),
      note,
    ],
    fixed: () => ({ state: 'sent' }),
  },
  withhold: {
    name: 'withhold',
    path: at('referrals'),
    fields: [
      code('recipient', 'referralRecipient', codes.REFERRAL_RECIPIENTS),
      { name: 'note', label: 'why', kind: 'long', required: true },
    ],
    fixed: () => ({ state: 'withheld' }),
  },
  answer: {
    name: 'answer',
    path: at('referrals/{referralId}/answer'),
    fields: [written('answer', 'long'), now('answeredAt')],
  },
  reflection: {
    name: 'reflection',
    path: at('reflection-periods'),
    fields: [
      code('state', 'reflectionState', codes.REFLECTION_STATES),
      written('authority'),
      { name: 'fromDay', kind: 'day' },
      { name: 'untilDay', kind: 'day' },
      note,
    ],
  },
  return: {
    name: 'return',
    path: at('returns'),
    fields: [
      code('risk', 'returnRisk', codes.RETURN_RISKS),
      written('riskAssessment', 'long'),
      { name: 'agreed', kind: 'check' },
      written('reception'),
      { name: 'plannedOn', kind: 'day', required: true },
    ],
    unless: { agreed: false },
  },
  arrival: {
    name: 'arrival',
    path: at('returns/{returnId}/arrival'),
    fields: [now('arrivedAt')],
  },
  followUp: {
    name: 'followUp',
    path: at('returns/{returnId}/follow-ups'),
    fields: [code('finding', 'returnFinding', codes.RETURN_FINDINGS), now('occurredAt'), note],
  },
} as const satisfies Record<string, TraffickingAct>;
