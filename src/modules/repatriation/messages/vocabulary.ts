import { FARE_PAYER_LABELS } from '../../../platform/money/payers';
import { joined, labelled, type Bilingual } from '../../../platform/i18n/bilingual';
import { CONDITION_LABELS, UNDERTAKING_LABELS } from '../domain/eligibility';
import { SEGMENT_MODE_LABELS } from '../domain/itinerary';
import { JOURNEY_GAP_LABELS, JOURNEY_PAPER_LABELS } from '../domain/journey';
import { REPATRIATION_TYPE_LABELS } from '../domain/repatriation-type';
import { STEP_STATE_LABELS } from '../domain/schedule';
import {
  BENEFIT_CHANNEL_LABELS,
  CONSULTATION_KIND_LABELS,
  CONSULTATION_STATE_LABELS,
  OWNER_ROLE_LABELS,
  RECEPTION_STAGE_LABELS,
  REIMBURSEMENT_LABELS,
  RETURN_FINDING_LABELS,
} from '../domain/vocabulary';

const VOCABULARIES: Record<string, Readonly<Record<string, Bilingual>>> = {
  type: REPATRIATION_TYPE_LABELS,
  condition: CONDITION_LABELS,
  undertaking: UNDERTAKING_LABELS,
  step_state: STEP_STATE_LABELS,
  owner_role: OWNER_ROLE_LABELS,
  consultation_kind: CONSULTATION_KIND_LABELS,
  consultation_state: CONSULTATION_STATE_LABELS,
  paper: JOURNEY_PAPER_LABELS,
  gap: JOURNEY_GAP_LABELS,
  payer: FARE_PAYER_LABELS,
  mode: SEGMENT_MODE_LABELS,
  reception_stage: RECEPTION_STAGE_LABELS,
  benefit_channel: BENEFIT_CHANNEL_LABELS,
  finding: RETURN_FINDING_LABELS,
  debt: REIMBURSEMENT_LABELS,
};

/** `repatriation.<vocabulary>.<code>` for every code of the module. */
export const vocabularyMessages = joined(
  ...Object.entries(VOCABULARIES).map(([vocabulary, words]) =>
    labelled(`repatriation.${vocabulary}.`, words),
  ),
);
