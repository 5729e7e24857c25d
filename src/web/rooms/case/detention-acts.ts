import * as codes from '../../api/codes';
import { type Act, occurredAt } from './acts';

const ENDING = codes.STAGES.indexOf('acquitted');

/** What an officer may record on a detention. */
export const DETENTION_ACTS = [
  {
    name: 'stage',
    path: '/api/v1/detentions/{id}/stages',
    permission: 'case.edit',
    fields: [
      {
        name: 'stage',
        kind: 'select',
        options: ['stage', codes.STAGES.slice(0, ENDING)],
        required: true,
        initial: (file) => file.detention?.stage,
      },
      occurredAt,
    ],
  },
  {
    name: 'wish',
    path: '/api/v1/detentions/{id}/wishes',
    permission: 'contact.record',
    fields: [
      {
        name: 'subject',
        kind: 'select',
        options: ['wishSubject', codes.WISH_SUBJECTS],
        required: true,
        initial: 'visit',
      },
      {
        name: 'wish',
        kind: 'select',
        options: ['wish', codes.WISHES],
        required: true,
        initial: 'yes',
      },
      occurredAt,
    ],
  },
  {
    name: 'facility',
    path: '/api/v1/detentions/{id}/facility-stays',
    permission: 'case.edit',
    fields: [
      { name: 'facilityName', kind: 'text', required: true },
      { name: 'city', kind: 'text' },
      {
        name: 'harshness',
        kind: 'select',
        options: ['harshness', codes.HARSHNESS],
        initial: 'standard',
      },
      { name: 'from', kind: 'instant', required: true, initial: 'now' },
      { name: 'reason', kind: 'text' },
    ],
    toBody: ({ facilityName, city, harshness, ...rest }) => ({
      ...rest,
      facility: { name: facilityName, city, harshness },
    }),
  },
  {
    name: 'hearing',
    path: '/api/v1/detentions/{id}/hearings',
    permission: 'case.edit',
    fields: [
      { name: 'at', kind: 'instant', required: true },
      { name: 'court', kind: 'text', required: true },
      {
        name: 'kind',
        kind: 'select',
        label: 'hearingKind',
        options: ['hearingKind', codes.HEARING_KINDS],
        required: true,
        initial: 'first_appearance',
      },
    ],
  },
  {
    name: 'noteVerbale',
    path: '/api/v1/detentions/{id}/notes-verbales',
    permission: 'contact.record',
    fields: [
      { name: 'authority', kind: 'text', required: true },
      { name: 'subject', kind: 'long', label: 'noteSubject', required: true },
      { name: 'sentAt', kind: 'instant', required: true, initial: 'now' },
    ],
  },
  {
    name: 'familyNotification',
    path: '/api/v1/detentions/{id}/family-notifications',
    permission: 'contact.record',
    blocked: (file) => (file.detention?.familyWish === 'yes' ? null : 'familyWish'),
    fields: [
      { name: 'to', kind: 'text', label: 'recipient', required: true },
      {
        name: 'channel',
        kind: 'select',
        options: ['familyChannel', codes.FAMILY_CHANNELS],
        required: true,
        initial: 'telephone',
      },
      occurredAt,
    ],
  },
  {
    name: 'mistreatment',
    path: '/api/v1/detentions/{id}/mistreatment-allegations',
    permission: 'case.read',
    fields: [
      {
        name: 'kinds',
        kind: 'checks',
        label: 'mistreatmentKinds',
        options: ['mistreatmentKind', codes.MISTREATMENT_KINDS],
        required: true,
      },
      {
        name: 'allegedAuthor',
        kind: 'select',
        options: ['allegedAuthor', codes.ALLEGED_AUTHORS],
        required: true,
        initial: 'unknown',
      },
      { name: 'account', kind: 'long', required: true },
      { name: 'reportedAt', kind: 'instant', required: true, initial: 'now' },
    ],
  },
  {
    name: 'representative',
    path: '/api/v1/detentions/{id}/representatives',
    permission: 'case.edit',
    fields: [
      {
        name: 'role',
        kind: 'select',
        label: 'representativeRole',
        options: ['representativeRole', codes.REPRESENTATIVE_ROLES],
        required: true,
        initial: 'lawyer',
      },
      {
        name: 'provider',
        kind: 'select',
        options: ['representativeProvider', codes.REPRESENTATIVE_PROVIDERS],
        required: true,
        initial: 'public_defender',
      },
      { name: 'name', kind: 'text', required: true },
      { name: 'organisation', kind: 'text' },
      { name: 'contact', kind: 'text' },
      { name: 'since', kind: 'day', required: true, initial: 'now' },
    ],
  },
  {
    name: 'message',
    path: '/api/v1/detentions/{id}/messages',
    permission: 'contact.record',
    fields: [
      {
        name: 'direction',
        kind: 'select',
        options: ['messageDirection', codes.MESSAGE_DIRECTIONS],
        required: true,
        initial: 'delivered',
      },
      {
        name: 'party',
        kind: 'select',
        options: ['messageParty', codes.MESSAGE_PARTIES],
        required: true,
        initial: 'family',
      },
      { name: 'summary', kind: 'long', label: 'messageSummary', required: true },
      occurredAt,
    ],
  },
  {
    name: 'vulnerability',
    path: '/api/v1/cases/{id}/vulnerability-assessments',
    permission: 'case.edit',
    fields: [
      {
        name: 'factors',
        kind: 'checks',
        options: ['vulnerability', codes.VULNERABILITY_FACTORS],
      },
      { name: 'conclusion', kind: 'long', required: true },
    ],
  },
  {
    name: 'sentence',
    path: '/api/v1/detentions/{id}/sentence',
    permission: 'case.edit',
    fields: [
      { name: 'sentencedOn', kind: 'day', required: true, initial: 'now' },
      { name: 'court', kind: 'text' },
      { name: 'minimum', kind: 'text', label: 'minimumTerm' },
      { name: 'maximum', kind: 'text', label: 'maximumTerm' },
      { name: 'endsOn', kind: 'day' },
    ],
  },
  {
    name: 'benefit',
    path: '/api/v1/detentions/{id}/benefits',
    permission: 'case.edit',
    fields: [
      {
        name: 'kind',
        kind: 'select',
        label: 'benefitKind',
        options: ['benefitKind', codes.BENEFIT_KINDS],
        required: true,
        initial: 'sentence_reduction',
      },
      {
        name: 'state',
        kind: 'select',
        label: 'benefitState',
        options: ['benefitState', codes.BENEFIT_STATES],
        required: true,
        initial: 'informed',
      },
      occurredAt,
    ],
  },
  {
    name: 'expulsion',
    path: '/api/v1/detentions/{id}/expulsions',
    permission: 'case.edit',
    fields: [
      { name: 'authority', kind: 'text', required: true },
      { name: 'notifiedAt', kind: 'instant', required: true, initial: 'now' },
      { name: 'grounds', kind: 'long' },
      { name: 'appealDeadline', kind: 'day' },
    ],
  },
  {
    name: 'release',
    path: '/api/v1/detentions/{id}/release',
    permission: 'case.edit',
    fields: [
      {
        name: 'stage',
        kind: 'select',
        label: 'ending',
        options: ['stage', codes.STAGES.slice(ENDING)],
        required: true,
        initial: 'released',
      },
      occurredAt,
    ],
  },
  {
    name: 'editDetention',
    path: '/api/v1/detentions/{id}',
    method: 'PATCH',
    permission: 'case.edit',
    fields: [
      {
        name: 'detainedAt',
        kind: 'instant',
        initial: (file) => file.detention?.detainedAt,
      },
      {
        name: 'informedOfRightsAt',
        kind: 'instant',
        initial: (file) => file.detention?.informedOfRightsAt,
      },
      {
        name: 'noticeAuthority',
        kind: 'text',
        initial: (file) => file.detention?.noticeAuthority,
      },
      {
        name: 'offenceGroup',
        kind: 'select',
        options: ['offenceGroup', codes.OFFENCE_GROUPS],
        initial: (file) => file.detention?.offenceGroup,
      },
      { name: 'charges', kind: 'long', initial: (file) => file.detention?.charges },
    ],
  },
] as const satisfies readonly Act[];
