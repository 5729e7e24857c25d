import { joined, labelled, type Bilingual } from '../../../platform/i18n/bilingual';
import {
  AID_KIND_LABELS,
  AID_LINE_LABELS,
  AID_STATE_LABELS,
  EXCLUDED_ITEM_LABELS,
  NEED_PROOF_LABELS,
  PAYMENT_METHOD_LABELS,
  RECEIPT_KIND_LABELS,
  WATERFALL_FINDING_LABELS,
  WATERFALL_STEP_LABELS,
} from '../domain/aid';
import { AID_CHECK_LABELS } from '../domain/checks';
import type { AID_DUTIES } from '../domain/plan-aid';
import type { aidTimelineKinds } from '../timeline-kinds';
import { errorMessages } from './errors';

const VOCABULARIES: Record<string, Readonly<Record<string, Bilingual>>> = {
  kind: AID_KIND_LABELS,
  line: AID_LINE_LABELS,
  state: AID_STATE_LABELS,
  check: AID_CHECK_LABELS,
  proof: NEED_PROOF_LABELS,
  excluded: EXCLUDED_ITEM_LABELS,
  method: PAYMENT_METHOD_LABELS,
  receipt: RECEIPT_KIND_LABELS,
  waterfall_step: WATERFALL_STEP_LABELS,
  waterfall_finding: WATERFALL_FINDING_LABELS,
};
const ENTRIES: Record<keyof typeof aidTimelineKinds, Bilingual> = {
  'aid.recorded': { es: 'Ayuda con fondos públicos', en: 'Aid with public money' },
  'aid.decided': { es: 'Ayuda: nuevo paso', en: 'Aid: next stage' },
};
const DUTIES: Record<(typeof AID_DUTIES)[number], Bilingual> = {
  aid_endorsement: { es: 'Visto bueno a la ayuda', en: 'Endorse the aid' },
  aid_review: { es: 'Revisar la ayuda en la sede', en: 'Review the aid at headquarters' },
  aid_resolution: { es: 'Resolver la ayuda', en: 'Resolve the aid' },
  aid_payment: { es: 'Pagar la ayuda aprobada', en: 'Pay the aid approved' },
  aid_accounting: { es: 'Rendir la ayuda', en: 'Account for the aid' },
  aid_rendition: { es: 'Rendir el anticipo', en: 'Account for the advance' },
  aid_regularisation: { es: 'Regularizar el pago urgente', en: 'Regularise the urgent payment' },
  aid_answer: { es: 'Responder la observación', en: 'Answer the observation' },
  aid_settlement: { es: 'Dar conformidad a la rendición', en: 'Settle the rendition' },
};

/** The texts of aid in both languages. */
export const aidMessages = joined(
  errorMessages,
  labelled('timeline.', ENTRIES),
  labelled('duties.', DUTIES),
  ...Object.entries(VOCABULARIES).map(([vocabulary, words]) =>
    labelled(`aid.${vocabulary}.`, words),
  ),
);
