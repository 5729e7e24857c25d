import { refusals, type Bilingual } from '../../../platform/i18n/bilingual';

/** Refusals of the family: what happened, and what to do next. */
const ERRORS: Record<string, { title: Bilingual; detail: Bilingual }> = {
  ENTRY_ALREADY_REPLACED: {
    title: { es: 'Ese registro ya fue reemplazado', en: 'That entry has been replaced' },
    detail: { es: 'Reemplace el más reciente.', en: 'Replace the newest one.' },
  },
  HEADQUARTERS_NOT_INFORMED: {
    title: { es: 'La sede central aún no fue informada', en: 'Headquarters has not been told yet' },
    detail: {
      es: 'Registre primero que la oficina informó a la sede central.',
      en: 'Record first that the post told headquarters.',
    },
  },
  ALREADY_INFORMED: {
    title: { es: 'Ya fue informada', en: 'They have been told already' },
    detail: {
      es: 'Registre su respuesta, o vuelva a leer el caso.',
      en: 'Record their answer, or read the case again.',
    },
  },
  NOTHING_TO_ANSWER: {
    title: { es: 'No hay respuesta que registrar', en: 'There is no answer to record' },
    detail: { es: 'Vuelva a leer el caso.', en: 'Read the case again.' },
  },
  RETURN_NOT_AGREED: {
    title: { es: 'La persona no ha aceptado volver', en: 'The person has not agreed to return' },
    detail: {
      es: 'Nadie retorna contra su voluntad. Siga con la protección en el país.',
      en: 'Nobody returns against their will. Go on protecting them where they are.',
    },
  },
  RETURN_TOO_DANGEROUS: {
    title: { es: 'El retorno sería demasiado peligroso', en: 'The return would be too dangerous' },
    detail: {
      es: 'Acuerde primero medidas que reduzcan el riesgo y vuelva a valorarlo.',
      en: 'Arrange measures that lower the risk first, and assess it again.',
    },
  },
  ALREADY_ARRIVED: {
    title: { es: 'La llegada ya está registrada', en: 'The arrival is on record' },
    detail: { es: 'Registre el seguimiento.', en: 'Record the follow-up.' },
  },
  NOT_ARRIVED_YET: {
    title: { es: 'Aún no consta la llegada', en: 'The arrival is not on record yet' },
    detail: { es: 'Registre primero la llegada al Perú.', en: 'Record the arrival in Peru first.' },
  },
};

/** What to mend in a field. */
const FIELDS: Record<string, Bilingual> = {
  BEFORE_THE_BIRTH: {
    es: 'Es anterior al nacimiento de la persona.',
    en: 'It is before the person was born.',
  },
  SAY_WHERE: {
    es: 'Diga de qué país o a qué país.',
    en: 'Say from which country or to which.',
  },
  NOT_NEEDED: { es: 'Deje este campo vacío.', en: 'Leave this field empty.' },
  HEADQUARTERS_IS_ALWAYS_TOLD: {
    es: 'A la sede central siempre se le informa.',
    en: 'Headquarters is always told.',
  },
  NOTHING_CHANGES: { es: 'Ya es de ese tipo.', en: 'It is of that type already.' },
};

export const errorMessages = refusals(ERRORS, FIELDS);
