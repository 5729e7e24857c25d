import { refusals, type Bilingual } from '../../../platform/i18n/bilingual';

/** Refusals of the family: what happened, and what to do next. */
const ERRORS: Record<string, { title: Bilingual; detail: Bilingual }> = {
  NOT_A_MINOR: {
    title: { es: 'La persona es mayor de edad', en: 'The person is of age' },
    detail: {
      es: 'Revise la fecha de nacimiento. Si es correcta, abra un caso de otra familia: esta atiende a menores de 18 años.',
      en: 'Check the birth date. If it is right, open a case of another family: this one is for people under 18.',
    },
  },
  GUARDIANSHIP_NOT_VERIFIED: {
    title: {
      es: 'No se puede informar a esa persona sobre el menor',
      en: 'That person may not be told about the child',
    },
    detail: {
      es: 'Verifique primero que responde por el menor: registre su documento en «Responsables» y verifíquelo.',
      en: 'First verify that they answer for the child: record their document under “Guardians” and verify it.',
    },
  },
  GUARDIANSHIP_DOES_NOT_FOLLOW: {
    title: { es: 'El registro no puede pasar a ese estado', en: 'The entry cannot go there' },
    detail: {
      es: 'Vuelva a leer el caso. Lo que ya fue decidido se corrige con un registro nuevo.',
      en: 'Read the case again. What was decided is corrected by a new entry.',
    },
  },
  DOCUMENT_NEEDED: {
    title: { es: 'Falta el documento', en: 'The document is missing' },
    detail: {
      es: 'Registre la autoridad y el número del documento, o adjúntelo, y verifique después.',
      en: 'Record the authority and number of the document, or attach it, and verify then.',
    },
  },
  ALREADY_REPLACED: {
    title: { es: 'Ese registro ya fue reemplazado', en: 'That entry has been replaced' },
    detail: { es: 'Use el más reciente.', en: 'Use the newest one.' },
  },
  AUTHORISATION_HAS_ENDED: {
    title: { es: 'La autorización ya no tenía efecto', en: 'The authorisation had already ended' },
    detail: { es: 'Registre otra si hace falta.', en: 'Record another if it is needed.' },
  },
  CARE_HAS_ENDED: {
    title: { es: 'Esa tutela ya terminó', en: 'That State care has ended' },
    detail: {
      es: 'Registre una nueva si hay otra orden.',
      en: 'Record a new one for a new order.',
    },
  },
  HEARING_ALREADY_NOTED: {
    title: { es: 'La audiencia ya tiene nota', en: 'The hearing has a note already' },
    detail: {
      es: 'Si se señaló otra, regístrela.',
      en: 'If another one was scheduled, record that.',
    },
  },
  STEP_NOT_OF_THIS_ROUTE: {
    title: { es: 'Ese paso no es de esta vía', en: 'That step is not of this route' },
    detail: {
      es: 'El Convenio de 1980 no vincula a ambos Estados: registre gestiones diplomáticas.',
      en: 'The 1980 convention does not bind both States: record diplomatic démarches.',
    },
  },
  TRACING_ALREADY_ANSWERED: {
    title: { es: 'Esa consulta ya tiene respuesta', en: 'That question has an answer already' },
    detail: { es: 'Si preguntó otra vez, regístrelo.', en: 'If you asked again, record that.' },
  },
  RELATIVE_ALREADY_LOCATED: {
    title: { es: 'Ese familiar ya está registrado', en: 'That relative is recorded already' },
    detail: { es: 'Use el registro que existe.', en: 'Use the entry that exists.' },
  },
  RELATIONSHIP_DOES_NOT_FOLLOW: {
    title: { es: 'El parentesco ya fue decidido', en: 'The relationship has been decided' },
    detail: { es: 'Vuelva a leer el caso.', en: 'Read the case again.' },
  },
  REUNIFICATION_NOT_READY: {
    title: {
      es: 'Todavía no se puede entregar al menor',
      en: 'The child cannot be handed over yet',
    },
    detail: { es: 'Complete lo que falta.', en: 'Complete what is missing.' },
  },
  NOT_OF_AGE_YET: {
    title: { es: 'Todavía es menor de edad', en: 'Still a minor' },
    detail: {
      es: 'Regístrelo cuando cumpla 18 años.',
      en: 'Record it once the person is 18.',
    },
  },
  OF_AGE_ALREADY_SETTLED: {
    title: { es: 'Ya se registró qué sigue', en: 'What follows is recorded already' },
    detail: { es: 'Concluya el caso.', en: 'Close the case.' },
  },
};

/** What to mend in a field. */
const FIELDS: Record<string, Bilingual> = {
  IS_OF_AGE: {
    es: 'Es mayor de edad hoy. Si el dato es correcto, abra un caso de otra familia.',
    en: 'Of age today. If that is right, open a case of another family.',
  },
  AGE_NEEDED: {
    es: 'Escriba la fecha de nacimiento o la edad que aparenta.',
    en: 'Give the birth date, or the age that the child seems to have.',
  },
  NOT_IN_THIS_ROLE: {
    es: 'Agréguela antes al caso como responsable o familiar.',
    en: 'First add this person to the case as guardian or relative.',
  },
  OPINION_NEEDED: {
    es: 'Escriba lo que dijo la niña, niño o adolescente.',
    en: 'Write what the child said.',
  },
  CHILD_WAS_NOT_HEARD: {
    es: 'Deje la opinión en blanco, o indique cómo se le escuchó.',
    en: 'Leave the opinion empty, or say how the child was heard.',
  },
  HEAR_THE_CHILD_FIRST: {
    es: 'Para la evaluación completa, escúchelo o indique por qué no es posible.',
    en: 'For the full assessment, hear the child or say why it is not possible.',
  },
  GUARDIANSHIP_NOT_VERIFIED: {
    es: 'Verifique primero que responde por el menor.',
    en: 'First verify that this person answers for the child.',
  },
  A_COURT_IS_NO_PERSON: {
    es: 'Deje la persona en blanco: autoriza un juzgado.',
    en: 'Leave the person empty: a court authorises.',
  },
  SAME_STATE: { es: 'Indique dos países distintos.', en: 'Give two different countries.' },
  ONLY_OF_A_DECISION: {
    es: 'Solo para el paso «Decisión».',
    en: 'Only for the step “Decision”.',
  },
  HEARING_NOT_PASSED: { es: 'Todavía no se realizó.', en: 'It has not taken place yet.' },
  TOO_FAR_AHEAD: { es: 'Revise el año.', en: 'Check the year.' },
  INTERESTS_SAY_OTHERWISE: {
    es: 'La evaluación completa del interés superior debe recomendarlo.',
    en: 'The full assessment of the best interests must recommend it.',
  },
  RELATIONSHIP_NOT_VERIFIED: { es: 'Verifique el parentesco.', en: 'Verify the relationship.' },
  FAMILY_NOT_SUITABLE: {
    es: 'Evalúe a la familia: debe poder recibirlo.',
    en: 'Assess the family: it must be able to receive the child.',
  },
  NO_AUTHORISATION: {
    es: 'Falta la autorización de viaje de ambos padres o de un juzgado.',
    en: 'The travel authorisation of both parents, or of a court, is missing.',
  },
  PARENT_NOT_VERIFIED: {
    es: 'Verifique la patria potestad o la custodia de quien autoriza.',
    en: 'Verify the parental authority or custody of whoever authorises.',
  },
  SECOND_PARENT: {
    es: 'Falta la autorización del otro progenitor, su partida de defunción, o la custodia exclusiva verificada.',
    en: 'The other parent’s authorisation, their death certificate, or verified sole custody is missing.',
  },
};

export const errorMessages = refusals(ERRORS, FIELDS);
