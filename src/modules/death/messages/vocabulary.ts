import { joined, labelled, type Bilingual } from '../../../platform/i18n/bilingual';
import {
  DEATH_CASE_TYPE_LABELS,
  HEIRS_LABELS,
  IDENTIFICATION_LABELS,
  MANNER_LABELS,
  RELATION_LABELS,
  REPORT_SUBJECT_LABELS,
} from '../domain/death';
import { KIN_CHANNEL_LABELS } from '../domain/kin';
import {
  REMAINS_KIND_LABELS,
  RESTING_KIND_LABELS,
  TRANSPORT_MODE_LABELS,
  WAY_LABELS,
} from '../domain/remains';
import { CONDITION_LABELS, DOCUMENT_STATE_LABELS } from '../domain/requirements';

const VOCABULARIES: Record<string, Readonly<Record<string, Bilingual>>> = {
  type: DEATH_CASE_TYPE_LABELS,
  manner: MANNER_LABELS,
  identification: IDENTIFICATION_LABELS,
  heirs: HEIRS_LABELS,
  relation: RELATION_LABELS,
  report_subject: REPORT_SUBJECT_LABELS,
  kin_channel: KIN_CHANNEL_LABELS,
  way: WAY_LABELS,
  remains_kind: REMAINS_KIND_LABELS,
  transport_mode: TRANSPORT_MODE_LABELS,
  resting_kind: RESTING_KIND_LABELS,
  document_state: DOCUMENT_STATE_LABELS,
  condition: CONDITION_LABELS,
};

/** `death.<vocabulary>.<code>` for every code of the module. */
export const vocabularyMessages = joined(
  ...Object.entries(VOCABULARIES).map(([vocabulary, words]) =>
    labelled(`death.${vocabulary}.`, words),
  ),
);
