/** Codes that the forms of circle, consents, disclosures and assessments offer, as the API lists them. */
export {
  AddMemberRequest_kind as MEMBER_KINDS,
  RecordConsentRequest_purpose as PURPOSES,
  RecipientRequest_kind as RECIPIENT_KINDS,
  RecordConsentRequest_categories as DATA_CATEGORIES,
  RecordConsentRequest_decision as CONSENT_DECISIONS,
  RecordConsentRequest_givenBy as CONSENT_GIVERS,
  RecordConsentRequest_form as CONSENT_FORMS,
  RecordDisclosureRequest_ground as DISCLOSURE_GROUNDS,
  RecordDisclosureRequest_channel as DISCLOSURE_CHANNELS,
  RecordDisclosureRequest_safeguards as SAFEGUARDS,
  SignAssessmentRequest_circumstances as CIRCUMSTANCES,
  SignAssessmentRequest_conditions as CONDITIONS,
  SignAssessmentRequest_housing as HOUSING,
  SignAssessmentRequest_support as SUPPORT,
  SignAssessmentRequest_health as HEALTH,
  SignAssessmentRequest_legalCapacity as LEGAL_CAPACITY,
} from './enums';
