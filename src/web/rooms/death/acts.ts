import * as codes from '../../api/death';
import type { FamilyAct, FamilyField } from '../../ui/family-act';

const CASE = '/api/v1/death-cases/{id}';
const note: FamilyField = { name: 'note', kind: 'long' };
const when: FamilyField = { name: 'occurredAt', kind: 'instant', required: true, initial: 'now' };
const relation: FamilyField = {
  name: 'relation',
  kind: 'select',
  options: ['kinRelation', codes.RELATIONS],
  required: true,
};
const authority: FamilyField = { name: 'authority', kind: 'text', required: true };

export const DEATH_ACTS = {
  tellKin: {
    name: 'tellKin',
    path: `${CASE}/kin-notices`,
    permission: 'contact.record',
    fields: [
      { name: 'recipient', kind: 'text', required: true },
      relation,
      {
        name: 'channel',
        label: 'kinChannel',
        kind: 'select',
        options: ['kinChannel', codes.KIN_CHANNELS],
        required: true,
      },
      when,
      { name: 'toldBy', kind: 'text', hint: 'toldByHint' },
      { name: 'personId', kind: 'part' },
      note,
    ],
  },
  kinImpossible: {
    name: 'kinImpossible',
    path: `${CASE}/kin-notices/impossible`,
    permission: 'breach.accept',
    fields: [{ name: 'reason', kind: 'long', required: true }],
  },
  findOut: {
    name: 'findOut',
    path: `${CASE}/findings`,
    fields: [
      { name: 'diedOn', kind: 'day' },
      { name: 'manner', kind: 'select', options: ['manner', codes.MANNERS] },
      { name: 'cause', kind: 'text' },
      {
        name: 'identification',
        kind: 'select',
        options: ['identification', codes.IDENTIFICATIONS],
      },
      { name: 'inCustody', kind: 'yesNo' },
      { name: 'nextOfKin', kind: 'text' },
      { name: 'heirs', kind: 'select', options: ['heirs', codes.HEIRS] },
    ],
  },
  report: {
    name: 'report',
    path: `${CASE}/headquarters-reports`,
    fields: [
      {
        name: 'subject',
        kind: 'select',
        options: ['reportSubject', codes.REPORT_SUBJECTS],
        required: true,
      },
      when,
      { name: 'reference', kind: 'text' },
      note,
    ],
  },
  obtain: {
    name: 'obtain',
    path: `${CASE}/documents`,
    fields: [
      { name: 'number', kind: 'text', hint: 'numberHint' },
      { name: 'documentId', kind: 'document' },
      { name: 'issuedBy', kind: 'text' },
      { name: 'obtainedOn', kind: 'day', required: true, initial: 'today' },
    ],
    fixed: (code) => ({ code, state: 'obtained' }),
  },
  notApplicable: {
    name: 'notApplicable',
    path: `${CASE}/documents`,
    fields: [{ name: 'reason', kind: 'long', required: true }],
    fixed: (code) => ({ code, state: 'not_applicable' }),
  },
  decide: {
    name: 'decide',
    path: `${CASE}/remains-decisions`,
    fields: [
      { name: 'way', kind: 'select', options: ['remainsWay', codes.REMAINS_WAYS], required: true },
      { name: 'decidedBy', kind: 'text', required: true },
      relation,
      { name: 'entitlement', kind: 'text', hint: 'entitlementHint', required: true },
      when,
      note,
    ],
  },
  quote: {
    name: 'quote',
    path: `${CASE}/funeral-quotes`,
    fields: [
      { name: 'funeralHome', kind: 'text', hint: 'funeralHomeHint', required: true },
      { name: 'amount', kind: 'text', hint: 'amountHint', required: true },
      { name: 'currency', kind: 'text', hint: 'currencyHint', required: true },
      { name: 'quotedOn', kind: 'day', required: true, initial: 'today' },
      note,
    ],
  },
  choose: { name: 'choose', path: `${CASE}/funeral-quotes/{quote}/choice`, fields: [] },
  cancelLeg: {
    name: 'cancelLeg',
    path: `${CASE}/transport-legs/{leg}/cancellation`,
    fields: [],
  },
  permit: {
    name: 'permit',
    path: `${CASE}/transit-permits`,
    fields: [
      { name: 'country', kind: 'country', required: true },
      authority,
      { name: 'number', kind: 'text', required: true },
      { name: 'grantedOn', kind: 'day', required: true, initial: 'today' },
      { name: 'expiresOn', kind: 'day' },
    ],
  },
  receive: {
    name: 'receive',
    path: `${CASE}/receptions`,
    fields: [
      { name: 'receiver', kind: 'text', required: true },
      relation,
      { name: 'place', label: 'receptionPlace', kind: 'text', required: true },
      { name: 'accepted', kind: 'yesNo', required: true, initial: 'true' },
      { name: 'receivedAt', kind: 'instant', hint: 'receivedAtHint' },
      note,
    ],
  },
  rest: {
    name: 'rest',
    path: `${CASE}/resting-places`,
    fields: [
      {
        name: 'kind',
        kind: 'select',
        options: ['restingKind', codes.RESTING_KINDS],
        required: true,
      },
      { name: 'country', kind: 'country', required: true },
      { name: 'place', kind: 'text', required: true },
      { name: 'plot', kind: 'text' },
      { name: 'restedOn', kind: 'day', required: true, initial: 'today' },
      { name: 'authority', kind: 'text' },
    ],
  },
  register: {
    name: 'register',
    path: `${CASE}/registrations`,
    fields: [
      { name: 'exOfficio', kind: 'check' },
      { name: 'declarant', kind: 'text', hint: 'declarantHint' },
      authority,
      { name: 'entryNumber', kind: 'text', required: true },
      { name: 'registeredOn', kind: 'day', required: true, initial: 'today' },
    ],
  },
  openInquiry: {
    name: 'openInquiry',
    path: `${CASE}/inquiries`,
    fields: [
      authority,
      { name: 'fileNumber', kind: 'text' },
      { name: 'openedAt', kind: 'instant', required: true, initial: 'now' },
    ],
  },
  follow: {
    name: 'follow',
    path: `${CASE}/inquiries/{inquiry}/contacts`,
    fields: [when, { name: 'note', kind: 'long', required: true }],
  },
  conclude: {
    name: 'conclude',
    path: `${CASE}/inquiries/{inquiry}/conclusion`,
    fields: [
      { name: 'concludedAt', kind: 'instant', required: true, initial: 'now' },
      { name: 'conclusion', kind: 'long', required: true },
    ],
  },
  necropsy: {
    name: 'necropsy',
    path: `${CASE}/necropsies`,
    fields: [
      authority,
      { name: 'doneOn', kind: 'day', required: true, initial: 'today' },
      { name: 'result', kind: 'long', hint: 'resultHint' },
    ],
  },
  necropsyResult: {
    name: 'necropsyResult',
    path: `${CASE}/necropsies/{necropsy}/results`,
    fields: [{ name: 'result', kind: 'long', hint: 'resultHint', required: true }],
  },
  take: {
    name: 'take',
    path: `${CASE}/effects`,
    fields: [
      { name: 'description', kind: 'long', required: true },
      { name: 'keptAt', kind: 'text', required: true },
      { name: 'takenAt', kind: 'instant', required: true, initial: 'now' },
    ],
  },
  handOver: {
    name: 'handOver',
    path: `${CASE}/effects/{effect}/hand-over`,
    fields: [
      { name: 'handedTo', kind: 'text', required: true },
      { name: 'receipt', kind: 'text', required: true },
      { name: 'handedOverAt', kind: 'instant', required: true, initial: 'now' },
    ],
  },
} as const satisfies Record<string, FamilyAct>;
