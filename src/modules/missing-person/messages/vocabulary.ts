import { joined, labelled, type Bilingual } from '../../../platform/i18n/bilingual';
import { ANSWER_CHANNEL_LABELS } from '../domain/answer-channel';
import { ANSWER_BASIS_LABELS, WILL_LABELS } from '../domain/may-tell';
import {
  INQUIRY_KIND_LABELS,
  INTEREST_DECISION_LABELS,
  MISSING_CASE_TYPE_LABELS,
  REQUESTER_RELATION_LABELS,
  SEARCH_RESULT_LABELS,
} from '../domain/missing-person';

const VOCABULARIES: Record<string, Readonly<Record<string, Bilingual>>> = {
  type: MISSING_CASE_TYPE_LABELS,
  relation: REQUESTER_RELATION_LABELS,
  interest: INTEREST_DECISION_LABELS,
  inquiry_kind: INQUIRY_KIND_LABELS,
  result: SEARCH_RESULT_LABELS,
  will: WILL_LABELS,
  answer_basis: ANSWER_BASIS_LABELS,
  answer_channel: ANSWER_CHANNEL_LABELS,
};

/** `missing_person.<vocabulary>.<code>` for every code of the module. */
export const vocabularyMessages = joined(
  ...Object.entries(VOCABULARIES).map(([vocabulary, words]) =>
    labelled(`missing_person.${vocabulary}.`, words),
  ),
);
