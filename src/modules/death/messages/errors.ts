import { refusals, type Bilingual } from '../../../platform/i18n/bilingual';

/** Refusals of the family: what happened, and what to do next. */
const ERRORS: Record<string, { title: Bilingual; detail: Bilingual }> = {
  KIN_NOT_TOLD_YET: {
    title: { es: 'Primero se avisa a la familia', en: 'The family is told first' },
    detail: {
      es: 'Una persona avisa a la familia en persona o por teléfono y lo registra en «Familia». Si no es posible, la jefatura de la oficina registra el motivo.',
      en: 'Somebody tells the family in person or by telephone and records it under “Family”. When that is impossible, the head of post records why.',
    },
  },
  INQUIRY_CONCLUDED: {
    title: { es: 'La investigación ya concluyó', en: 'The investigation has been concluded' },
    detail: { es: 'Si se abrió otra, regístrela.', en: 'If another was opened, record it.' },
  },
  EFFECT_HANDED_OVER: {
    title: { es: 'Ese efecto ya se entregó', en: 'That item has been handed over' },
    detail: { es: 'Vuelva a leer el caso.', en: 'Read the case again.' },
  },
};

/** What to mend in a field. */
const FIELDS: Record<string, Bilingual> = {
  ARRIVES_BEFORE_IT_LEAVES: {
    es: 'Llega antes de salir: revise la hora y la zona horaria de cada lugar.',
    en: 'It arrives before it leaves: check the time and the time zone of each place.',
  },
  LEAVES_BEFORE_IT_ARRIVED: {
    es: 'Sale antes de que llegue el tramo anterior.',
    en: 'It leaves before the leg before it arrives.',
  },
  NUMBER_OR_FILE: {
    es: 'Escriba el número o elija el archivo.',
    en: 'Write the number or choose the file.',
  },
  NOT_REQUIRED_HERE: {
    es: 'Ese documento no se pide en este caso.',
    en: 'That document is not asked for in this case.',
  },
  NOT_ACCEPTED: {
    es: 'Quien no acepta no recibe los restos.',
    en: 'Whoever does not accept does not receive the remains.',
  },
  EX_OFFICIO_HAS_NONE: {
    es: 'La inscripción de oficio no tiene declarante.',
    en: 'A registration ex officio has no declarant.',
  },
};

export const errorMessages = refusals(ERRORS, FIELDS);
