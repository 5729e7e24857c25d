import * as codes from '../../api/missing-person';
import type { FamilyAct, FamilyField } from '../../ui/family-act';

const CASE = '/api/v1/missing-person-cases/{id}';
const note: FamilyField = { name: 'note', kind: 'long' };
const when: FamilyField = { name: 'occurredAt', kind: 'instant', required: true, initial: 'now' };
const letter: readonly FamilyField[] = [
  { name: 'kind', kind: 'select', options: ['inquiryKind', codes.INQUIRY_KINDS], required: true },
  { name: 'authority', kind: 'text', required: true },
  { name: 'sentAt', kind: 'instant', required: true, initial: 'now' },
  note,
];

export const MISSING_ACTS = {
  decideInterest: {
    name: 'decideInterest',
    path: `${CASE}/interest-decisions`,
    permission: 'interest.verify',
    fields: [
      {
        name: 'decision',
        kind: 'select',
        options: ['interestDecision', codes.INTEREST_DECISIONS],
        required: true,
      },
      { name: 'reason', kind: 'long', required: true },
    ],
  },
  inquire: { name: 'inquire', path: `${CASE}/inquiries`, fields: letter },
  insist: {
    name: 'insist',
    path: `${CASE}/inquiries`,
    fields: letter,
    fixed: (followsId) => ({ followsId }),
  },
  answer: {
    name: 'answer',
    path: `${CASE}/inquiries/{inquiry}/answer`,
    fields: [
      { name: 'answeredAt', kind: 'instant', required: true, initial: 'now' },
      { name: 'answer', kind: 'long', hint: 'restrictedHint', required: true },
    ],
  },
  sighting: {
    name: 'sighting',
    path: `${CASE}/sightings`,
    fields: [
      when,
      { name: 'place', kind: 'text', required: true },
      { name: 'account', kind: 'long', hint: 'restrictedHint', required: true },
      { name: 'source', kind: 'text' },
    ],
  },
  result: {
    name: 'result',
    path: `${CASE}/results`,
    fields: [
      {
        name: 'result',
        kind: 'select',
        options: ['searchResult', codes.SEARCH_RESULTS],
        required: true,
      },
      when,
      { name: 'place', kind: 'text' },
      { name: 'detail', kind: 'long', hint: 'restrictedHint' },
    ],
  },
  will: {
    name: 'will',
    path: `${CASE}/wills`,
    fields: [
      { name: 'will', kind: 'select', options: ['locatedWill', codes.WILLS], required: true },
      { name: 'recipientPersonId', kind: 'part' },
      { name: 'allows', kind: 'checks', options: ['dataCategory', codes.TELLABLE] },
      { name: 'message', kind: 'long' },
      when,
      note,
    ],
  },
  order: {
    name: 'order',
    path: `${CASE}/court-orders`,
    fields: [
      { name: 'authority', kind: 'text', required: true },
      { name: 'number', kind: 'text', required: true },
      { name: 'orderedOn', kind: 'day', required: true, initial: 'today' },
      {
        name: 'orders',
        kind: 'checks',
        options: ['dataCategory', codes.TELLABLE],
        required: true,
      },
      { name: 'detail', kind: 'long' },
    ],
  },
  tell: {
    name: 'tell',
    path: `${CASE}/requester-answers`,
    permission: 'disclosure.record',
    fields: [
      {
        name: 'channel',
        kind: 'select',
        options: ['answerChannel', codes.ANSWER_CHANNELS],
        required: true,
      },
      {
        name: 'categories',
        kind: 'checks',
        hint: 'categoriesHint',
        options: ['dataCategory', codes.TELLABLE],
      },
      { name: 'told', kind: 'long', hint: 'toldHint' },
      when,
    ],
  },
  openDeath: {
    name: 'openDeath',
    path: `${CASE}/death-case`,
    permission: 'case.register',
    fields: [
      { name: 'diedOn', kind: 'day' },
      { name: 'manner', kind: 'select', options: ['manner', codes.MANNERS_OF_DEATH] },
    ],
  },
  openDetention: {
    name: 'openDetention',
    path: `${CASE}/detention-case`,
    permission: 'case.register',
    fields: [
      {
        name: 'type',
        label: 'detentionType',
        kind: 'select',
        options: ['type', codes.DETENTION_TYPES],
        required: true,
      },
      { name: 'stage', kind: 'select', options: ['stage', codes.DETENTION_STAGES], required: true },
      { name: 'facilityName', kind: 'text' },
      { name: 'city', kind: 'text' },
    ],
  },
  linkDetention: {
    name: 'linkDetention',
    path: `${CASE}/detention-link`,
    fields: [{ name: 'reference', kind: 'text', required: true }],
  },
} as const satisfies Record<string, FamilyAct>;
