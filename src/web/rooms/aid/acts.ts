import type { PathWith } from '../../api/client';
import {
  PAYMENT_METHODS,
  RECEIPT_KINDS,
  WATERFALL_FINDINGS,
  WATERFALL_STEPS,
  type Aid,
  type AidAct,
} from '../../api/aid';
import type { FieldValue, FormField } from '../../ui/fields-dialog';
import { todayAt } from '../../time/zoned';

/** What can be done to a request: an act of its chain, or something added to its file. */
export type AidStep =
  | Exclude<AidAct, 'endorse_attention' | 'render'>
  | 'quote'
  | 'waterfall'
  | 'receipt'
  | 'exceed'
  | 'allow_advance';

export interface StepForm {
  path: PathWith<'post'>;
  fields: FormField[];
  /** What is sent, where it is not what was typed. */
  body?: (typed: Record<string, FieldValue>) => Record<string, unknown>;
}

const LIMA = 'America/Lima';
const why: FormField = { name: 'reason', kind: 'long', required: true };
const maybeWhy: FormField = { ...why, required: false };
const note: FormField = { name: 'note', kind: 'long', hint: 'help.note', required: true };
const certificate: FormField = { name: 'certificate', kind: 'text', hint: 'help.certificate' };

const resolution = (required: boolean): FormField[] => [
  { name: 'resolutionNumber', kind: 'text', required },
  { name: 'resolutionOn', kind: 'day', required, initial: todayAt(LIMA) },
];

/** Whoever holds an advance, the person or an officer: nobody when the expense is known. */
const holders = (aid: Aid): FormField[] =>
  aid.caseId === null
    ? []
    : [
        {
          name: 'advance',
          kind: 'select',
          whenEmpty: 'notAdvance',
          hint: 'help.advance',
          choices: aid.beneficiaries.map(({ personId, name }) => ({
            value: personId,
            label: name ?? personId,
          })),
        },
        { name: 'holderOfficer', kind: 'staff', hint: 'help.holderOfficer', postId: aid.postId },
      ];

const payment = (aid: Aid, file: FormField): StepForm => ({
  path: '/api/v1/aid/{id}/payment',
  fields: [
    { name: 'method', kind: 'select', options: ['paymentMethod', PAYMENT_METHODS], required: true },
    { name: 'paidOn', kind: 'day', required: true, initial: todayAt(LIMA) },
    { name: 'proof', kind: 'text', hint: 'help.proof' },
    { ...file, name: 'receiverDocumentId' },
    ...holders(aid),
  ],
  body: ({ advance: personId, holderOfficer: accountId, ...typed }) => ({
    ...typed,
    ...(personId || accountId ? { advance: { personId, accountId } } : {}),
  }),
});

/** The form of each step; files are those of the case, which the reader sees. */
export function formOf(step: AidStep, aid: Aid): StepForm {
  const file: FormField = { name: 'documentId', kind: 'document', caseId: aid.caseId ?? '' };
  const money: FormField = { name: 'amount', kind: 'text', hint: 'help.amount', required: true };
  const at = (path: string, fields: FormField[] = []): StepForm => ({
    path: `/api/v1/aid/{id}/${path}` as PathWith<'post'>,
    fields,
  });
  const forms: Record<AidStep, () => StepForm> = {
    submit: () => at('submission'),
    endorse: () => at('endorsement', [maybeWhy]),
    review: () => at('review', [maybeWhy]),
    approve: () => at('approval', [certificate, maybeWhy]),
    resolve: () => at('resolution', [...resolution(true), certificate, maybeWhy]),
    pay: () => payment(aid, file),
    pay_urgent: () => ({ ...payment(aid, file), path: '/api/v1/aid/{id}/urgent-payment' }),
    regularise: () =>
      at('regularisation', [...(aid.programme === 'pah' ? resolution(true) : []), maybeWhy]),
    account: () => at('accounting', [{ name: 'returned', kind: 'text', hint: 'help.returned' }]),
    observe: () => at('observation', [note]),
    answer: () => at('answer', [note]),
    settle: () => at('settlement'),
    return: () => at('return', [why]),
    refuse: () => at('refusal', [why]),
    cancel: () => at('cancellation', [why]),
    exceed: () => at('exceeding'),
    allow_advance: () => at('advance-allowance', [why]),
    quote: () =>
      at('quotes', [
        { name: 'supplier', kind: 'text', required: true },
        money,
        { name: 'currency', kind: 'text', required: true, initial: aid.currency },
        file,
      ]),
    waterfall: () =>
      at('waterfall', [
        {
          name: 'step',
          kind: 'select',
          options: ['waterfallStep', WATERFALL_STEPS],
          required: true,
        },
        {
          name: 'finding',
          kind: 'select',
          options: ['waterfallFinding', WATERFALL_FINDINGS],
          required: true,
        },
        { name: 'evidence', kind: 'long', required: true },
        file,
      ]),
    receipt: () =>
      at('receipts', [
        { name: 'kind', kind: 'select', options: ['receiptKind', RECEIPT_KINDS], required: true },
        { name: 'taxId', kind: 'text', hint: 'help.taxId' },
        { name: 'number', kind: 'text' },
        { name: 'issuedOn', kind: 'day', required: true, initial: todayAt(LIMA) },
        money,
        file,
      ]),
  };
  return forms[step]();
}
