import { refusals, type Bilingual } from '../../../platform/i18n/bilingual';

/** Refusals of the module: what happened, and what to do next. */
const ERRORS: Record<string, { title: Bilingual; detail: Bilingual }> = {
  AID_DOES_NOT_FOLLOW: {
    title: { es: 'La solicitud ya no está en ese paso', en: 'The request is no longer there' },
    detail: {
      es: 'Otra persona actuó antes, o falta un paso. Vuelva a leer la solicitud.',
      en: 'Somebody acted before, or a step is lacking. Read the request again.',
    },
  },
  AID_WAS_SUBMITTED: {
    title: { es: 'La solicitud ya se presentó', en: 'The request was submitted' },
    detail: {
      es: 'Solo se completa en preparación o devuelta.',
      en: 'It is completed only in preparation or once returned.',
    },
  },
  AID_RULES_NOT_MET: {
    title: { es: 'Falta cumplir reglas', en: 'Rules are not met' },
    detail: {
      es: 'Complete lo que falta; los topes los levanta la Dirección.',
      en: 'Complete what is lacking; ceilings are lifted by the director.',
    },
  },
  ABOVE_AUTHORITY: {
    title: { es: 'Supera la facultad de la oficina', en: 'Above the authority of the post' },
    detail: {
      es: 'Dé su visto bueno: la sede central revisa y resuelve.',
      en: 'Endorse it: headquarters reviews and resolves.',
    },
  },
  ABOVE_URGENT_CEILING: {
    title: { es: 'Supera el tope de urgencia', en: 'Above the emergency ceiling' },
    detail: {
      es: 'Pida la aprobación; la sede central la atiende con prioridad.',
      en: 'Ask for the approval; headquarters takes it first.',
    },
  },
  NOT_URGENT: {
    title: { es: 'La solicitud no es urgente', en: 'The request is not urgent' },
    detail: {
      es: 'Solo con riesgo para la vida se paga antes de aprobar.',
      en: 'Only with life at risk is it paid before it is approved.',
    },
  },
  OWN_REQUEST: {
    title: { es: 'Le toca a otra persona', en: 'Somebody else’s turn' },
    detail: {
      es: 'Quien propone, quien aprueba y quien rinde son personas distintas. En una oficina de una sola persona lo hace la sede central.',
      en: 'Whoever proposes, approves and accounts are different people. In a post of one, headquarters does it.',
    },
  },
  ROLE_ENDED: {
    title: { es: 'Su encargo terminó', en: 'Your role has ended' },
    detail: {
      es: 'Apruebe quien ejerce la jefatura ahora.',
      en: 'Whoever is head of post now approves.',
    },
  },
  NOTHING_TO_ACCOUNT: {
    title: { es: 'No hay pago por rendir', en: 'Nothing was paid' },
    detail: { es: 'El comprobante sigue al pago.', en: 'A receipt follows the payment.' },
  },
  RECEIPT_USED: {
    title: { es: 'Ese comprobante ya rindió otro gasto', en: 'That receipt accounts for another' },
    detail: {
      es: 'Revise el número y la identificación tributaria.',
      en: 'Check the number and the tax id.',
    },
  },
  RECEIPTS_DO_NOT_COVER: {
    title: { es: 'Los comprobantes no suman lo pagado', en: 'The receipts do not add up' },
    detail: {
      es: 'Comprobantes, declaraciones juradas y devolución suman exactamente el pago.',
      en: 'Receipts, sworn declarations and what was given back add up to the payment exactly.',
    },
  },
  TOO_MUCH_UNDOCUMENTED: {
    title: { es: 'Demasiado sin comprobante', en: 'Too much without a receipt' },
    detail: {
      es: 'La declaración jurada vale hasta un tope. Consiga el comprobante o devuelva el resto.',
      en: 'A sworn declaration stands up to a limit. Get the receipt or give the rest back.',
    },
  },
  NOT_ALL_ENDORSED: {
    title: { es: 'Faltan vistos buenos', en: 'Not all are endorsed' },
    detail: {
      es: 'La jefatura da su visto bueno a todas las atenciones del mes antes de rendir.',
      en: 'The head of post endorses all attentions of the month before they are rendered.',
    },
  },
  ADVANCE_OVERDUE: {
    title: { es: 'Hay una rendición vencida', en: 'A rendition is overdue' },
    detail: {
      es: 'Rinda primero el anticipo vencido, o pida a la sede central que permita este con su motivo.',
      en: 'Account for the overdue advance first, or ask headquarters to allow this one with a reason.',
    },
  },
  HOLDER_SIGNS: {
    title: {
      es: 'Quien tiene el dinero no lo aprueba ni lo rinde',
      en: 'The holder signs nothing',
    },
    detail: {
      es: 'Entregue el anticipo a otra persona, o que lo apruebe, lo rinda y le dé conformidad otra.',
      en: 'Hand the advance to somebody else, or have somebody else approve, account for and settle it.',
    },
  },
  NOBODY_TO_HELP: {
    title: { es: 'El caso no tiene persona', en: 'The case has no person' },
    detail: { es: 'Registre a la persona atendida.', en: 'Record the person assisted.' },
  },
};

/** What to mend in a field. */
const FIELDS: Record<string, Bilingual> = {
  ABOVE_PETTY_CEILING: {
    es: 'Supera el tope de una atención: presente una solicitud.',
    en: 'Above what an attention may cost: make a request.',
  },
  ONE_HOLDER: {
    es: 'Diga quién recibe el anticipo: una persona de la oficina o quien recibe la ayuda.',
    en: 'Say who holds the advance: somebody of the post or whoever is helped.',
  },
  NOT_A_BENEFICIARY: {
    es: 'El anticipo se entrega a quien recibe la ayuda.',
    en: 'The advance is handed to whoever is helped.',
  },
  advance_overdue_holder: {
    es: 'La misma persona tiene un anticipo con rendición vencida.',
    en: 'The same person holds an advance whose rendition is overdue.',
  },
  advance_overdue_post: {
    es: 'La oficina tiene un anticipo con rendición vencida.',
    en: 'The post has an advance whose rendition is overdue.',
  },
  aid_excluded_items: {
    es: 'Hay gastos que ninguna ayuda paga: visas, pasaportes, bolsas de viaje, estadía de familiares.',
    en: 'There are costs that no aid pays: visas, passports, allowances, stay of relatives.',
  },
  aid_beneficiaries: {
    es: 'Las partes de las personas no suman el importe.',
    en: 'The parts of the persons do not add up to the amount.',
  },
  aid_need_assessed: {
    es: 'Falta la evaluación de vulnerabilidad (RC, art. 73).',
    en: 'The vulnerability assessment is lacking (RC art. 73).',
  },
  aid_need_proven: {
    es: 'Falta la declaración jurada; para PAH, el certificado de pobreza.',
    en: 'The sworn declaration is lacking; for PAH, the certificate of poverty.',
  },
  aid_waterfall: {
    es: 'Falta mostrar que se intentó lo anterior: red de apoyo y, para PAH, PALH.',
    en: 'It is not shown that what comes before was tried: support network and, for PAH, PALH.',
  },
  aid_quotes: { es: 'Faltan cotizaciones.', en: 'Quotes are lacking.' },
  aid_first_point_of_entry: {
    es: 'El pasaje llega solo al primer punto de ingreso (RC, art. 75).',
    en: 'A ticket goes only to the first point of entry (RC art. 75).',
  },
  aid_repaid_before: {
    es: 'Hay una repatriación anterior sin reembolsar.',
    en: 'An earlier repatriation was not repaid.',
  },
  aid_line_ceiling: { es: 'Supera el tope del rubro.', en: 'Above the ceiling of the line.' },
  aid_person_ceiling: {
    es: 'Supera lo que una persona puede recibir en el año.',
    en: 'Above what a person may be given in the year.',
  },
  aid_case_ceiling: { es: 'Supera el tope del caso.', en: 'Above the ceiling of the case.' },
};

export const errorMessages = refusals(ERRORS, FIELDS);
