import { joined, labelled, type Bilingual } from '../../../platform/i18n/bilingual';
import { ASSISTANCE_LABELS } from '../domain/assistance';
import {
  CONTACT_KIND_LABELS,
  CONTACT_OUTCOME_LABELS,
  CONTACT_PARTY_LABELS,
} from '../domain/contact';
import {
  FAMILY_CHANNEL_LABELS,
  MESSAGE_DIRECTION_LABELS,
  MESSAGE_PARTY_LABELS,
} from '../domain/correspondence';
import { REPRESENTATIVE_PROVIDER_LABELS, REPRESENTATIVE_ROLE_LABELS } from '../domain/defence';
import { DETENTION_TYPE_LABELS } from '../domain/detention-type';
import {
  EXPULSION_CONCLUSION_LABELS,
  EXPULSION_GUARANTEE_LABELS,
  GUARANTEE_FINDING_LABELS,
} from '../domain/expulsion';
import { FACILITY_KIND_LABELS, HARSHNESS_LABELS } from '../domain/facility';
import {
  ACKNOWLEDGER_LABELS,
  ALLEGED_AUTHOR_LABELS,
  ASSESSMENT_CONCLUSION_LABELS,
  MISTREATMENT_KIND_LABELS,
} from '../domain/mistreatment';
import { NOTICE_CHANNEL_LABELS, WISH_LABELS, WISH_SUBJECT_LABELS } from '../domain/notice';
import { OFFENCE_GROUP_LABELS } from '../domain/offence';
import {
  BENEFIT_KIND_LABELS,
  BENEFIT_STATE_LABELS,
  HEARING_KIND_LABELS,
  HEARING_OUTCOME_LABELS,
} from '../domain/proceedings';
import { STAGE_LABELS } from '../domain/stage';
import { CHECK_FINDING_LABELS, NEED_LABELS, VISIT_CHECK_LABELS } from '../domain/visit-checks';

const VOCABULARIES: Record<string, Readonly<Record<string, Bilingual>>> = {
  type: DETENTION_TYPE_LABELS,
  stage: STAGE_LABELS,
  offence_group: OFFENCE_GROUP_LABELS,
  notice_channel: NOTICE_CHANNEL_LABELS,
  wish: WISH_LABELS,
  wish_subject: WISH_SUBJECT_LABELS,
  contact_kind: CONTACT_KIND_LABELS,
  contact_party: CONTACT_PARTY_LABELS,
  contact_outcome: CONTACT_OUTCOME_LABELS,
  check: VISIT_CHECK_LABELS,
  finding: CHECK_FINDING_LABELS,
  need: NEED_LABELS,
  assistance: ASSISTANCE_LABELS,
  facility_kind: FACILITY_KIND_LABELS,
  harshness: HARSHNESS_LABELS,
  hearing_kind: HEARING_KIND_LABELS,
  hearing_outcome: HEARING_OUTCOME_LABELS,
  benefit: BENEFIT_KIND_LABELS,
  benefit_state: BENEFIT_STATE_LABELS,
  representative_role: REPRESENTATIVE_ROLE_LABELS,
  representative_provider: REPRESENTATIVE_PROVIDER_LABELS,
  guarantee: EXPULSION_GUARANTEE_LABELS,
  guarantee_finding: GUARANTEE_FINDING_LABELS,
  expulsion_conclusion: EXPULSION_CONCLUSION_LABELS,
  mistreatment: MISTREATMENT_KIND_LABELS,
  alleged_author: ALLEGED_AUTHOR_LABELS,
  acknowledger: ACKNOWLEDGER_LABELS,
  assessment: ASSESSMENT_CONCLUSION_LABELS,
  message_direction: MESSAGE_DIRECTION_LABELS,
  message_party: MESSAGE_PARTY_LABELS,
  family_channel: FAMILY_CHANNEL_LABELS,
};

/** `detention.<vocabulary>.<code>` for every code of the module. */
export const vocabularyMessages = joined(
  ...Object.entries(VOCABULARIES).map(([vocabulary, words]) =>
    labelled(`detention.${vocabulary}.`, words),
  ),
);
