import * as codes from '../../api/codes';
import { type Act, type ActField, note, occurredAt } from './acts';

/** What the officer looks at to say that an expulsion is not arbitrary. */
const guarantees = codes.EXPULSION_GUARANTEES.map((guarantee): ActField => ({
  name: guarantee,
  kind: 'select',
  vocabulary: 'expulsionGuarantee',
  options: ['guaranteeFinding', codes.GUARANTEE_FINDINGS],
  required: true,
  initial: 'unknown',
}));

/** Acts on one thing inside the detention, offered beside that thing. */
export const TARGET_ACTS = {
  representationEnd: {
    name: 'representationEnd',
    path: '/api/v1/detentions/{id}/representatives/{representative}/end',
    permission: 'case.edit',
    versionOf: (file, target) =>
      file.detention?.representatives.find(({ id }) => id === target)?.version,
    fields: [{ name: 'until', kind: 'day', required: true, initial: 'now' }],
  },
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
  noteSilence: {
    name: 'noteSilence',
    path: '/api/v1/detentions/{id}/notes-verbales/{note}/explanation',
    permission: 'case.edit',
    fields: [{ name: 'explanation', kind: 'long', required: true }],
  },
  expulsionReview: {
    name: 'expulsionReview',
    path: '/api/v1/detentions/{id}/expulsions/{expulsion}/reviews',
    permission: 'case.edit',
    fields: [
      ...guarantees,
      {
        name: 'conclusion',
        kind: 'select',
        label: 'expulsionConclusion',
        options: ['expulsionConclusion', codes.EXPULSION_CONCLUSIONS],
        required: true,
        initial: 'inconclusive',
      },
      occurredAt,
      note,
    ],
    toBody: ({ conclusion, occurredAt: at, note: text, ...checklist }) => ({
      conclusion,
      occurredAt: at,
      note: text,
      checklist,
    }),
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
