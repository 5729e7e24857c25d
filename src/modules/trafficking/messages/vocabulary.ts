import { joined, labelled, type Bilingual } from '../../../platform/i18n/bilingual';
import * as protection from '../domain/protection';
import * as words from '../domain/vocabulary';

const VOCABULARIES: Record<string, Readonly<Record<string, Bilingual>>> = {
  type: words.TRAFFICKING_CASE_TYPE_LABELS,
  indicator: words.INDICATOR_LABELS,
  act: words.TRAFFICKING_ACT_LABELS,
  purpose: words.PURPOSE_LABELS,
  means: words.MEANS_LABELS,
  recruited_through: words.RECRUITED_THROUGH_LABELS,
  relation: words.RELATION_LABELS,
  part: words.PERPETRATOR_PART_LABELS,
  transport: words.TRANSPORT_LABELS,
  border_documents: words.BORDER_DOCUMENT_LABELS,
  nationality_finding: protection.NATIONALITY_FINDING_LABELS,
  age_finding: protection.AGE_FINDING_LABELS,
  recipient: protection.REFERRAL_RECIPIENT_LABELS,
  referral_state: protection.REFERRAL_STATE_LABELS,
  reflection: protection.REFLECTION_STATE_LABELS,
  return_risk: protection.RETURN_RISK_LABELS,
  return_finding: protection.RETURN_FINDING_LABELS,
};

/** `trafficking.<vocabulary>.<code>` for every code of the module. */
export const vocabularyMessages = joined(
  ...Object.entries(VOCABULARIES).map(([vocabulary, labels]) =>
    labelled(`trafficking.${vocabulary}.`, labels),
  ),
);
