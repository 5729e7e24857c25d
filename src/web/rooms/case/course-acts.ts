import * as codes from '../../api/codes';
import { type Act, occurredAt } from './acts';

const ENDING = codes.STAGES.indexOf('acquitted');

/** The course of the proceedings, from arrest to its end. */
export const COURSE_ACTS = [
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
    name: 'sentence',
    path: '/api/v1/detentions/{id}/sentence',
    permission: 'case.edit',
    fields: [
      { name: 'sentencedOn', kind: 'day', required: true, initial: 'now' },
      { name: 'court', kind: 'text' },
      { name: 'minimum', kind: 'term', label: 'minimumTerm' },
      { name: 'maximum', kind: 'term', label: 'maximumTerm' },
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
