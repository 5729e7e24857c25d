/** Codes of the vocabularies that forms offer; their names are in the `vocabulary` catalogue. */
export const STAGES = [
  'arrested',
  'pretrial',
  'bail',
  'on_trial',
  'sentenced',
  'appeal_pending',
  'parole',
  'suspended_sentence',
  'immigration_detention',
  'pending_expulsion',
  'acquitted',
  'charges_dropped',
  'released',
  'expelled',
  'deported',
  'transferred_to_peru',
  'escaped',
  'died_in_custody',
] as const;
export const DETENTION_TYPES = [
  'criminal_detention',
  'immigration_detention',
  'administrative_arrest',
  'expulsion_proceedings',
  'sentence_transfer',
] as const;
export const NOTICE_CHANNELS = [
  'written_notice',
  'telephone',
  'email',
  'fax',
  'in_person',
  'family',
  'detainee',
  'lawyer',
  'organisation',
  'press',
  'headquarters',
  'other',
] as const;
export const WISHES = ['yes', 'no', 'not_asked'] as const;
export const WISH_SUBJECTS = ['visit', 'family'] as const;
export const OFFENCE_GROUPS = [
  'drugs',
  'property',
  'homicide',
  'assault',
  'sexual_offence',
  'trafficking_or_smuggling',
  'fraud',
  'migration',
  'traffic',
  'public_order',
  'other',
  'unknown',
] as const;
export const CONTACT_KINDS = ['in_person', 'video', 'telephone', 'letter'] as const;
export const CONTACT_PARTIES = ['detainee', 'family', 'lawyer', 'authority', 'other'] as const;
export const CONTACT_OUTCOMES = [
  'done',
  'refused_by_person',
  'refused_by_authority',
  'person_moved',
  'released',
] as const;
export const VISIT_CHECKS = [
  'health',
  'due_process',
  'fundamental_rights',
  'legal_assistance',
  'interpreter',
  'treatment',
] as const;
export const CHECK_FINDINGS = ['good', 'concern', 'serious', 'not_checked', 'not_needed'] as const;
export const NEEDS = [
  'medical_care',
  'medicine',
  'psychological_support',
  'lawyer',
  'interpreter',
  'documents',
  'family_contact',
  'hygiene_kit',
  'clothing',
  'food',
  'money',
  'reading',
  'religious_support',
  'work_or_study',
  'protection',
  'other',
] as const;
export const FAMILY_CHANNELS = [
  'telephone',
  'email',
  'in_person',
  'letter',
  'ode',
  'other',
] as const;
export const MESSAGE_DIRECTIONS = ['delivered', 'received'] as const;
export const MESSAGE_PARTIES = ['family', 'lawyer', 'authority', 'post', 'other'] as const;
export const REPRESENTATIVE_ROLES = ['lawyer', 'interpreter'] as const;
export const REPRESENTATIVE_PROVIDERS = [
  'public_defender',
  'pro_bono',
  'ngo',
  'university_clinic',
  'court_appointed',
  'volunteer',
  'chosen_by_person',
] as const;
export const EXPULSION_GUARANTEES = [
  'grounds',
  'individual_examination',
  'lawyer',
  'interpreter',
  'copies_of_statements',
  'appeal_deadline',
] as const;
export const GUARANTEE_FINDINGS = ['met', 'not_met', 'unknown', 'not_applicable'] as const;
export const EXPULSION_CONCLUSIONS = ['not_arbitrary', 'arbitrary', 'inconclusive'] as const;
export const FACILITY_KINDS = [
  'police_station',
  'prison',
  'immigration_centre',
  'juvenile_centre',
  'hospital',
  'other',
] as const;
export const HARSHNESS = ['standard', 'harsh'] as const;
export const MISTREATMENT_KINDS = [
  'torture',
  'physical_violence',
  'sexual_violence',
  'threats',
  'denial_of_medical_care',
  'solitary_confinement',
  'inhuman_conditions',
  'discrimination',
  'other',
] as const;
export const ALLEGED_AUTHORS = [
  'police',
  'prison_staff',
  'inmates',
  'other_authority',
  'unknown',
] as const;
export const ASSESSMENT_CONCLUSIONS = ['credible', 'unfounded', 'inconclusive'] as const;
export const HEARING_KINDS = [
  'first_appearance',
  'bail',
  'preliminary',
  'trial',
  'sentencing',
  'appeal',
  'immigration',
  'expulsion',
  'parole',
  'other',
] as const;
export const HEARING_OUTCOMES = ['held', 'postponed', 'cancelled'] as const;
export const BENEFIT_KINDS = [
  'sentence_reduction',
  'parole',
  'day_release',
  'work_or_study',
  'family_visits',
  'house_arrest',
  'pardon',
  'transfer_to_peru',
  'other',
] as const;
export const BENEFIT_STATES = ['informed', 'requested', 'granted', 'refused', 'withdrawn'] as const;
/** Andean Decision 548. */
export const ANDEAN_STATES = ['BO', 'CO', 'EC'] as const;
export const INTAKE_CHANNELS = [
  'host_notification',
  'person',
  'relative',
  'authority',
  'ngo',
  'other_post',
  'ode',
  'headquarters',
  'press',
  'other',
] as const;
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
export const DOCUMENT_KINDS = [
  'dni',
  'passport',
  'salvoconducto',
  'birth_certificate',
  'foreign_document',
  'consular_registration',
] as const;
export const SEXES = ['0', '1', '2', '9'] as const;
export const IDENTITY_STATES = ['unverified', 'presumed', 'verified'] as const;
export const OUTCOMES = [
  'resolved',
  'released',
  'repatriated',
  'deported',
  'referred_and_followed',
  'aid_granted',
  'orientation_given',
  'located_contact_authorised',
  'located_contact_refused',
  'not_located',
  'died',
  'withdrawn_by_person',
  'contact_lost',
  'outside_competence',
] as const;
export const DISMISSAL_REASONS = ['duplicate', 'outside_competence', 'entered_by_mistake'] as const;
export const BREACH_REASONS = ['access_denied', 'staff', 'travel', 'distance', 'other'] as const;
export const NEED_CONCLUSIONS = ['indigence', 'extreme_need', 'vulnerability', 'none'] as const;
export const PERSON_ROLES = [
  'beneficiary',
  'requester',
  'relative',
  'emergency_contact',
  'alleged_aggressor',
  'lawyer',
  'interpreter',
  'witness',
  'dependant',
  'guardian',
  'official',
  'companion',
] as const;
