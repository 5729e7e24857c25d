import type { PathWith } from '../../api/client';
import * as codes from '../../api/codes';
import type { CaseFile } from '../../api/types';

/** One field of an act's form. Its label is `field.<label ?? name>` in the `detention` catalogue. */
export interface ActField {
  name: string;
  kind: 'text' | 'long' | 'instant' | 'day' | 'select' | 'staff' | 'checks';
  label?: string;
  /** Vocabulary and codes of a `select` or of `checks`. */
  options?: readonly [vocabulary: string, codes: readonly string[]];
  required?: boolean;
  /** What the field shows first; `now` for an instant. */
  initial?: string | ((file: CaseFile) => string | null | undefined);
}

/**
 * Something an officer may do to a case, as data: where it is sent, what it asks, and when the state
 * forbids it. `blocked` gives the key of the reason under `blocked.*`.
 */
export interface Act {
  name: string;
  /** `{id}` is the case; any other name is what is acted on, e.g. a hearing. */
  path: PathWith<'post'> | PathWith<'patch'>;
  method?: 'PATCH';
  permission: string;
  /** Name of this act in the `allowed` list of the case, when its state decides. */
  allowedAs?: string;
  /** Statuses in which the act is shown although not yet allowed, to say what it waits for. */
  statuses?: readonly string[];
  fields: readonly ActField[];
  blocked?: (file: CaseFile) => string | null;
  toBody?: (values: Record<string, unknown>) => Record<string, unknown>;
}

const occurredAt: ActField = {
  name: 'occurredAt',
  kind: 'instant',
  required: true,
  initial: 'now',
};
const note: ActField = { name: 'note', kind: 'long' };

const CLOSING_STAGES = codes.STAGES.slice(codes.STAGES.indexOf('acquitted'));
const OPEN_STAGES = codes.STAGES.slice(0, codes.STAGES.indexOf('acquitted'));

export const DETENTION_ACTS = [
  {
    name: 'stage',
    path: '/api/v1/detentions/{id}/stages',
    permission: 'case.edit',
    fields: [
      {
        name: 'stage',
        kind: 'select',
        options: ['stage', OPEN_STAGES],
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
        options: ['stage', CLOSING_STAGES],
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

export const CASE_ACTS = [
  {
    name: 'note',
    path: '/api/v1/cases/{id}/notes',
    permission: 'contact.record',
    allowedAs: 'note',
    fields: [{ name: 'text', kind: 'long', required: true }],
  },
  {
    name: 'assign',
    path: '/api/v1/cases/{id}/assignments',
    permission: 'case.assign',
    allowedAs: 'assign',
    fields: [
      { name: 'accountId', kind: 'staff', required: true },
      { name: 'reason', kind: 'text', required: true },
    ],
  },
  {
    name: 'editCase',
    path: '/api/v1/cases/{id}',
    method: 'PATCH',
    permission: 'case.edit',
    allowedAs: 'edit',
    fields: [
      { name: 'place', kind: 'text', initial: (file) => file.place },
      { name: 'summary', kind: 'long', initial: (file) => file.summary },
    ],
  },
  {
    name: 'activate',
    path: '/api/v1/cases/{id}/activation',
    permission: 'case.edit',
    allowedAs: 'activate',
    fields: [],
  },
  {
    name: 'hold',
    path: '/api/v1/cases/{id}/hold',
    permission: 'case.edit',
    allowedAs: 'hold',
    fields: [
      { name: 'wakeOn', kind: 'day', required: true },
      { name: 'reason', kind: 'text', required: true },
    ],
  },
  {
    name: 'close',
    path: '/api/v1/cases/{id}/closing',
    permission: 'case.close',
    allowedAs: 'close',
    statuses: ['active', 'on_hold'],
    blocked: (file) => (file.allowed.includes('close') ? null : 'checklist'),
    fields: [
      { name: 'outcome', kind: 'select', options: ['outcome', codes.OUTCOMES], required: true },
      note,
    ],
  },
  {
    name: 'reopen',
    path: '/api/v1/cases/{id}/reopening',
    permission: 'case.close',
    allowedAs: 'reopen',
    fields: [{ name: 'reason', kind: 'text', required: true }],
  },
  {
    name: 'dismiss',
    path: '/api/v1/cases/{id}/dismissal',
    permission: 'case.close',
    allowedAs: 'dismiss',
    fields: [
      {
        name: 'reason',
        kind: 'select',
        options: ['dismissal', codes.DISMISSAL_REASONS],
        required: true,
      },
      note,
    ],
  },
] as const satisfies readonly Act[];

/** Acts on one thing inside the detention, offered beside that thing. */
export const TARGET_ACTS = {
  hearingNote: {
    name: 'hearingNote',
    path: '/api/v1/detentions/{id}/hearings/{hearing}/notes',
    permission: 'case.edit',
    fields: [
      {
        name: 'outcome',
        kind: 'select',
        label: 'hearingOutcome',
        options: ['hearingOutcome', codes.HEARING_OUTCOMES],
        required: true,
        initial: 'held',
      },
      { name: 'note', kind: 'long', required: true },
      occurredAt,
    ],
  },
  noteReply: {
    name: 'noteReply',
    path: '/api/v1/detentions/{id}/notes-verbales/{note}/replies',
    permission: 'contact.record',
    fields: [
      {
        name: 'kind',
        kind: 'select',
        label: 'replyKind',
        options: ['replyKind', ['access_granted', 'access_refused', 'other']],
        required: true,
        initial: 'access_granted',
      },
      { name: 'reply', kind: 'long' },
      { name: 'repliedAt', kind: 'instant', required: true, initial: 'now' },
    ],
  },
  mistreatmentAssessment: {
    name: 'mistreatmentAssessment',
    path: '/api/v1/detentions/{id}/mistreatment-allegations/{allegation}/assessment',
    permission: 'case.edit',
    fields: [
      {
        name: 'conclusion',
        kind: 'select',
        label: 'assessmentConclusion',
        options: ['assessmentConclusion', codes.ASSESSMENT_CONCLUSIONS],
        required: true,
        initial: 'credible',
      },
      { name: 'note', kind: 'long', required: true },
    ],
  },
} as const satisfies Record<string, Act>;
