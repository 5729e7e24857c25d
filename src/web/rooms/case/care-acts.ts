import * as codes from '../../api/codes';
import { type Act, occurredAt } from './acts';

/** What is done for the person: wishes, family, place, protection. */
export const CARE_ACTS = [
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
      { name: 'country', kind: 'country', label: 'toldIn', required: true, initial: 'PE' },
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
] as const satisfies readonly Act[];
