import { joined, labelled, refusals, type Bilingual } from '../../platform/i18n/bilingual';
import type { IndicatorUnit } from './domain/indicators';

const ERRORS: Record<string, { title: Bilingual; detail: Bilingual }> = {
  INDICATOR_NOT_COMPLETE: {
    title: { es: 'El indicador no está completo', en: 'The indicator is not complete' },
    detail: {
      es: 'Registre primero la meta y lo obtenido de ese año.',
      en: 'Enter the target and what was obtained in that year first.',
    },
  },
  ALREADY_SIGNED: {
    title: { es: 'Ya se firmó con esa comunicación', en: 'Signed with that communication already' },
    detail: {
      es: 'Una comunicación lleva la cifra una sola vez. Use el número de la nueva.',
      en: 'A communication carries the figure once. Use the number of the new one.',
    },
  },
};
const FIELDS: Record<string, Bilingual> = {
  RANGE_OF_YEARS: { es: 'Diez años como máximo.', en: 'Ten years at most.' },
};
const UNITS: Record<IndicatorUnit, Bilingual> = {
  persons: { es: 'Personas', en: 'Persons' },
  cases: { es: 'Casos', en: 'Cases' },
  actions: { es: 'Acciones', en: 'Actions' },
  subventions: { es: 'Subvenciones', en: 'Subventions' },
  beneficiaries: { es: 'Beneficiarios', en: 'Beneficiaries' },
  activities: { es: 'Actividades', en: 'Activities' },
  schemes: { es: 'Mecanismos', en: 'Schemes' },
  percent: { es: 'Porcentaje', en: 'Per cent' },
};

/** The texts of headquarters' figures in both languages. */
export const oversightMessages = joined(
  refusals(ERRORS, FIELDS),
  labelled('indicators.unit.', UNITS),
);
