import type { Labels } from '../../../platform/i18n/bilingual';

export const TRAFFICKING_CASE_TYPES = [
  'trafficking',
  'migrant_smuggling',
  'forced_labour',
  'related_offence',
] as const;
/** Separate offences (Ley 28950, 30251): what the facts suggest is proposed, the officer decides. */
export type TraffickingCaseType = (typeof TRAFFICKING_CASE_TYPES)[number];
export const TRAFFICKING_CASE_TYPE_LABELS: Labels<TraffickingCaseType> = {
  trafficking: { es: 'Trata de personas', en: 'Trafficking in persons' },
  migrant_smuggling: { es: 'Tráfico ilícito de migrantes', en: 'Smuggling of migrants' },
  forced_labour: { es: 'Trabajo forzado', en: 'Forced labour' },
  related_offence: { es: 'Delito conexo', en: 'Related offence' },
};

export const INDICATORS = [
  'debt_bondage',
  'documents_confiscated',
  'threats_of_detention_or_deportation',
  'movement_restricted',
  'physical_violence',
  'sexual_violence',
  'wages_withheld',
  'excessive_overtime',
  'isolation',
  'deception_about_work',
  'abusive_living_conditions',
  'accompanied_and_spoken_for',
  'signs_of_fear',
  'other',
] as const;
export type Indicator = (typeof INDICATORS)[number];
export const INDICATOR_LABELS: Labels<Indicator> = {
  debt_bondage: { es: 'Servidumbre por deudas', en: 'Debt bondage' },
  documents_confiscated: { es: 'Le retuvieron los documentos', en: 'Documents taken away' },
  threats_of_detention_or_deportation: {
    es: 'La amenazan con detención o deportación',
    en: 'Threats of detention or deportation',
  },
  movement_restricted: { es: 'No puede salir libremente', en: 'Movement restricted' },
  physical_violence: { es: 'Violencia física', en: 'Physical violence' },
  sexual_violence: { es: 'Violencia sexual', en: 'Sexual violence' },
  wages_withheld: { es: 'No le pagan o le retienen el pago', en: 'Wages withheld' },
  excessive_overtime: { es: 'Jornadas excesivas', en: 'Excessive overtime' },
  isolation: { es: 'Aislamiento', en: 'Isolation' },
  deception_about_work: { es: 'Engaño sobre el trabajo', en: 'Deceived about the work' },
  abusive_living_conditions: {
    es: 'Condiciones de vida abusivas',
    en: 'Abusive living conditions',
  },
  accompanied_and_spoken_for: { es: 'Otra persona habla por ella', en: 'Somebody speaks for them' },
  signs_of_fear: { es: 'Muestra temor', en: 'Shows fear' },
  other: { es: 'Otro', en: 'Other' },
};

export const TRAFFICKING_ACTS = [
  'recruitment',
  'transport',
  'transfer',
  'harbouring',
  'reception',
  'retention',
] as const;
/** Conducts of the offence (Ley 28950 art. 1, Penal Code art. 129-A). */
export type TraffickingAct = (typeof TRAFFICKING_ACTS)[number];
export const TRAFFICKING_ACT_LABELS: Labels<TraffickingAct> = {
  recruitment: { es: 'Captación', en: 'Recruitment' },
  transport: { es: 'Transporte', en: 'Transport' },
  transfer: { es: 'Traslado', en: 'Transfer' },
  harbouring: { es: 'Acogida', en: 'Harbouring' },
  reception: { es: 'Recepción', en: 'Receipt' },
  retention: { es: 'Retención', en: 'Retention' },
};

export const PURPOSES = [
  'sexual_exploitation',
  'forced_labour',
  'domestic_servitude',
  'begging',
  'sale_of_children',
  'organ_removal',
  'forced_criminality',
  'other',
] as const;
export type TraffickingPurpose = (typeof PURPOSES)[number];
export const PURPOSE_LABELS: Labels<TraffickingPurpose> = {
  sexual_exploitation: { es: 'Explotación sexual', en: 'Sexual exploitation' },
  forced_labour: { es: 'Trabajo forzado', en: 'Forced labour' },
  domestic_servitude: { es: 'Servidumbre doméstica', en: 'Domestic servitude' },
  begging: { es: 'Mendicidad', en: 'Begging' },
  sale_of_children: { es: 'Venta de niñas, niños o adolescentes', en: 'Sale of children' },
  organ_removal: { es: 'Extracción de órganos', en: 'Organ removal' },
  forced_criminality: { es: 'Delinquir por la fuerza', en: 'Forced criminality' },
  other: { es: 'Otra', en: 'Other' },
};

export const MEANS_OF_CONTROL = [
  'debt_bondage',
  'takes_earnings',
  'restricts_financial_access',
  'threats',
  'psychological_abuse',
  'physical_abuse',
  'sexual_abuse',
  'false_promises',
  'psychoactive_substances',
  'restricts_movement',
  'restricts_medical_care',
  'excessive_working_hours',
  'uses_children',
  'threat_of_law_enforcement',
  'withholds_necessities',
  'withholds_documents',
  'other',
  'not_specified',
] as const;
/** As in IOM's Human Trafficking Case Data Standard 2.0. */
export type MeansOfControl = (typeof MEANS_OF_CONTROL)[number];
export const MEANS_LABELS: Labels<MeansOfControl> = {
  debt_bondage: { es: 'Servidumbre por deudas', en: 'Debt bondage' },
  takes_earnings: { es: 'Se queda con lo que gana', en: 'Takes earnings' },
  restricts_financial_access: { es: 'Le impide usar su dinero', en: 'Restricts financial access' },
  threats: { es: 'Amenazas', en: 'Threats' },
  psychological_abuse: { es: 'Maltrato psicológico', en: 'Psychological abuse' },
  physical_abuse: { es: 'Maltrato físico', en: 'Physical abuse' },
  sexual_abuse: { es: 'Abuso sexual', en: 'Sexual abuse' },
  false_promises: { es: 'Promesas falsas', en: 'False promises' },
  psychoactive_substances: { es: 'Sustancias psicoactivas', en: 'Psychoactive substances' },
  restricts_movement: { es: 'Le impide moverse', en: 'Restricts movement' },
  restricts_medical_care: { es: 'Le impide atenderse', en: 'Restricts medical care' },
  excessive_working_hours: { es: 'Jornadas excesivas', en: 'Excessive working hours' },
  uses_children: { es: 'Usa a sus hijos', en: 'Uses children' },
  threat_of_law_enforcement: { es: 'Amenaza con la policía', en: 'Threat of law enforcement' },
  withholds_necessities: { es: 'Le niega lo necesario', en: 'Withholds necessities' },
  withholds_documents: { es: 'Le retiene los documentos', en: 'Withholds documents' },
  other: { es: 'Otro', en: 'Other' },
  not_specified: { es: 'No se sabe', en: 'Not specified' },
};

export const RECRUITED_THROUGH = [
  'personal_contact',
  'social_media',
  'advertisement',
  'employment_agency',
  'family',
  'abduction',
  'other',
] as const;
export type RecruitedThrough = (typeof RECRUITED_THROUGH)[number];
export const RECRUITED_THROUGH_LABELS: Labels<RecruitedThrough> = {
  personal_contact: { es: 'Contacto personal', en: 'Personal contact' },
  social_media: { es: 'Redes sociales', en: 'Social media' },
  advertisement: { es: 'Anuncio', en: 'Advertisement' },
  employment_agency: { es: 'Agencia de empleo', en: 'Employment agency' },
  family: { es: 'Su familia', en: 'Their family' },
  abduction: { es: 'Por la fuerza', en: 'Abduction' },
  other: { es: 'Otra vía', en: 'Other' },
};

export const RELATIONS = [
  'intimate_partner',
  'family',
  'friend',
  'employer',
  'agency',
  'stranger',
  'other',
  'unknown',
] as const;
export type TraffickerRelation = (typeof RELATIONS)[number];
export const RELATION_LABELS: Labels<TraffickerRelation> = {
  intimate_partner: { es: 'Pareja', en: 'Intimate partner' },
  family: { es: 'Familiar', en: 'Family' },
  friend: { es: 'Amistad', en: 'Friend' },
  employer: { es: 'Empleador', en: 'Employer' },
  agency: { es: 'Agencia', en: 'Agency' },
  stranger: { es: 'Desconocido', en: 'Stranger' },
  other: { es: 'Otra relación', en: 'Other' },
  unknown: { es: 'No se sabe', en: 'Not known' },
};

export const PERPETRATOR_PARTS = [
  'recruiter',
  'transporter',
  'harbourer',
  'exploiter',
  'accomplice',
] as const;
export type PerpetratorPart = (typeof PERPETRATOR_PARTS)[number];
export const PERPETRATOR_PART_LABELS: Labels<PerpetratorPart> = {
  recruiter: { es: 'Captó', en: 'Recruiter' },
  transporter: { es: 'Trasladó', en: 'Transporter' },
  harbourer: { es: 'Acogió o retuvo', en: 'Harbourer' },
  exploiter: { es: 'Explotó', en: 'Exploiter' },
  accomplice: { es: 'Ayudó', en: 'Accomplice' },
};

export const TRANSPORTS = ['air', 'road', 'sea', 'rail', 'on_foot', 'unknown'] as const;
export type Transport = (typeof TRANSPORTS)[number];
export const TRANSPORT_LABELS: Labels<Transport> = {
  air: { es: 'Avión', en: 'Air' },
  road: { es: 'Carretera', en: 'Road' },
  sea: { es: 'Mar', en: 'Sea' },
  rail: { es: 'Tren', en: 'Rail' },
  on_foot: { es: 'A pie', en: 'On foot' },
  unknown: { es: 'No se sabe', en: 'Not known' },
};

export const BORDER_DOCUMENTS = ['own', 'false', 'of_another', 'none', 'unknown'] as const;
export type BorderDocuments = (typeof BORDER_DOCUMENTS)[number];
export const BORDER_DOCUMENT_LABELS: Labels<BorderDocuments> = {
  own: { es: 'Los suyos', en: 'Their own' },
  false: { es: 'Falsos', en: 'False ones' },
  of_another: { es: 'De otra persona', en: 'Of somebody else' },
  none: { es: 'Ninguno', en: 'None' },
  unknown: { es: 'No se sabe', en: 'Not known' },
};
