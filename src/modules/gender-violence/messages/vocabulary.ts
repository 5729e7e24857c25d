import { joined, labelled, type Bilingual } from '../../../platform/i18n/bilingual';
import { ASSISTANCE_OUTCOME_LABELS, FOLLOW_UP_FINDING_LABELS } from '../domain/course';
import {
  AGGRESSOR_RELATION_LABELS,
  GBVIMS_TYPE_LABELS,
  INCIDENT_CONTEXT_LABELS,
  VIOLENCE_CASE_TYPE_LABELS,
  VIOLENCE_TYPE_LABELS,
} from '../domain/incident';
import {
  CHILD_SITUATION_LABELS,
  MEASURE_KIND_LABELS,
  MEASURE_STATE_LABELS,
  SERVICE_STATE_LABELS,
  SUPPORT_SERVICE_LABELS,
} from '../domain/protection';
import { RISK_LEVEL_LABELS } from '../domain/risk';

const VOCABULARIES: Record<string, Readonly<Record<string, Bilingual>>> = {
  type: VIOLENCE_CASE_TYPE_LABELS,
  violence_type: VIOLENCE_TYPE_LABELS,
  gbvims_type: GBVIMS_TYPE_LABELS,
  context: INCIDENT_CONTEXT_LABELS,
  aggressor_relation: AGGRESSOR_RELATION_LABELS,
  risk_level: RISK_LEVEL_LABELS,
  measure_kind: MEASURE_KIND_LABELS,
  measure_state: MEASURE_STATE_LABELS,
  child_situation: CHILD_SITUATION_LABELS,
  service: SUPPORT_SERVICE_LABELS,
  service_state: SERVICE_STATE_LABELS,
  follow_up: FOLLOW_UP_FINDING_LABELS,
  outcome: ASSISTANCE_OUTCOME_LABELS,
};

/** `gender_violence.<vocabulary>.<code>` for every code of the module. */
export const vocabularyMessages = joined(
  ...Object.entries(VOCABULARIES).map(([vocabulary, words]) =>
    labelled(`gender_violence.${vocabulary}.`, words),
  ),
);
