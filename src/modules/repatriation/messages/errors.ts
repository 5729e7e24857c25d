import { refusals, type Bilingual } from '../../../platform/i18n/bilingual';

/** Refusals of the family: what happened, and what to do next. */
const ERRORS: Record<string, { title: Bilingual; detail: Bilingual }> = {
  CONSULTATION_OPEN: {
    title: { es: 'Ya hay una consulta sin respuesta', en: 'A consultation awaits its answer' },
    detail: {
      es: 'Espere la respuesta de la sede central; si el costo cambia, consulte de nuevo después.',
      en: 'Wait for headquarters; if the cost changes, ask again afterwards.',
    },
  },
  CONSULTATION_ANSWERED: {
    title: { es: 'La consulta ya tiene respuesta', en: 'The consultation has been answered' },
    detail: { es: 'Vuelva a leer el caso.', en: 'Read the case again.' },
  },
  OWN_QUESTION: {
    title: { es: 'Quien consulta no se responde', en: 'Nobody answers their own question' },
    detail: {
      es: 'Responde otra persona de la sede central.',
      en: 'Somebody else at headquarters answers.',
    },
  },
  NOT_ELIGIBLE: {
    title: { es: 'Falta cumplir condiciones', en: 'Conditions are not met' },
    detail: {
      es: 'No se autoriza el gasto mientras falten condiciones de este tipo de retorno: vea «Condiciones» en el caso.',
      en: 'Spending is not authorised while conditions of this type of return are lacking: see “Conditions” in the case.',
    },
  },
  COSTS_THE_STATE: {
    title: { es: 'Este retorno cuesta al Estado', en: 'This return costs the State' },
    detail: {
      es: 'Solo se informa el retorno sin costo. Haga la consulta previa a la sede central.',
      en: 'Only a return at no cost is merely reported. Consult headquarters first.',
    },
  },
  COST_NOT_AUTHORISED: {
    title: { es: 'La sede central no ha autorizado este gasto', en: 'Not authorised' },
    detail: {
      es: 'Haga la consulta previa por el costo total en la moneda del pasaje, o cambie quién paga. Nada se gasta antes de la respuesta.',
      en: 'Consult headquarters for the whole cost in the currency of the ticket, or change who pays. Nothing is spent before the answer.',
    },
  },
  HAS_BOARDED: {
    title: { es: 'La persona ya embarcó', en: 'The person has boarded' },
    detail: { es: 'Vuelva a leer el caso.', en: 'Read the case again.' },
  },
  HAS_ARRIVED: {
    title: { es: 'La llegada ya consta', en: 'The arrival is on record' },
    detail: { es: 'Vuelva a leer el caso.', en: 'Read the case again.' },
  },
  NEVER_BOARDED: {
    title: { es: 'No consta su embarque', en: 'No boarding is on record' },
    detail: {
      es: 'Registre primero el embarque y la entrega del pasaje.',
      en: 'Record the boarding and the hand-over of the ticket first.',
    },
  },
  JOURNEY_INCOMPLETE: {
    title: { es: 'Todavía no puede viajar', en: 'They cannot travel yet' },
    detail: {
      es: 'Registre lo que falta para el viaje: itinerario hasta el Perú, documento de viaje, autorizaciones.',
      en: 'Record what the journey lacks: the way to Peru, a travel document, authorisations.',
    },
  },
  HAND_OVER_NOT_OPEN: {
    title: { es: 'No se puede entregar a esa institución', en: 'No hand-over there' },
    detail: {
      es: 'La entrega pide una institución que haya aceptado, una sola vez.',
      en: 'A hand-over wants an institution that has accepted, once.',
    },
  },
  STEP_DOES_NOT_FOLLOW: {
    title: { es: 'El paso no puede ir ahí', en: 'The step cannot go there' },
    detail: { es: 'Vuelva a leer el plan.', en: 'Read the plan again.' },
  },
  STEP_WAITS: {
    title: { es: 'Antes hay pasos abiertos', en: 'Steps before it are open' },
    detail: { es: 'Termine primero los pasos anteriores.', en: 'End the steps before it first.' },
  },
  STEP_ENDS_BY_FACT: {
    title: { es: 'Este paso termina con un hecho', en: 'A fact ends this step' },
    detail: {
      es: 'Registre el hecho (el compromiso, el documento, el pasaje, la llegada) y el paso quedará hecho.',
      en: 'Record the fact (the undertaking, the document, the ticket, the arrival) and the step is done.',
    },
  },
  DEBT_DOES_NOT_FOLLOW: {
    title: { es: 'Ya no queda nada por reembolsar', en: 'Nothing is left to repay' },
    detail: { es: 'Vuelva a leer el caso.', en: 'Read the case again.' },
  },
  ONLY_HEADQUARTERS_WAIVES: {
    title: { es: 'Solo la sede central exonera', en: 'Headquarters alone waives' },
    detail: {
      es: 'Pida a la sede central que decida, con el motivo.',
      en: 'Ask headquarters to decide, with the reason.',
    },
  },
  EARLIER_NOT_REPAID: {
    title: {
      es: 'Hay una repatriación anterior sin reembolsar',
      en: 'An earlier one is not repaid',
    },
    detail: {
      es: 'El Estado no paga otro pasaje mientras quede saldo. Registre el reembolso, o que la sede central exonere el resto.',
      en: 'The State pays no other ticket while something is outstanding. Record the repayment, or have headquarters waive the rest.',
    },
  },
};

/** What to mend in a field. */
const FIELDS: Record<string, Bilingual> = {
  MORE_THAN_BORN: {
    es: 'No puede haber más inscritos que nacidos.',
    en: 'No more can be registered than were born.',
  },
  NOT_OWED_IN_CURRENCY: {
    es: 'No se debe nada en esa moneda: registre el importe en la moneda de la deuda.',
    en: 'Nothing is owed in that currency: record the amount in the currency of the debt.',
  },
  MORE_THAN_OWED: {
    es: 'Es más de lo que queda por reembolsar.',
    en: 'It is more than what is outstanding.',
  },
  REPEATED: { es: 'Escriba cada moneda una vez.', en: 'Write each currency once.' },
  ARRIVES_BEFORE_IT_DEPARTS: {
    es: 'Llega antes de salir: revise la hora y la zona horaria de cada lugar.',
    en: 'It arrives before it departs: check the time and the time zone of each place.',
  },
  DEPARTS_BEFORE_THE_LAST_ARRIVES: {
    es: 'Sale antes de que llegue el tramo anterior.',
    en: 'It departs before the leg before it arrives.',
  },
  DOES_NOT_CONNECT: {
    es: 'No sale del país al que llegó el tramo anterior.',
    en: 'It does not depart from where the leg before it arrived.',
  },
  BEYOND_FIRST_ENTRY: {
    es: 'El viaje termina en el primer punto de ingreso al Perú (RC, art. 75).',
    en: 'The journey ends at the first point of entry in Peru (RC art. 75).',
  },
  SHARES_DO_NOT_ADD_UP: {
    es: 'Las partes no suman el pasaje.',
    en: 'The shares do not add up to the fare.',
  },
  BEFORE_THE_ARRIVAL: {
    es: 'La entrega sigue a la llegada.',
    en: 'The hand-over follows the arrival.',
  },
  IN_THE_PAST: { es: 'Elija un día desde hoy.', en: 'Choose a day from today on.' },
  STEP_CYCLE: {
    es: 'Hay pasos que se esperan unos a otros.',
    en: 'There are steps that wait for each other.',
  },
  UNKNOWN_STEP: { es: 'Un paso sigue a otro que no existe.', en: 'A step follows an unknown one.' },
  REPEATED_STEP: { es: 'Un paso está dos veces.', en: 'A step is there twice.' },
};

export const errorMessages = refusals(ERRORS, FIELDS);
