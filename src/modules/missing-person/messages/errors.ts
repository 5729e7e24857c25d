import { refusals, type Bilingual } from '../../../platform/i18n/bilingual';

/** Refusals of the family: what happened, and what to do next. */
const ERRORS: Record<string, { title: Bilingual; detail: Bilingual }> = {
  INTEREST_NOT_VERIFIED: {
    title: {
      es: 'La sede central no ha comprobado el interés legítimo',
      en: 'Headquarters has not verified the legitimate interest',
    },
    detail: {
      es: 'Espere a que la mesa de la sede central compruebe quién solicita la búsqueda y por qué.',
      en: 'Wait until headquarters’ desk has checked who asks for the search, and why.',
    },
  },
  INQUIRY_ANSWERED: {
    title: { es: 'Esa consulta ya tiene respuesta', en: 'That inquiry has been answered' },
    detail: { es: 'Registre una consulta nueva.', en: 'Record a new inquiry.' },
  },
  NOBODY_LOCATED: {
    title: { es: 'Todavía no se ubicó a la persona', en: 'The person has not been located yet' },
    detail: { es: 'Registre primero el resultado.', en: 'Record the result first.' },
  },
  NOT_FOUND_DEAD: {
    title: { es: 'El resultado no es un fallecimiento', en: 'The result is not a death' },
    detail: { es: 'Revise el resultado registrado.', en: 'Check the recorded result.' },
  },
  NOT_FOUND_DETAINED: {
    title: { es: 'El resultado no es una detención', en: 'The result is not a detention' },
    detail: { es: 'Revise el resultado registrado.', en: 'Check the recorded result.' },
  },
  NOT_TO_BE_TOLD: {
    title: { es: 'Eso no se puede comunicar', en: 'That must not be told' },
    detail: {
      es: 'Comunique solo lo que la persona autoriza o una orden judicial dispone; si no hay, dé la respuesta neutra.',
      en: 'Tell only what the person authorises or a court orders; where there is neither, give the neutral answer.',
    },
  },
  RESULT_RESTRICTED: {
    title: { es: 'El resultado es reservado', en: 'The result is restricted' },
    detail: {
      es: 'Responde quien tiene asignado el caso o la jefatura de la oficina.',
      en: 'Whoever is assigned to the case answers, or the head of post.',
    },
  },
};

/** What to mend in a field. */
const FIELDS: Record<string, Bilingual> = {
  IS_THE_PERSON_SOUGHT: {
    es: 'Es la persona buscada: elija a quien solicita.',
    en: 'This is the person sought: choose whoever asks.',
  },
  NOT_ALLOWED: { es: 'Nadie lo autoriza ni lo ordena.', en: 'Nobody authorises or orders it.' },
  NEUTRAL_WORDS_ARE_GIVEN: {
    es: 'La respuesta neutra tiene sus palabras: deje este campo vacío.',
    en: 'The neutral answer has its words: leave this field empty.',
  },
};

export const errorMessages = refusals(ERRORS, FIELDS);
