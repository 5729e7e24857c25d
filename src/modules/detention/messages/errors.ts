import { refusals, type Bilingual } from '../../../platform/i18n/bilingual';

/** Refusals of the family: what happened, and what to do next. */
const ERRORS: Record<string, { title: Bilingual; detail: Bilingual }> = {
  STAGE_DOES_NOT_FOLLOW: {
    title: { es: 'La etapa no puede seguir a la anterior', en: 'The stage cannot follow' },
    detail: {
      es: 'Revise la fecha y la etapa. Si la anterior se registró por error, reemplácela.',
      en: 'Check date and stage. If the earlier one was a mistake, replace it.',
    },
  },
  FAMILY_NOT_WISHED: {
    title: {
      es: 'La persona no ha pedido avisar a su familia',
      en: 'The person has not asked to tell the family',
    },
    detail: {
      es: 'Pregunte a la persona y registre su voluntad antes de avisar a nadie.',
      en: 'Ask the person and record the wish before telling anyone.',
    },
  },
  NOTE_ALREADY_ANSWERED: {
    title: { es: 'La nota ya tiene respuesta', en: 'The note already has a reply' },
    detail: {
      es: 'Envíe una nueva nota si hace falta insistir.',
      en: 'Send a new note to insist.',
    },
  },
  ALREADY_ASSESSED: {
    title: { es: 'La denuncia ya fue evaluada', en: 'The allegation is already assessed' },
    detail: {
      es: 'Si hay hechos nuevos, registre una nueva denuncia.',
      en: 'If there are new facts, record a new allegation.',
    },
  },
  BENEFIT_DOES_NOT_FOLLOW: {
    title: { es: 'El beneficio no puede pasar a ese estado', en: 'The benefit cannot go there' },
    detail: { es: 'Elija uno de los estados permitidos.', en: 'Choose one of the allowed states.' },
  },
  FACILITY_EXISTS: {
    title: { es: 'El centro ya está en el directorio', en: 'The facility is already listed' },
    detail: {
      es: 'Use el centro que ya existe en esa ciudad o corrija sus datos.',
      en: 'Use the one already listed in that city, or edit it.',
    },
  },
};

/** What to mend in a field. */
const FIELDS: Record<string, Bilingual> = {
  IN_THE_FUTURE: { es: 'No puede estar en el futuro.', en: 'It cannot be in the future.' },
  TOO_LONG_AGO: {
    es: 'La fecha es demasiado antigua: revise el año.',
    en: 'Too long ago: check the year.',
  },
  TOO_FAR_AHEAD: {
    es: 'La fecha es demasiado lejana: revise el año.',
    en: 'Too far ahead: check the year.',
  },
  BEFORE_BIRTH: {
    es: 'Es anterior al nacimiento de la persona.',
    en: 'It is before the person was born.',
  },
  BEFORE_DETENTION: { es: 'Es anterior a la detención.', en: 'It is before the detention.' },
  BEFORE_NOTICE: {
    es: 'Es anterior al aviso a la oficina: corrija una de las dos fechas.',
    en: 'It is before the post was notified: correct one of the two dates.',
  },
  AFTER_FIRST_CONTACT: {
    es: 'Es posterior al primer contacto registrado.',
    en: 'It is after the first recorded contact.',
  },
  NOT_OF_THE_COUNTRY: {
    es: 'La región no es de ese país.',
    en: 'The region is not of that country.',
  },
  UNKNOWN_POST: { es: 'Elija una oficina abierta.', en: 'Choose an open post.' },
  UNKNOWN_PERSON: {
    es: 'Elija a la persona de la lista o regístrela.',
    en: 'Choose the person from the list, or register them.',
  },
  UNKNOWN_FACILITY: {
    es: 'Elija el centro de la lista o escriba su nombre.',
    en: 'Choose the facility from the list, or type its name.',
  },
  SAY_WHICH_FACILITY: {
    es: 'Diga a qué centro fue llevada la persona.',
    en: 'Say to which facility the person was taken.',
  },
  DENIAL_NEEDS_AUTHORITY: {
    es: 'Diga qué autoridad impidió el acceso y qué motivo dio.',
    en: 'Say which authority denied access and what reason it gave.',
  },
  ONLY_WITH_DENIED_ACCESS: {
    es: 'Solo cuando la autoridad impidió el acceso.',
    en: 'Only when the authority denied access.',
  },
  BEFORE_THE_DENIAL: {
    es: 'Es anterior a la negativa de acceso.',
    en: 'It is before access was denied.',
  },
  BEFORE_THE_FIRST_NOTE: {
    es: 'Es anterior a la primera nota.',
    en: 'It is before the first note.',
  },
  BEFORE_THE_NOTE: { es: 'Es anterior a la nota.', en: 'It is before the note.' },
  BEFORE_THE_HEARING: {
    es: 'Una audiencia celebrada se anota después de su fecha.',
    en: 'A hearing that was held is noted after its date.',
  },
  BEFORE_THE_WISH: {
    es: 'Es anterior a la voluntad de la persona de avisar a su familia.',
    en: 'It is before the person wished the family to be told.',
  },
  BEFORE_IT_HAPPENED: { es: 'Es anterior a los hechos.', en: 'It is before it happened.' },
  BEFORE_THE_DECISION: { es: 'Es anterior a la decisión.', en: 'It is before the decision.' },
  BEFORE_ITS_START: { es: 'Es anterior a su comienzo.', en: 'It is before its start.' },
  FAMILY_REFUSED: {
    es: 'La persona no quiere que se avise a su familia.',
    en: 'The person does not want the family told.',
  },
  FAMILY_NOT_ASKED: {
    es: 'Todavía no se le ha preguntado a la persona.',
    en: 'The person has not been asked yet.',
  },
  SAY_WHO_WAS_TOLD: { es: 'Diga a quién se avisó.', en: 'Say who was told.' },
  NOT_IN_THIS_CASE: { es: 'No pertenece a este caso.', en: 'It does not belong to this case.' },
  STAGE_NOT_IN_HISTORY: {
    es: 'Elija una etapa vigente del historial.',
    en: 'Choose a standing entry of the history.',
  },
  GUARANTEE_MISSING: {
    es: 'Falta esta garantía: la decisión no puede declararse no arbitraria.',
    en: 'This guarantee is missing: the decision cannot be found not arbitrary.',
  },
  LIFE_HAS_NO_MAXIMUM: {
    es: 'La cadena perpetua no tiene máximo.',
    en: 'A life sentence has no maximum.',
  },
  MINIMUM_ABOVE_MAXIMUM: {
    es: 'El mínimo supera el máximo.',
    en: 'The minimum is above the maximum.',
  },
};

export const errorMessages = refusals(ERRORS, FIELDS);
