import type { Labels } from '../../../platform/i18n/bilingual';

export const AID_KINDS = ['attention', 'request'] as const;
/** The everyday attention, or the request with the full chain (rules §7, *Two speeds*). */
export type AidKind = (typeof AID_KINDS)[number];
export const AID_KIND_LABELS: Labels<AidKind> = {
  attention: { es: 'Atención PALH', en: 'PALH attention' },
  request: { es: 'Solicitud de subvención', en: 'Request for a subvention' },
};

export const AID_LINES = [
  'ticket',
  'food',
  'lodging',
  'medicine',
  'hygiene_kit',
  'legal_orientation',
  'local_transport',
  'defence_documents',
  'remains',
  'cremation_or_burial',
  'ashes',
  'escort',
  'other',
] as const;
/** Budget lines (taxonomy, *Funding*). */
export type AidLine = (typeof AID_LINES)[number];
export const AID_LINE_LABELS: Labels<AidLine> = {
  ticket: { es: 'Pasaje', en: 'Ticket' },
  food: { es: 'Alimentación', en: 'Food' },
  lodging: { es: 'Alojamiento', en: 'Lodging' },
  medicine: { es: 'Medicinas o atención médica', en: 'Medicine or medical care' },
  hygiene_kit: { es: 'Útiles de aseo o ropa', en: 'Hygiene kit or clothing' },
  legal_orientation: { es: 'Orientación legal', en: 'Legal orientation' },
  local_transport: { es: 'Transporte local', en: 'Local transport' },
  defence_documents: { es: 'Documentos para la defensa', en: 'Documents for the defence' },
  remains: { es: 'Repatriación de restos', en: 'Repatriation of remains' },
  cremation_or_burial: { es: 'Cremación o sepelio', en: 'Cremation or burial' },
  ashes: { es: 'Repatriación de cenizas', en: 'Repatriation of ashes' },
  escort: { es: 'Acompañante', en: 'Escort' },
  other: { es: 'Otro', en: 'Other' },
};

export const AID_STATES = [
  'draft',
  'assessed',
  'endorsed',
  'reviewed',
  'committed',
  'paid',
  'paid_urgent',
  'regularised',
  'accounted',
  'observed',
  'settled',
  'returned',
  'refused',
  'cancelled',
  'recorded',
  'rendered',
] as const;
export type AidState = (typeof AID_STATES)[number];
export const AID_STATE_LABELS: Labels<AidState> = {
  draft: { es: 'En preparación', en: 'In preparation' },
  assessed: { es: 'Presentada', en: 'Submitted' },
  endorsed: { es: 'Con visto bueno', en: 'Endorsed' },
  reviewed: { es: 'Revisada en la sede', en: 'Reviewed at headquarters' },
  committed: { es: 'Aprobada y comprometida', en: 'Approved and committed' },
  paid: { es: 'Pagada', en: 'Paid' },
  paid_urgent: { es: 'Pagada por urgencia', en: 'Paid as urgent' },
  regularised: { es: 'Regularizada', en: 'Regularised' },
  accounted: { es: 'Rendida', en: 'Accounted' },
  observed: { es: 'Observada', en: 'Observed' },
  settled: { es: 'Conforme', en: 'Settled' },
  returned: { es: 'Devuelta', en: 'Returned' },
  refused: { es: 'Denegada', en: 'Refused' },
  cancelled: { es: 'Anulada', en: 'Cancelled' },
  recorded: { es: 'Registrada', en: 'Recorded' },
  rendered: { es: 'Rendida en el mes', en: 'Rendered in the month' },
};

export const AID_ACTS = [
  'submit',
  'endorse',
  'review',
  'approve',
  'resolve',
  'pay',
  'pay_urgent',
  'regularise',
  'account',
  'observe',
  'answer',
  'settle',
  'return',
  'refuse',
  'cancel',
  'endorse_attention',
  'render',
] as const;
export type AidAct = (typeof AID_ACTS)[number];
export const AID_DECISION_ACTS = [...AID_ACTS, 'create', 'allow_advance'] as const;
/** What is kept as a decision: each act, and what leaves a request where it stands. */
export type AidDecisionAct = (typeof AID_DECISION_ACTS)[number];

/** Where each act leads and from where (taxonomy, *Funding*); no other way exists. */
export const AID_TRANSITIONS: Readonly<
  Record<AidAct, { from: readonly AidState[]; to: AidState; kinds?: readonly AidKind[] }>
> = {
  submit: { from: ['draft', 'returned'], to: 'assessed', kinds: ['request'] },
  endorse: { from: ['assessed'], to: 'endorsed', kinds: ['request'] },
  review: { from: ['endorsed'], to: 'reviewed', kinds: ['request'] },
  approve: { from: ['assessed', 'endorsed'], to: 'committed', kinds: ['request'] },
  resolve: { from: ['reviewed'], to: 'committed', kinds: ['request'] },
  pay: { from: ['committed'], to: 'paid', kinds: ['request'] },
  pay_urgent: { from: ['assessed'], to: 'paid_urgent', kinds: ['request'] },
  regularise: { from: ['paid_urgent'], to: 'regularised', kinds: ['request'] },
  account: { from: ['paid', 'regularised'], to: 'accounted', kinds: ['request'] },
  observe: { from: ['accounted'], to: 'observed', kinds: ['request'] },
  answer: { from: ['observed'], to: 'accounted', kinds: ['request'] },
  settle: { from: ['accounted'], to: 'settled', kinds: ['request'] },
  return: { from: ['assessed', 'endorsed', 'reviewed'], to: 'returned', kinds: ['request'] },
  refuse: { from: ['assessed', 'endorsed', 'reviewed'], to: 'refused', kinds: ['request'] },
  cancel: {
    from: ['draft', 'returned', 'assessed', 'endorsed', 'reviewed', 'committed'],
    to: 'cancelled',
    kinds: ['request'],
  },
  endorse_attention: { from: ['recorded'], to: 'endorsed', kinds: ['attention'] },
  render: { from: ['endorsed'], to: 'rendered', kinds: ['attention'] },
};

/** What an act may do from a state; empty where it may not. */
export const mayFollow = (kind: AidKind, state: AidState, act: AidAct): boolean => {
  const { from, kinds } = AID_TRANSITIONS[act];
  return from.includes(state) && (kinds === undefined || kinds.includes(kind));
};
export const actsFrom = (kind: AidKind, state: AidState): AidAct[] =>
  AID_ACTS.filter((act) => mayFollow(kind, state, act));

/** States in which the money of a request waits for somebody (its age is shown). */
export const isEnded = (state: AidState): boolean =>
  (['settled', 'refused', 'cancelled', 'rendered'] as readonly AidState[]).includes(state);

export const WATERFALL_STEPS = ['support_network', 'palh'] as const;
/** What is tried before the next purse opens (rules §7, *Funding waterfall*). */
export type WaterfallStep = (typeof WATERFALL_STEPS)[number];
export const WATERFALL_STEP_LABELS: Labels<WaterfallStep> = {
  support_network: { es: 'Red de apoyo sin costo', en: 'Support network at no cost' },
  palh: { es: 'PALH de la oficina', en: 'PALH of the post' },
};
export const WATERFALL_FINDINGS = ['exhausted', 'falls_short'] as const;
export type WaterfallFinding = (typeof WATERFALL_FINDINGS)[number];
export const WATERFALL_FINDING_LABELS: Labels<WaterfallFinding> = {
  exhausted: { es: 'Agotado', en: 'Exhausted' },
  falls_short: { es: 'No alcanza', en: 'Falls short' },
};

export const EXCLUDED_ITEMS = ['visa', 'passport', 'allowance', 'relatives_stay'] as const;
/** What no aid pays (rules §7, *Excluded*: law and practice). */
export type ExcludedItem = (typeof EXCLUDED_ITEMS)[number];
export const EXCLUDED_ITEM_LABELS: Labels<ExcludedItem> = {
  visa: { es: 'Trámite de visa', en: 'Visa processing' },
  passport: { es: 'Costo del pasaporte', en: 'Cost of a passport' },
  allowance: { es: 'Bolsa de viaje', en: 'Travel allowance' },
  relatives_stay: { es: 'Estadía de familiares', en: 'Stay of relatives' },
};

export const PAYMENT_METHODS = ['cash', 'transfer', 'card', 'cheque', 'supplier'] as const;
export type PaymentMethod = (typeof PAYMENT_METHODS)[number];
export const PAYMENT_METHOD_LABELS: Labels<PaymentMethod> = {
  cash: { es: 'Efectivo, con firma de quien recibe', en: 'Cash, signed by the receiver' },
  transfer: { es: 'Transferencia', en: 'Transfer' },
  card: { es: 'Tarjeta', en: 'Card' },
  cheque: { es: 'Cheque', en: 'Cheque' },
  supplier: { es: 'Pago al proveedor', en: 'Paid to the supplier' },
};

export const RECEIPT_KINDS = ['receipt', 'sworn_declaration'] as const;
export type ReceiptKind = (typeof RECEIPT_KINDS)[number];
export const RECEIPT_KIND_LABELS: Labels<ReceiptKind> = {
  receipt: { es: 'Comprobante', en: 'Receipt' },
  sworn_declaration: { es: 'Declaración jurada', en: 'Sworn declaration' },
};

export const NEED_PROOFS = ['none', 'sworn_declaration', 'poverty_certificate'] as const;
export type NeedProof = (typeof NEED_PROOFS)[number];
export const NEED_PROOF_LABELS: Labels<NeedProof> = {
  none: { es: 'Ninguna', en: 'None' },
  sworn_declaration: { es: 'Declaración jurada', en: 'Sworn declaration' },
  poverty_certificate: { es: 'Certificado de pobreza', en: 'Certificate of poverty' },
};
