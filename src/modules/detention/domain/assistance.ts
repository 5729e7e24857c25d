import type { Labels } from '../../../platform/i18n/bilingual';

/**
 * What the post does for a detained person beside visits, messages and notes (taxonomy, *Actions of
 * assistance*): documents for the defence (rules §3.5), démarches against an arbitrary detention
 * (§3.8), hearings attended, lists of lawyers, things handed over.
 */
export const ASSISTANCE = [
  'documents_for_defence',
  'hearing_attended',
  'list_of_lawyers_given',
  'public_defender_requested',
  'pro_bono_referral',
  'interpreter_requested',
  'prison_benefit_information',
  'legal_orientation',
  'contact_with_authority',
  'diplomatic_demarche',
  'hygiene_or_clothing_kit',
  'food',
  'medicine_or_medical_care',
  'psychological_support',
  'travel_document_arranged',
  'referral',
] as const;
export type Assistance = (typeof ASSISTANCE)[number];

export const ASSISTANCE_LABELS: Labels<Assistance> = {
  documents_for_defence: { es: 'Documentos para la defensa', en: 'Documents for the defence' },
  hearing_attended: { es: 'Asistencia a audiencia', en: 'Hearing attended' },
  list_of_lawyers_given: { es: 'Lista de abogados entregada', en: 'List of lawyers given' },
  public_defender_requested: { es: 'Defensa pública solicitada', en: 'Public defender requested' },
  pro_bono_referral: { es: 'Derivación pro bono', en: 'Pro bono referral' },
  interpreter_requested: { es: 'Intérprete solicitado', en: 'Interpreter requested' },
  prison_benefit_information: {
    es: 'Información sobre beneficios penitenciarios',
    en: 'Information on prison benefits',
  },
  legal_orientation: { es: 'Orientación legal', en: 'Legal orientation' },
  contact_with_authority: { es: 'Gestión ante la autoridad', en: 'Contact with the authority' },
  diplomatic_demarche: { es: 'Gestión diplomática', en: 'Diplomatic démarche' },
  hygiene_or_clothing_kit: { es: 'Aseo o ropa', en: 'Hygiene or clothing kit' },
  food: { es: 'Alimentos', en: 'Food' },
  medicine_or_medical_care: { es: 'Medicinas o atención médica', en: 'Medicine or medical care' },
  psychological_support: { es: 'Apoyo psicológico', en: 'Psychological support' },
  travel_document_arranged: { es: 'Documento de viaje gestionado', en: 'Travel document arranged' },
  referral: { es: 'Derivación', en: 'Referral' },
};
