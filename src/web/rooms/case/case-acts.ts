import * as codes from '../../api/codes';
import { type Act, note } from './acts';

/** What may be done with the case itself. */
export const CASE_ACTS = [
  {
    name: 'note',
    path: '/api/v1/cases/{id}/notes',
    permission: 'contact.record',
    allowedAs: 'note',
    fields: [
      { name: 'text', kind: 'long', required: true },
      { name: 'mentions', kind: 'colleagues' },
    ],
  },
  {
    name: 'review',
    path: '/api/v1/cases/{id}/reviews',
    permission: 'case.edit',
    fields: [{ name: 'note', kind: 'long', required: true }],
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
      { name: 'subdivision', kind: 'subdivision', initial: (file) => file.subdivision },
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
      {
        name: 'outcome',
        kind: 'select',
        options: ['outcome', (file) => file.catalogue?.outcomes ?? codes.OUTCOMES],
        required: true,
      },
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
