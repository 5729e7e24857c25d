import type { Messages } from '../../platform/i18n/messages';

type Text = readonly [es: string, en: string];

const ERRORS: Record<string, readonly [title: Text, detail: Text]> = {
  ROUND_ENDED: [
    ['La ronda ya terminó', 'The round has ended'],
    [
      'Lo que falte se registra en cada caso, o se planifica otra ronda.',
      'Record whatever is missing in each case, or plan another round.',
    ],
  ],
  ROUND_RESULT_STANDS: [
    ['El resultado de esta persona ya está registrado', 'This person already has a result'],
    [
      'Véalo en el caso. Otra visita se registra desde el caso mismo.',
      'See it in the case. Record another visit from the case itself.',
    ],
  ],
  ROUND_HAS_PEOPLE_LEFT: [
    ['Quedan personas sin resultado', 'People are left without a result'],
    [
      'Registre su visita, o diga por qué no se las vio.',
      'Record their visits, or say why they were not seen.',
    ],
  ],
  OCCASIONS_INCOMPLETE: [
    ['Las visitas tradicionales están incompletas', 'The traditional visits are incomplete'],
    [
      'Corrija los campos señalados: nombre en ambos idiomas y una fecha que exista cada año.',
      'Mend the fields named: a name in both languages and a date that exists every year.',
    ],
  ],
};

const FIELDS: Record<string, Text> = {
  ROUND_LONG_PAST: [
    'La fecha pasó hace más de un mes.',
    'The date is more than a month in the past.',
  ],
  ROUND_TOO_FAR_AHEAD: ['La fecha está a más de un año.', 'The date is more than a year away.'],
  ONE_PLACE: ['Elija un centro o una ciudad, no ambos.', 'Choose a facility or a city, not both.'],
  ROUND_LEADER_NOT_AT_POST: [
    'Elija a alguien con función vigente en la oficina.',
    'Choose someone with a current role at the post.',
  ],
  NOT_VISITABLE: [
    'No es una detención abierta de esta oficina.',
    'It is not an open detention of this post.',
  ],
  NOT_A_VISIT: [
    'En una ronda se registran visitas en persona al detenido.',
    'A round records visits in person to the detainee.',
  ],
  BEFORE_THE_ROUND: [
    'Es anterior al día de la ronda: cambie antes la fecha de la ronda.',
    'It is before the day of the round: move the round first.',
  ],
};

const textsIn = (language: 0 | 1): Record<string, string> => ({
  ...Object.fromEntries(
    Object.entries(ERRORS).flatMap(([code, [title, detail]]) => [
      [`errors.${code}.title`, title[language]],
      [`errors.${code}.detail`, detail[language]],
    ]),
  ),
  ...Object.fromEntries(
    Object.entries(FIELDS).map(([code, text]) => [`validation.${code}`, text[language]]),
  ),
});

/** The texts of visit rounds in both languages. */
export const roundsMessages: Messages = { es: textsIn(0), en: textsIn(1) };
