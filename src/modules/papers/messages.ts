import { joined, labelled, refusals } from '../../platform/i18n/bilingual';
import { PAPER_KINDS, PAPER_RULES, type Label } from './domain/paper-kinds';

const ERRORS: Record<string, { title: Label; detail: Label }> = {
  PAPER_STATE_FORBIDS: {
    title: { es: 'El documento ya no admite ese paso', en: 'The paper no longer allows that step' },
    detail: {
      es: 'Un documento emitido no se cambia: anúlelo con su motivo y emita otro.',
      en: 'An issued paper does not change: annul it with its reason and issue another.',
    },
  },
  PAPER_INCOMPLETE: {
    title: { es: 'Faltan datos para emitir', en: 'Something is missing before issuing' },
    detail: {
      es: 'Complete los campos señalados y emita otra vez.',
      en: 'Complete the fields named, then issue again.',
    },
  },
  PAPER_NOT_PRINTABLE: {
    title: {
      es: 'Hay caracteres que no se pueden imprimir',
      en: 'Some characters cannot be printed',
    },
    detail: {
      es: 'Escriba con letras latinas lo que contiene: {{characters}}',
      en: 'Write in Latin letters what contains: {{characters}}',
    },
  },
  PAPER_TOO_LONG: {
    title: { es: 'El documento es demasiado extenso', en: 'The paper is too long' },
    detail: {
      es: 'No se pudo imprimir a tiempo. Acorte los textos y pruebe otra vez.',
      en: 'It could not be printed in time. Shorten the texts and try again.',
    },
  },
  PAPER_LIST_TOO_LONG: {
    title: { es: 'El periodo tiene demasiados documentos', en: 'The period has too many papers' },
    detail: {
      es: 'Una relación lleva {{most}} documentos como máximo: elija un periodo más corto.',
      en: 'A list holds {{most}} papers at most: choose a shorter period.',
    },
  },
  TEMPLATE_REFUSED: {
    title: { es: 'La plantilla tiene errores', en: 'The template has faults' },
    detail: {
      es: 'Corrija las líneas señaladas y publique otra vez.',
      en: 'Mend the lines named, then publish again.',
    },
  },
  TEMPLATE_TOO_LONG: {
    title: {
      es: 'La plantilla da un texto demasiado extenso',
      en: 'The template gives too long a text',
    },
    detail: {
      es: 'Quite repeticiones dentro de repeticiones o acorte el texto.',
      en: 'Take out sections within sections, or shorten the text.',
    },
  },
};

const FIELDS: Record<string, Label> = {
  isFieldValues: {
    es: 'Envíe textos de hasta 20 000 caracteres.',
    en: 'Send texts of up to 20,000 characters.',
  },
  isNotEmpty: { es: 'Complete este campo.', en: 'Complete this field.' },
  UNKNOWN_FIELD: { es: 'La plantilla no tiene ese campo.', en: 'The template has no such field.' },
  PERIOD_WRONG: {
    es: 'La fecha final debe seguir a la inicial, en un año como máximo.',
    en: 'The end must follow the start, within a year.',
  },
  TEMPLATE_FIELD_WRONG: {
    es: 'Falta o no tiene la forma debida.',
    en: 'It is missing or malformed.',
  },
  TEMPLATE_TAG_NOT_ALLOWED: {
    es: 'Esa marca no se admite: use {{nombre}}, {{#nombre}}…{{/nombre}} o {{^nombre}}…{{/nombre}}.',
    en: 'That mark is not allowed: use {{name}}, {{#name}}…{{/name}} or {{^name}}…{{/name}}.',
  },
  TEMPLATE_UNKNOWN_NAME: {
    es: 'No existe un dato con ese nombre: elíjalo de la lista.',
    en: 'There is no fact of that name: choose it from the list.',
  },
  TEMPLATE_LIST_NEEDS_SECTION: {
    es: 'Es una lista: recórrala con {{#nombre}}…{{/nombre}}.',
    en: 'It is a list: walk through it with {{#name}}…{{/name}}.',
  },
  TEMPLATE_LIST_IN_LIST: {
    es: 'Una lista no se recorre dentro de otra.',
    en: 'A list is not walked through within another.',
  },
  TEMPLATE_TOO_DEEP: {
    es: 'Hay demasiadas secciones una dentro de otra.',
    en: 'Too many sections within sections.',
  },
  TEMPLATE_SECTION_OPEN: {
    es: 'La sección no se cierra: falta {{/nombre}}.',
    en: 'The section is not closed: {{/name}} is missing.',
  },
  TEMPLATE_SECTION_NOT_OPENED: {
    es: 'Se cierra una sección que no se abrió.',
    en: 'A section is closed that was not opened.',
  },
  TEMPLATE_TAG_OPEN: { es: 'Falta cerrar la marca con }}.', en: 'The mark is not closed with }}.' },
  TEMPLATE_FIELD_TWICE: {
    es: 'Hay dos campos con ese código.',
    en: 'Two fields have that code.',
  },
};

/** How people and actions are called on papers, which are in Spanish. */
const ON_PAPER: Record<string, Label> = {
  'paperRole.beneficiary': { es: 'Persona asistida', en: 'Beneficiary' },
  'paperRole.requester': { es: 'Solicitante', en: 'Requester' },
  'paperRole.relative': { es: 'Familiar', en: 'Relative' },
  'paperRole.emergency_contact': { es: 'Contacto de emergencia', en: 'Emergency contact' },
  'paperRole.alleged_aggressor': { es: 'Presunto agresor', en: 'Alleged aggressor' },
  'paperRole.lawyer': { es: 'Defensa legal', en: 'Lawyer' },
  'paperRole.interpreter': { es: 'Intérprete', en: 'Interpreter' },
  'paperRole.witness': { es: 'Testigo', en: 'Witness' },
  'paperRole.dependant': { es: 'Dependiente', en: 'Dependant' },
  'paperRole.guardian': { es: 'Tutor', en: 'Guardian' },
  'paperRole.official': { es: 'Autoridad local', en: 'Host authority' },
  'paperRole.companion': { es: 'Acompañante', en: 'Companion' },
  'paperAction.visit_in_person': { es: 'Visita en persona', en: 'Visit in person' },
  'paperAction.visit_video': { es: 'Visita por video', en: 'Video visit' },
  'paperAction.call': { es: 'Llamada telefónica', en: 'Telephone call' },
  'paperAction.letter': { es: 'Carta', en: 'Letter' },
  'paperAction.family_notified': { es: 'Aviso a la familia', en: 'Family told' },
  'paperAction.message_delivered': { es: 'Mensaje entregado', en: 'Message delivered' },
  'paperAction.message_received': { es: 'Mensaje recibido', en: 'Message received' },
  'paperAction.note_verbale': { es: 'Nota verbal', en: 'Note verbale' },
};

export const papersMessages = joined(
  refusals(ERRORS, FIELDS),
  labelled('', ON_PAPER),
  labelled(
    'paper.',
    Object.fromEntries(PAPER_KINDS.map((kind) => [kind, PAPER_RULES[kind].label])),
  ),
  labelled('timeline.paper.', {
    issued: { es: 'Documento emitido', en: 'Paper issued' },
    annulled: { es: 'Documento anulado', en: 'Paper annulled' },
  }),
);
