import * as codes from '../../api/repatriation';
import type { FamilyAct, FamilyField, StartFamilyAct } from '../../ui/family-act';

/** Keys under `act` of the catalogue. */
export type ReturnActName =
  | 'conditions'
  | 'removal'
  | 'undertake'
  | 'waive'
  | 'consult'
  | 'report'
  | 'authorise'
  | 'refuse'
  | 'begin'
  | 'finish'
  | 'notNeeded'
  | 'owner'
  | 'giveUp'
  | 'paper'
  | 'cancelLeg'
  | 'receive'
  | 'handOver'
  | 'board'
  | 'arrive'
  | 'benefits'
  | 'followUp'
  | 'instalment'
  | 'waiveDebt';
export type ReturnAct = FamilyAct<ReturnActName>;
export type StartReturnAct = StartFamilyAct<ReturnActName>;

const DECIDES = 'repatriation.decide';
const note: FamilyField = { name: 'note', kind: 'long' };
const now: FamilyField = { name: 'occurredAt', kind: 'instant', required: true, initial: 'now' };
const reason: FamilyField = { name: 'reason', kind: 'long', required: true };
const file: FamilyField = { name: 'documentId', kind: 'document' };
const text = (name: string, more: Partial<FamilyField> = {}): FamilyField => ({
  ...{ name, kind: 'text', required: true },
  ...more,
});
const code = (name: string, vocabulary: string, of: readonly string[]): FamilyField => ({
  ...{ name, kind: 'select', required: true },
  options: [vocabulary, of],
});
const traveller: FamilyField = { name: 'personId', kind: 'part', hint: 'travellerHint' };
const at = (path: string) => `/api/v1/repatriation-cases/{id}/${path}` as ReturnAct['path'];
const number = (typed: unknown) => (typed === undefined ? undefined : Number(typed));

/** Everything that is recorded of such a case, as data. */
export const RETURN_ACTS = {
  conditions: {
    name: 'conditions',
    path: at('conditions'),
    fields: [
      { name: 'agreed', kind: 'yesNo' },
      text('childrenBornAbroad', { required: false }),
      text('childrenRegistered', { required: false }),
    ],
    body: ({ agreed, childrenBornAbroad, childrenRegistered }) => ({
      agreed,
      childrenBornAbroad: number(childrenBornAbroad),
      childrenRegistered: number(childrenRegistered),
    }),
  },
  removal: {
    name: 'removal',
    path: at('conditions'),
    fields: [
      text('authority'),
      text('number', { required: false }),
      { name: 'orderedOn', kind: 'day', required: true, initial: 'today' },
      { name: 'ground', kind: 'long' },
    ],
    body: (removal) => ({ removal }),
  },
  undertake: {
    name: 'undertake',
    path: at('undertakings'),
    fields: [
      { name: 'signed', kind: 'yesNo', required: true },
      now,
      { name: 'reason', kind: 'long', hint: 'declinedHint' },
      file,
    ],
  },
  waive: {
    name: 'waive',
    path: at('waivers'),
    permission: DECIDES,
    fields: [text('percent', { hint: 'percentHint' }), reason, file],
    body: ({ percent, ...more }) => ({ ...more, percent: number(percent) }),
  },
  consult: {
    name: 'consult',
    path: at('consultations'),
    fields: [
      text('amount', { hint: 'wholeCostHint' }),
      text('currency', { hint: 'currencyHint' }),
      { name: 'request', kind: 'long', required: true },
    ],
    body: ({ amount, currency, request }) => ({ request, costs: [{ amount, currency }] }),
  },
  report: {
    name: 'report',
    path: at('reports'),
    fields: [{ name: 'report', kind: 'long', required: true }],
  },
  authorise: {
    name: 'authorise',
    path: at('consultations/{consultation}/answer'),
    permission: DECIDES,
    fields: [{ name: 'answer', kind: 'long', required: true }],
    fixed: () => ({ authorise: true }),
  },
  refuse: {
    name: 'refuse',
    path: at('consultations/{consultation}/answer'),
    permission: DECIDES,
    fields: [{ name: 'answer', kind: 'long', required: true }],
    fixed: () => ({ authorise: false }),
  },
  begin: {
    name: 'begin',
    path: at('steps/{step}/state'),
    fields: [],
    fixed: () => ({ state: 'in_progress' }),
  },
  finish: {
    name: 'finish',
    path: at('steps/{step}/state'),
    fields: [],
    fixed: () => ({ state: 'done' }),
  },
  notNeeded: {
    name: 'notNeeded',
    path: at('steps/{step}/state'),
    fields: [reason],
    fixed: () => ({ state: 'not_needed' }),
  },
  owner: {
    name: 'owner',
    path: at('steps/{step}/owner'),
    fields: [{ name: 'ownerId', kind: 'staff' }],
  },
  giveUp: { name: 'giveUp', path: at('giving-up'), fields: [reason] },
  paper: {
    name: 'paper',
    path: at('papers'),
    fields: [
      code('kind', 'journeyPaper', codes.JOURNEY_PAPERS),
      text('holder', { required: false, hint: 'holderHint' }),
      text('number', { required: false }),
      text('issuedBy', { required: false }),
      { name: 'issuedOn', kind: 'day', required: true, initial: 'today' },
      { name: 'expiresOn', kind: 'day' },
      file,
      note,
    ],
  },
  cancelLeg: { name: 'cancelLeg', path: at('segments/{segment}/cancellation'), fields: [reason] },
  receive: {
    name: 'receive',
    path: at('receptions'),
    fields: [
      code('stage', 'receptionStage', codes.RECEPTION_STAGES),
      text('institution', { hint: 'institutionHint' }),
      text('contact', { required: false }),
      { name: 'accepted', kind: 'yesNo', required: true, initial: 'true' },
      now,
      note,
    ],
  },
  handOver: { name: 'handOver', path: at('receptions/{reception}/hand-over'), fields: [now] },
  board: {
    name: 'board',
    path: at('boardings'),
    permission: 'visit.record',
    fields: [
      traveller,
      now,
      { name: 'ticketHandedOver', kind: 'yesNo', required: true, initial: 'true' },
      note,
    ],
  },
  arrive: {
    name: 'arrive',
    path: at('arrivals'),
    fields: [
      traveller,
      now,
      text('entryPoint', { hint: 'entryPointHint' }),
      { name: 'reportedOn', kind: 'day', required: true, initial: 'today' },
      note,
    ],
  },
  benefits: {
    name: 'benefits',
    path: at('benefit-notices'),
    fields: [code('channel', 'benefitChannel', codes.BENEFIT_CHANNELS), now, note],
  },
  followUp: {
    name: 'followUp',
    path: at('follow-ups'),
    fields: [
      code('finding', 'returnState', codes.RETURN_STATES),
      now,
      { name: 'note', kind: 'long', required: true },
    ],
  },
  instalment: {
    name: 'instalment',
    path: at('instalments'),
    fields: [
      text('amount', { label: 'received' }),
      text('currency'),
      { name: 'receivedOn', kind: 'day', required: true, initial: 'today' },
      text('proof', { required: false, hint: 'proofHint' }),
      file,
    ],
  },
  waiveDebt: {
    name: 'waiveDebt',
    path: at('debt-waivers'),
    permission: DECIDES,
    fields: [
      text('amount', { label: 'waived', hint: 'waivedPartHint' }),
      text('currency'),
      reason,
      file,
    ],
  },
} as const satisfies Record<ReturnActName, ReturnAct>;
