import type { Labels } from '../../../platform/i18n/bilingual';

export const REPRESENTATIVE_ROLES = ['lawyer', 'interpreter'] as const;
export type RepresentativeRole = (typeof REPRESENTATIVE_ROLES)[number];

export const REPRESENTATIVE_ROLE_LABELS: Labels<RepresentativeRole> = {
  lawyer: { es: 'Abogado', en: 'Lawyer' },
  interpreter: { es: 'Intérprete', en: 'Interpreter' },
};

/**
 * Who provides the lawyer or interpreter. None of them costs the Peruvian State anything
 * (RC 71; CMW 2015 ¶71): aid that does is a funding request, never a representative.
 */
export const REPRESENTATIVE_PROVIDERS = [
  'public_defender',
  'pro_bono',
  'ngo',
  'university_clinic',
  'court_appointed',
  'volunteer',
  'chosen_by_person',
] as const;
export type RepresentativeProvider = (typeof REPRESENTATIVE_PROVIDERS)[number];

export const REPRESENTATIVE_PROVIDER_LABELS: Labels<RepresentativeProvider> = {
  public_defender: { es: 'Defensa pública', en: 'Public defender' },
  pro_bono: { es: 'Pro bono', en: 'Pro bono' },
  ngo: { es: 'ONG', en: 'NGO' },
  university_clinic: { es: 'Clínica jurídica universitaria', en: 'University legal clinic' },
  court_appointed: { es: 'Designado por el tribunal', en: 'Appointed by the court' },
  volunteer: { es: 'Voluntario', en: 'Volunteer' },
  chosen_by_person: {
    es: 'Contratado por la persona o su familia',
    en: 'Retained by the person or family',
  },
};
