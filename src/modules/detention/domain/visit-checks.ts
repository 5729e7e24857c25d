import type { Labels } from '../../../platform/i18n/bilingual';

/** What every visit checks (CMW 2015 ¶70–72; RC 71). Health is a restricted part of the file. */
export const VISIT_CHECKS = [
  'health',
  'due_process',
  'fundamental_rights',
  'legal_assistance',
  'interpreter',
  'treatment',
] as const;
export type VisitCheck = (typeof VISIT_CHECKS)[number];

export const VISIT_CHECK_LABELS: Labels<VisitCheck> = {
  health: { es: 'Estado de salud', en: 'State of health' },
  due_process: { es: 'Debido proceso', en: 'Due process' },
  fundamental_rights: { es: 'Derechos fundamentales', en: 'Fundamental rights' },
  legal_assistance: { es: 'Acceso a defensa legal', en: 'Access to legal assistance' },
  interpreter: { es: 'Intérprete', en: 'Interpreter' },
  treatment: { es: 'Trato recibido', en: 'Treatment' },
};

export const CHECK_FINDINGS = ['good', 'concern', 'serious', 'not_checked', 'not_needed'] as const;
export type CheckFinding = (typeof CHECK_FINDINGS)[number];

export const CHECK_FINDING_LABELS: Labels<CheckFinding> = {
  good: { es: 'Sin observaciones', en: 'No concern' },
  concern: { es: 'Con observaciones', en: 'Concern' },
  serious: { es: 'Grave', en: 'Serious' },
  not_checked: { es: 'No verificado', en: 'Not checked' },
  not_needed: { es: 'No hace falta', en: 'Not needed' },
};

export interface CheckResult {
  finding: CheckFinding;
  note: string | null;
}

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
export type Need = (typeof NEEDS)[number];

export const NEED_LABELS: Labels<Need> = {
  medical_care: { es: 'Atención médica', en: 'Medical care' },
  medicine: { es: 'Medicinas', en: 'Medicine' },
  psychological_support: { es: 'Apoyo psicológico', en: 'Psychological support' },
  lawyer: { es: 'Abogado', en: 'Lawyer' },
  interpreter: { es: 'Intérprete', en: 'Interpreter' },
  documents: { es: 'Documentos', en: 'Documents' },
  family_contact: { es: 'Contacto con la familia', en: 'Contact with the family' },
  hygiene_kit: { es: 'Artículos de aseo', en: 'Hygiene kit' },
  clothing: { es: 'Ropa', en: 'Clothing' },
  food: { es: 'Alimentación', en: 'Food' },
  money: { es: 'Dinero', en: 'Money' },
  reading: { es: 'Lectura', en: 'Reading' },
  religious_support: { es: 'Apoyo religioso', en: 'Religious support' },
  work_or_study: { es: 'Trabajo o estudio', en: 'Work or study' },
  protection: { es: 'Protección', en: 'Protection' },
  other: { es: 'Otra', en: 'Other' },
};
