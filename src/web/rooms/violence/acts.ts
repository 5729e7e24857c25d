import * as codes from '../../api/violence';
import type { FamilyAct, FamilyField, StartFamilyAct } from '../../ui/family-act';

/** Keys under `act` of the catalogue. */
export type ViolenceActName =
  | 'accept'
  | 'incident'
  | 'replaceIncident'
  | 'measure'
  | 'renew'
  | 'decide'
  | 'end'
  | 'child'
  | 'service'
  | 'answer'
  | 'return'
  | 'followUp'
  | 'outcome';

const note: FamilyField = { name: 'note', kind: 'long' };

const INCIDENT_FIELDS: readonly FamilyField[] = [
  {
    name: 'types',
    kind: 'checks',
    options: ['violenceType', codes.VIOLENCE_TYPES],
    required: true,
  },
  {
    name: 'gbvimsType',
    kind: 'select',
    options: ['gbvimsType', codes.GBVIMS_TYPES],
    required: true,
  },
  {
    name: 'context',
    kind: 'select',
    options: ['incidentContext', codes.INCIDENT_CONTEXTS],
    required: true,
  },
  { name: 'occurredFrom', kind: 'day' },
  { name: 'occurredTo', kind: 'day' },
  { name: 'place', kind: 'text' },
  {
    name: 'aggressorRelation',
    kind: 'select',
    options: ['aggressorRelation', codes.AGGRESSOR_RELATIONS],
    required: true,
  },
  { name: 'aggressorDescription', kind: 'text' },
  { name: 'aggressorPersonId', kind: 'person' },
  { name: 'aggressorAccountId', kind: 'staff' },
  { name: 'account', kind: 'long' },
];

const MEASURE_FIELDS: readonly FamilyField[] = [
  { name: 'kind', kind: 'select', options: ['measureKind', codes.MEASURE_KINDS], required: true },
  { name: 'authority', kind: 'text', required: true },
  { name: 'number', kind: 'text' },
  { name: 'requestedOn', kind: 'day' },
  { name: 'grantedOn', kind: 'day' },
  { name: 'expiresOn', kind: 'day' },
  { name: 'scope', kind: 'long' },
];

const INCIDENTS = '/api/v1/violence-cases/{id}/incidents';
const MEASURES = '/api/v1/violence-cases/{id}/protection-measures';

export const VIOLENCE_ACTS = {
  accept: {
    name: 'accept',
    path: '/api/v1/violence-cases/{id}/risk-acceptances',
    fields: [{ name: 'reason', kind: 'long', required: true }],
  },
  incident: { name: 'incident', path: INCIDENTS, fields: INCIDENT_FIELDS },
  replaceIncident: {
    name: 'replaceIncident',
    path: INCIDENTS,
    fields: INCIDENT_FIELDS,
    fixed: (replaces) => ({ replaces }),
  },
  measure: { name: 'measure', path: MEASURES, fields: MEASURE_FIELDS },
  renew: {
    name: 'renew',
    path: MEASURES,
    fields: MEASURE_FIELDS,
    fixed: (renewsId) => ({ renewsId }),
  },
  decide: {
    name: 'decide',
    path: '/api/v1/violence-cases/{id}/protection-measures/{measure}/decision',
    fields: [
      {
        name: 'decision',
        kind: 'select',
        options: ['measureDecision', codes.MEASURE_DECISIONS],
        required: true,
      },
      { name: 'grantedOn', kind: 'day' },
      { name: 'expiresOn', kind: 'day' },
      { name: 'number', kind: 'text' },
      { name: 'scope', kind: 'long' },
    ],
  },
  end: {
    name: 'end',
    path: '/api/v1/violence-cases/{id}/protection-measures/{measure}/ending',
    fields: [{ name: 'reason', kind: 'long', required: true }],
  },
  child: {
    name: 'child',
    path: '/api/v1/violence-cases/{id}/children',
    fields: [
      { name: 'personId', kind: 'part', required: true },
      {
        name: 'situation',
        kind: 'select',
        options: ['childSituation', codes.CHILD_SITUATIONS],
        required: true,
      },
      note,
    ],
  },
  service: {
    name: 'service',
    path: '/api/v1/violence-cases/{id}/services',
    fields: [
      {
        name: 'service',
        kind: 'select',
        options: ['supportService', codes.SUPPORT_SERVICES],
        required: true,
      },
      { name: 'institution', kind: 'text', required: true },
      {
        name: 'state',
        kind: 'select',
        options: ['serviceState', codes.SERVICE_STATES],
        required: true,
        initial: 'requested',
      },
      {
        name: 'requestedOn',
        label: 'serviceRequestedOn',
        kind: 'day',
        required: true,
        initial: 'today',
      },
      { name: 'answeredOn', kind: 'day' },
      note,
    ],
  },
  answer: {
    name: 'answer',
    path: '/api/v1/violence-cases/{id}/services/{service}/answer',
    fields: [
      {
        name: 'state',
        kind: 'select',
        options: ['serviceState', codes.SERVICE_STATES.filter((state) => state !== 'requested')],
        required: true,
      },
      { name: 'answeredOn', kind: 'day', required: true, initial: 'today' },
      note,
    ],
  },
  return: {
    name: 'return',
    path: '/api/v1/violence-cases/{id}/returns',
    fields: [
      { name: 'returnedAt', kind: 'instant', required: true, initial: 'now' },
      { name: 'institution', kind: 'text', required: true },
      { name: 'plan', kind: 'long' },
    ],
  },
  followUp: {
    name: 'followUp',
    path: '/api/v1/violence-cases/{id}/returns/{returnId}/follow-ups',
    fields: [
      {
        name: 'finding',
        kind: 'select',
        options: ['followUpFinding', codes.FOLLOW_UP_FINDINGS],
        required: true,
      },
      { name: 'occurredAt', kind: 'instant', required: true, initial: 'now' },
      note,
    ],
  },
  outcome: {
    name: 'outcome',
    path: '/api/v1/violence-cases/{id}/outcomes',
    fields: [
      {
        name: 'outcome',
        kind: 'select',
        options: ['assistanceOutcome', codes.ASSISTANCE_OUTCOMES],
        required: true,
      },
      { name: 'occurredAt', kind: 'instant', required: true, initial: 'now' },
      note,
    ],
  },
} as const satisfies Record<string, FamilyAct<ViolenceActName>>;

export type ViolenceAct = FamilyAct<ViolenceActName>;
export type StartViolenceAct = StartFamilyAct<ViolenceActName>;
