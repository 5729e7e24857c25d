import type { Messages } from '../../platform/i18n/messages';

type Words = readonly [es: string, en: string];

/** Refusals: what was arranged, and what to do next. */
const ERRORS: Record<string, { title: Words; detail: Words }> = {
  SAFE_CONTACT_REQUIRED: {
    title: ['Falta acordar el contacto seguro', 'Safe contact is not arranged yet'],
    detail: [
      'Acuerde con la persona cómo se le puede contactar y regístrelo antes de contactar a nadie.',
      'Agree with the person how they may be reached, and record it before contacting anybody.',
    ],
  },
  SAFE_CONTACT_CHANNEL: {
    title: ['Ese medio no es seguro', 'That channel is not safe'],
    detail: [
      'Use uno de los medios acordados con la persona; están en «Contacto seguro».',
      'Use one of the channels agreed with the person; they are under “Safe contact”.',
    ],
  },
  SAFE_CONTACT_ADDRESS: {
    title: ['Ese número o dirección no se puede usar', 'That number or address may not be used'],
    detail: [
      'Use el número o la dirección acordados con la persona; están en «Contacto seguro».',
      'Use the number or address agreed with the person; they are under “Safe contact”.',
    ],
  },
  SAFE_CONTACT_HOURS: {
    title: ['No es hora de contactar a la persona', 'This is not an hour to contact the person'],
    detail: [
      'La próxima hora acordada empieza el {{opensAt}}, hora de la persona.',
      'The next agreed hours begin on {{opensAt}}, on the person’s clock.',
    ],
  },
  SAFE_CONTACT_NEVER: {
    title: ['No hay horas acordadas', 'No hours are agreed'],
    detail: [
      'Acuerde con la persona a qué horas se le puede contactar.',
      'Agree with the person at which hours they may be contacted.',
    ],
  },
  SAFE_CONTACT_MESSAGE: {
    title: ['Ahí no se pueden dejar mensajes', 'No message may be left there'],
    detail: [
      'Vuelva a intentarlo dentro de las horas acordadas, sin dejar mensaje.',
      'Try again within the agreed hours, without leaving a message.',
    ],
  },
  SAFE_CONTACT_CHANGED: {
    title: ['El contacto seguro ya cambió', 'The safe contact has changed'],
    detail: [
      'Otra persona registró una versión nueva. Léala y haga su cambio sobre ella.',
      'Somebody recorded a new version. Read it and make your change to that one.',
    ],
  },
};

const FIELDS: Record<string, Words> = {
  SAY_WHICH_ADDRESS: [
    'Diga qué número o dirección se puede usar.',
    'Say which number or address may be used.',
  ],
  ENDS_WHERE_IT_BEGINS: [
    'Termina a la hora en que empieza: corrija una de las dos.',
    'It ends when it begins: correct one of the two.',
  ],
  UNKNOWN_TIME_ZONE: ['Elija una zona horaria de la lista.', 'Choose a time zone from the list.'],
  TELLS_OF_THE_CASE: [
    'El texto deja ver quién escribe o para qué. Use palabras corrientes.',
    'The text shows who writes or why. Use ordinary words.',
  ],
};

const textsIn = (language: 0 | 1): Record<string, string> => ({
  ...Object.fromEntries(
    Object.entries(ERRORS).flatMap(([code, { title, detail }]) => [
      [`errors.${code}.title`, title[language]],
      [`errors.${code}.detail`, detail[language]],
    ]),
  ),
  ...Object.fromEntries(
    Object.entries(FIELDS).map(([code, words]) => [`validation.${code}`, words[language]]),
  ),
  'safe_contact.mail_subject': (['Hola', 'Hello'] as const)[language],
  'timeline.safe_contact.arranged': (['Contacto seguro', 'Safe contact'] as const)[language],
  'timeline.safe_contact.overridden': (
    ['Contacto fuera de lo acordado', 'Contact outside what was agreed'] as const
  )[language],
});

/** The texts of safe contact in both languages. */
export const safeContactMessages: Messages = { es: textsIn(0), en: textsIn(1) };
