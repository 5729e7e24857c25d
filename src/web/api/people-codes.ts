/** Codes of what ties a person to names, to others and to restraint, as the API lists them. */
export {
  AliasRequest_kind as ALIAS_KINDS,
  WithdrawAliasRequest_reason as ALIAS_WITHDRAWALS,
  RelationRequest_kind as RELATION_KINDS,
  RelationRequest_source as RELATION_SOURCES,
  GuardianRequest_ground as GUARDIAN_GROUNDS,
  RestrictContactRequest_channel as CONTACT_CHANNELS,
  RestrictContactRequest_ground as RESTRICTION_GROUNDS,
  ContactAttemptRequest_outcome as ATTEMPT_OUTCOMES,
  ContactRequest_kind as DETAIL_KINDS,
  WithdrawDocumentRequest_reason as DOCUMENT_WITHDRAWALS,
  WithdrawContactRequest_reason as CONTACT_WITHDRAWALS,
} from './enums';
