import { joined, labelled, type Bilingual } from '../../../platform/i18n/bilingual';
import {
  ABDUCTION_DECISION_LABELS,
  ABDUCTION_KIND_LABELS,
  ABDUCTION_ROUTE_LABELS,
  ABDUCTION_STEP_LABELS,
} from '../domain/abduction';
import { CHILD_WITH_LABELS, MINOR_CASE_TYPE_LABELS, OF_AGE_COURSE_LABELS } from '../domain/child';
import { GUARDIANSHIP_GROUND_LABELS, GUARDIANSHIP_STATE_LABELS } from '../domain/guardianship';
import {
  CONCERN_LABELS,
  HEARING_OF_CHILD_LABELS,
  INTEREST_COURSE_LABELS,
  INTEREST_STAGE_LABELS,
  MATURITY_LABELS,
} from '../domain/interests';
import {
  CHILD_RELATION_LABELS,
  RELATIONSHIP_STATE_LABELS,
  REUNIFICATION_FINDING_LABELS,
  SUITABILITY_LABELS,
  TRACING_RESULT_LABELS,
  TRACING_SOURCE_LABELS,
} from '../domain/reunification';
import {
  CARE_HEARING_OUTCOME_LABELS,
  CARE_OUTCOME_LABELS,
  CARE_STEP_LABELS,
  PLACEMENT_LABELS,
} from '../domain/state-care';
import {
  AUTHORISATION_FORM_LABELS,
  AUTHORISATION_KIND_LABELS,
  TRAVEL_GROUND_LABELS,
} from '../domain/travel';

const VOCABULARIES: Record<string, Readonly<Record<string, Bilingual>>> = {
  type: MINOR_CASE_TYPE_LABELS,
  child_with: CHILD_WITH_LABELS,
  of_age_course: OF_AGE_COURSE_LABELS,
  interest_stage: INTEREST_STAGE_LABELS,
  hearing_of_child: HEARING_OF_CHILD_LABELS,
  maturity: MATURITY_LABELS,
  interest_course: INTEREST_COURSE_LABELS,
  concern: CONCERN_LABELS,
  guardianship_ground: GUARDIANSHIP_GROUND_LABELS,
  guardianship_state: GUARDIANSHIP_STATE_LABELS,
  authorisation_kind: AUTHORISATION_KIND_LABELS,
  authorisation_form: AUTHORISATION_FORM_LABELS,
  travel_ground: TRAVEL_GROUND_LABELS,
  placement: PLACEMENT_LABELS,
  care_outcome: CARE_OUTCOME_LABELS,
  care_hearing_outcome: CARE_HEARING_OUTCOME_LABELS,
  care_step: CARE_STEP_LABELS,
  abduction_kind: ABDUCTION_KIND_LABELS,
  abduction_route: ABDUCTION_ROUTE_LABELS,
  abduction_step: ABDUCTION_STEP_LABELS,
  abduction_decision: ABDUCTION_DECISION_LABELS,
  tracing_source: TRACING_SOURCE_LABELS,
  tracing_result: TRACING_RESULT_LABELS,
  child_relation: CHILD_RELATION_LABELS,
  relationship_state: RELATIONSHIP_STATE_LABELS,
  suitability: SUITABILITY_LABELS,
  reunification_finding: REUNIFICATION_FINDING_LABELS,
};

/** `minor.<vocabulary>.<code>` for every code of the module. */
export const vocabularyMessages = joined(
  ...Object.entries(VOCABULARIES).map(([vocabulary, words]) =>
    labelled(`minor.${vocabulary}.`, words),
  ),
);
