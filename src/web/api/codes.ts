/**
 * Codes of the vocabularies that forms offer, as the API lists them; their names are in the
 * `vocabulary` catalogue.
 */
export {
  ChangeStageRequest_stage as STAGES,
  LogDetentionRequest_type as DETENTION_TYPES,
  LogDetentionRequest_noticeChannel as NOTICE_CHANNELS,
  RecordWishRequest_wish as WISHES,
  RecordWishRequest_subject as WISH_SUBJECTS,
  LogDetentionRequest_offenceGroup as OFFENCE_GROUPS,
  RecordContactRequest_kind as CONTACT_KINDS,
  RecordContactRequest_withWhom as CONTACT_PARTIES,
  RecordContactRequest_outcome as CONTACT_OUTCOMES,
  CheckOfVisit_check as VISIT_CHECKS,
  CheckOfVisit_finding as CHECK_FINDINGS,
  NeedOfVisit_code as NEEDS,
  NotifyFamilyRequest_channel as FAMILY_CHANNELS,
  CarryMessageRequest_direction as MESSAGE_DIRECTIONS,
  CarryMessageRequest_party as MESSAGE_PARTIES,
  AddRepresentativeRequest_role as REPRESENTATIVE_ROLES,
  AddRepresentativeRequest_provider as REPRESENTATIVE_PROVIDERS,
  ChecklistOfExpulsion_grounds as GUARANTEE_FINDINGS,
  ReviewExpulsionRequest_conclusion as EXPULSION_CONCLUSIONS,
  CreateFacilityRequest_kind as FACILITY_KINDS,
  CreateFacilityRequest_harshness as HARSHNESS,
  ReportMistreatmentRequest_kinds as MISTREATMENT_KINDS,
  ReportMistreatmentRequest_allegedAuthor as ALLEGED_AUTHORS,
  AssessMistreatmentRequest_conclusion as ASSESSMENT_CONCLUSIONS,
  ScheduleHearingRequest_kind as HEARING_KINDS,
  NoteHearingRequest_outcome as HEARING_OUTCOMES,
  RecordBenefitRequest_kind as BENEFIT_KINDS,
  RecordBenefitRequest_state as BENEFIT_STATES,
  EditCaseRequest_intakeChannel as INTAKE_CHANNELS,
  DocumentRequest_kind as DOCUMENT_KINDS,
  IdentityRequest_state as IDENTITY_STATES,
  CloseCaseRequest_outcome as OUTCOMES,
  DismissCaseRequest_reason as DISMISSAL_REASONS,
  BreachReasonRequest_reason as BREACH_REASONS,
  SignAssessmentRequest_conclusion as NEED_CONCLUSIONS,
  AddPersonRequest_role as PERSON_ROLES,
  CloseRoundRequest_restReason as NOT_VISITED_REASONS,
  PlanRoundRequest_include as ROUND_INCLUSIONS,
  EditDocumentRequest_kind as FILE_KINDS,
  WithdrawFileRequest_reason as WITHDRAWAL_REASONS,
  DocumentPolicyContentResponse_types as FILE_TYPES,
} from './enums';

/* What the API takes as the names of members, as numbers, or as codes of an open list. */
export const EXPULSION_GUARANTEES = [
  'grounds',
  'individual_examination',
  'lawyer',
  'interpreter',
  'copies_of_statements',
  'appeal_deadline',
] as const;
/** Andean Decision 548. */
export const ANDEAN_STATES = ['BO', 'CO', 'EC'] as const;
export const VULNERABILITY_FACTORS = [
  'child_or_adolescent',
  'unaccompanied',
  'pregnant',
  'older_adult',
  'disability',
  'serious_illness',
  'indigenous_or_afro_descendant',
  'lgbtiq',
  'irregular_status',
  'destitute',
  'victim_of_violence',
  'victim_of_trafficking',
  'no_local_language',
  'quechua_or_native_language_speaker',
  'deprived_of_liberty',
  'lacking_legal_capacity',
] as const;
export const SEXES = ['0', '1', '2', '9'] as const;
