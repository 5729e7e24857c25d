import { refusals, type Bilingual } from '../../../platform/i18n/bilingual';

/** Refusals of the family: what happened, and what to do next. */
const ERRORS: Record<string, { title: Bilingual; detail: Bilingual }> = {
  INSTRUMENT_CHANGED: {
    title: { es: 'Las preguntas cambiaron', en: 'The questions have changed' },
    detail: {
      es: 'La sede central publicó otra versión. Vuelva a abrir la valoración y respóndala.',
      en: 'Headquarters published another version. Open the assessment again and answer it.',
    },
  },
  INCIDENT_ALREADY_REPLACED: {
    title: { es: 'Ese registro ya fue reemplazado', en: 'That entry has been replaced' },
    detail: { es: 'Reemplace el más reciente.', en: 'Replace the newest one.' },
  },
  RISK_NOT_ASSESSED: {
    title: { es: 'Falta valorar el riesgo', en: 'The risk has not been assessed' },
    detail: { es: 'Valórelo primero.', en: 'Assess it first.' },
  },
  SAFETY_PLAN_CHANGED: {
    title: { es: 'El plan de seguridad ya cambió', en: 'The safety plan has changed' },
    detail: {
      es: 'Otra persona registró una versión nueva. Léala y haga su cambio sobre ella.',
      en: 'Somebody recorded a new version. Read it and make your change to that one.',
    },
  },
  MEASURE_DOES_NOT_FOLLOW: {
    title: { es: 'La medida no puede pasar a ese estado', en: 'The measure cannot go there' },
    detail: { es: 'Vuelva a leer el caso.', en: 'Read the case again.' },
  },
  SERVICE_ALREADY_ANSWERED: {
    title: { es: 'El servicio ya tiene respuesta', en: 'The service has been answered' },
    detail: { es: 'Si se pidió otra vez, regístrelo.', en: 'If it was asked again, record that.' },
  },
};

/** What to mend in a field. */
const FIELDS: Record<string, Bilingual> = {
  IS_THE_PERSON_HELPED: {
    es: 'Es la persona a quien se ayuda: elija a otra.',
    en: 'This is the person being helped: choose somebody else.',
  },
  NOT_YOURSELF: {
    es: 'No puede señalarse a sí mismo. Otra persona debe llevar el caso.',
    en: 'You cannot name yourself. Somebody else must take the case.',
  },
  UNKNOWN_ACCOUNT: { es: 'Elija a alguien de la lista.', en: 'Choose somebody from the list.' },
  RISK_IS_NEVER_LOWERED: {
    es: 'El nivel se puede subir, no bajar. Revise las respuestas.',
    en: 'The level may be raised, not lowered. Check the answers.',
  },
  UNKNOWN_QUESTION: { es: 'No es de este cuestionario.', en: 'Not of this questionnaire.' },
  SAY_AT_LEAST_ONE: { es: 'Escriba al menos una parte.', en: 'Write at least one part.' },
  HAS_EXPIRED: { es: 'Esa fecha ya pasó.', en: 'That day has passed.' },
  NOT_ANSWERED_YET: {
    es: 'Un servicio solicitado todavía no tiene respuesta.',
    en: 'A requested service has no answer yet.',
  },
  BEFORE_THE_RETURN: { es: 'Es anterior al retorno.', en: 'It is before the return.' },
};

export const errorMessages = refusals(ERRORS, FIELDS);
