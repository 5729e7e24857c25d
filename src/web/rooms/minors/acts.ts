import * as codes from '../../api/minors';
import type { FamilyAct, FamilyField, StartFamilyAct } from '../../ui/family-act';

/** Keys under `act` of the catalogue. */
export type MinorActName =
  | 'situation'
  | 'ofAge'
  | 'claim'
  | 'correctGuardian'
  | 'decideGuardian'
  | 'revokeGuardian'
  | 'authorise'
  | 'takeBack'
  | 'care'
  | 'careStep'
  | 'hearing'
  | 'noteHearing'
  | 'endCare'
  | 'abduction'
  | 'correctAbduction'
  | 'abductionStep'
  | 'trace'
  | 'answerTrace'
  | 'locate'
  | 'decideRelative'
  | 'assessFamily'
  | 'reunite'
  | 'followUp';
export type MinorAct = FamilyAct<MinorActName>;
export type StartMinorAct = StartFamilyAct<MinorActName>;

const note: FamilyField = { name: 'note', kind: 'long' };
const reason: FamilyField = { name: 'reason', kind: 'long', required: true };
const code = (name: string, vocabulary: string, of: readonly string[]): FamilyField => ({
  name,
  kind: 'select',
  options: [vocabulary, of],
  required: true,
});
const today = (name: string, label = name): FamilyField => ({
  name,
  label,
  kind: 'day',
  required: true,
  initial: 'today',
});
const now = (name: string): FamilyField => ({
  name,
  kind: 'instant',
  required: true,
  initial: 'now',
});
/** Somebody who takes part in the case as guardian or relative. */
const family: FamilyField = {
  name: 'personId',
  kind: 'part',
  roles: ['guardian', 'relative'],
  required: true,
};

const GUARDIAN_FIELDS: readonly FamilyField[] = [
  family,
  code('ground', 'minorGround', codes.GUARDIANSHIP_GROUNDS),
  { name: 'sole', kind: 'check' },
  { name: 'authority', kind: 'text' },
  { name: 'number', kind: 'text' },
  { name: 'issuedOn', kind: 'day' },
  { name: 'expiresOn', kind: 'day' },
  { name: 'documentId', kind: 'document' },
  note,
];
const ABDUCTION_FIELDS: readonly FamilyField[] = [
  code('kind', 'abductionKind', codes.ABDUCTION_KINDS),
  { name: 'takenOn', kind: 'day', required: true },
  { name: 'fromCountry', kind: 'country', required: true },
  { name: 'toCountry', kind: 'country', required: true },
  { name: 'foreignAuthority', kind: 'text' },
  note,
];

export const MINOR_ACTS = {
  situation: {
    name: 'situation',
    path: '/api/v1/minor-cases/{id}/situations',
    fields: [
      code('childWith', 'childWith', codes.CHILD_WITH),
      { name: 'dangerToLife', kind: 'check' },
      { name: 'situationNote', label: 'note', kind: 'long' },
    ],
    unless: { dangerToLife: false },
  },
  ofAge: {
    name: 'ofAge',
    path: '/api/v1/minor-cases/{id}/coming-of-age',
    fields: [code('course', 'ofAgeCourse', codes.OF_AGE_COURSES), note],
  },
  claim: {
    name: 'claim',
    path: '/api/v1/minor-cases/{id}/guardianships',
    fields: GUARDIAN_FIELDS,
  },
  correctGuardian: {
    name: 'correctGuardian',
    path: '/api/v1/minor-cases/{id}/guardianships',
    fields: GUARDIAN_FIELDS,
    fixed: (replaces) => ({ replaces }),
  },
  decideGuardian: {
    name: 'decideGuardian',
    path: '/api/v1/minor-cases/{id}/guardianships/{guardianship}/decision',
    fields: [code('decision', 'guardianshipState', codes.GUARDIANSHIP_DECISIONS), reason],
  },
  revokeGuardian: {
    name: 'revokeGuardian',
    path: '/api/v1/minor-cases/{id}/guardianships/{guardianship}/revocation',
    fields: [reason],
  },
  authorise: {
    name: 'authorise',
    path: '/api/v1/minor-cases/{id}/travel-authorisations',
    fields: [
      code('kind', 'authorisationKind', codes.AUTHORISATION_KINDS),
      { ...family, label: 'parent', required: false },
      code('form', 'authorisationForm', codes.AUTHORISATION_FORMS),
      { name: 'authority', label: 'before', kind: 'text', required: true },
      { name: 'number', kind: 'text', required: true },
      today('givenOn'),
      { name: 'expiresOn', kind: 'day' },
      { name: 'destination', kind: 'country' },
      { name: 'companion', kind: 'text' },
      { name: 'travelFrom', kind: 'day' },
      { name: 'travelTo', kind: 'day' },
      { name: 'documentId', kind: 'document' },
    ],
  },
  takeBack: {
    name: 'takeBack',
    path: '/api/v1/minor-cases/{id}/travel-authorisations/{authorisation}/revocation',
    fields: [reason],
  },
  care: {
    name: 'care',
    path: '/api/v1/minor-cases/{id}/care-orders',
    fields: [
      { name: 'authority', kind: 'text', required: true },
      { name: 'number', label: 'order', kind: 'text' },
      { name: 'since', kind: 'day', required: true },
      code('placement', 'placement', codes.PLACEMENTS),
      { name: 'placementNote', kind: 'long' },
    ],
  },
  careStep: {
    name: 'careStep',
    path: '/api/v1/minor-cases/{id}/care-orders/{care}/steps',
    fields: [
      code('step', 'careStep', codes.CARE_STEPS),
      today('takenOn', 'on'),
      { name: 'authority', kind: 'text', required: true },
      note,
    ],
  },
  hearing: {
    name: 'hearing',
    path: '/api/v1/minor-cases/{id}/care-orders/{care}/hearings',
    fields: [
      { name: 'at', kind: 'instant', required: true },
      { name: 'court', kind: 'text', required: true },
    ],
  },
  noteHearing: {
    name: 'noteHearing',
    path: '/api/v1/minor-cases/{id}/care-hearings/{hearing}/note',
    fields: [
      code('outcome', 'careHearingOutcome', codes.CARE_HEARING_OUTCOMES),
      { ...note, required: true },
    ],
  },
  endCare: {
    name: 'endCare',
    path: '/api/v1/minor-cases/{id}/care-orders/{care}/ending',
    fields: [code('outcome', 'careOutcome', codes.CARE_OUTCOMES), now('endedAt'), note],
  },
  abduction: {
    name: 'abduction',
    path: '/api/v1/minor-cases/{id}/abductions',
    fields: ABDUCTION_FIELDS,
  },
  correctAbduction: {
    name: 'correctAbduction',
    path: '/api/v1/minor-cases/{id}/abductions',
    fields: ABDUCTION_FIELDS,
    fixed: (replaces) => ({ replaces }),
  },
  abductionStep: {
    name: 'abductionStep',
    path: '/api/v1/minor-cases/{id}/abductions/{abduction}/steps',
    fields: [
      code('step', 'abductionStep', codes.ABDUCTION_STEPS),
      today('takenOn', 'on'),
      {
        name: 'decision',
        label: 'abductionDecision',
        kind: 'select',
        options: ['abductionDecision', codes.ABDUCTION_DECISIONS],
      },
      { name: 'authority', kind: 'text' },
      note,
    ],
  },
  trace: {
    name: 'trace',
    path: '/api/v1/minor-cases/{id}/tracing-steps',
    fields: [
      code('source', 'tracingSource', codes.TRACING_SOURCES),
      { name: 'institution', kind: 'text' },
      today('askedOn'),
      note,
    ],
  },
  answerTrace: {
    name: 'answerTrace',
    path: '/api/v1/minor-cases/{id}/tracing-steps/{step}/answer',
    fields: [code('result', 'tracingResult', codes.TRACING_ANSWERS), today('answeredOn'), note],
  },
  locate: {
    name: 'locate',
    path: '/api/v1/minor-cases/{id}/located-relatives',
    fields: [
      family,
      code('relation', 'childRelation', codes.CHILD_RELATIONS),
      { name: 'whereabouts', kind: 'long' },
    ],
  },
  decideRelative: {
    name: 'decideRelative',
    path: '/api/v1/minor-cases/{id}/located-relatives/{relative}/decision',
    fields: [
      code('decision', 'relationshipState', codes.GUARDIANSHIP_DECISIONS),
      { name: 'proof', kind: 'long', required: true },
    ],
  },
  assessFamily: {
    name: 'assessFamily',
    path: '/api/v1/minor-cases/{id}/located-relatives/{relative}/assessments',
    fields: [
      code('suitability', 'suitability', codes.SUITABILITIES),
      { name: 'institution', label: 'assessedBy', kind: 'text', required: true },
      { name: 'report', kind: 'long', required: true },
      now('occurredAt'),
    ],
  },
  reunite: {
    name: 'reunite',
    path: '/api/v1/minor-cases/{id}/reunifications',
    fields: [
      now('occurredAt'),
      {
        name: 'toCountry',
        label: 'destination',
        kind: 'country',
        required: true,
        initial: 'country',
      },
      { name: 'institution', label: 'followedBy', kind: 'text' },
      { name: 'plan', kind: 'long' },
    ],
    fixed: (relativeId) => ({ relativeId }),
  },
  followUp: {
    name: 'followUp',
    path: '/api/v1/minor-cases/{id}/reunifications/{reunification}/follow-ups',
    fields: [
      code('finding', 'reunificationFinding', codes.REUNIFICATION_FINDINGS),
      now('occurredAt'),
      note,
    ],
  },
} as const satisfies Record<string, MinorAct>;
