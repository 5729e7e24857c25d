import {
  A_DAY,
  acted,
  boolean,
  choice,
  COMMON_OUTCOMES,
  CONTACT,
  country,
  date,
  dutyByAction,
  dutyByItem,
  integer,
  longText,
  marked,
  orientations,
  pastDate,
  text,
  types,
} from './build';

const ADVICE = [
  'legal_orientation',
  'list_of_lawyers_given',
  'pro_bono_referral',
  'public_defender_requested',
  'referral',
] as const;

/** Legal orientation: an answer in few days, without a vulnerability assessment (rules §3). */
export const LEGAL_ORIENTATION = {
  code: 'legal_orientation',
  label: { es: 'Orientación legal', en: 'Legal orientation' },
  types: orientations(
    ['migration_regularisation', 'Regularización migratoria', 'Migration regularisation'],
    ['civil', 'Civil', 'Civil'],
    ['family', 'Familia', 'Family'],
    ['criminal', 'Penal', 'Criminal'],
    ['labour_advice', 'Laboral', 'Labour'],
    ['social_security', 'Seguridad social', 'Social security'],
  ),
  outcomes: [...COMMON_OUTCOMES],
  fields: [
    longText(['question', 'Consulta', 'Question'], { required: 'opening' }),
    date(['legal_deadline', 'Plazo legal que vence', 'Legal deadline'], {
      help: {
        es: 'Anote el último día para actuar ante la autoridad, si lo hay.',
        en: 'The last day to act before the authority, if there is one.',
      },
    }),
    choice(
      ['has_lawyer', '¿Tiene abogado?', 'Has a lawyer?'],
      [
        ['yes', 'Sí', 'Yes'],
        ['no', 'No', 'No'],
        ['cannot_afford', 'No puede pagarlo', 'Cannot afford one'],
      ],
    ),
    longText(['answer', 'Orientación dada', 'Orientation given'], { required: 'closing' }),
  ],
  checklist: [
    acted(['advised', 'Orientar o derivar', 'Advise or refer'], ADVICE, { requiredToClose: true }),
    marked([
      'not_legal_defence_explained',
      'Aclarar que la oficina no ejerce la defensa',
      'Explain that the post does not act as counsel',
    ]),
  ],
  duties: [
    dutyByAction(
      ['advice', 'Responder la consulta', 'Answer the question'],
      [5, 'business_days'],
      ADVICE,
      'Por defecto: 5 días hábiles',
    ),
  ],
};

/** People of the sea: crews, shipwrecks, offences on board. */
export const MARITIME = {
  code: 'maritime',
  label: { es: 'Gente de mar', en: 'People of the sea' },
  types: types(
    'standard',
    ['crew_assistance', 'Asistencia a tripulación', 'Assistance to a crew'],
    ['shipwreck', 'Naufragio', 'Shipwreck'],
    ['offence_on_board', 'Delito a bordo', 'Offence on board'],
  ),
  outcomes: [...COMMON_OUTCOMES, 'repatriated', 'not_located', 'died'],
  fields: [
    text(['vessel', 'Nave', 'Vessel'], { required: 'opening' }),
    country(['flag', 'Bandera', 'Flag']),
    text(['imo', 'Número OMI o matrícula', 'IMO number or registration'], { maxLength: 30 }),
    text(['shipowner', 'Armador o agente', 'Shipowner or agent']),
    text(['port', 'Puerto o posición', 'Port or position']),
    integer(['peruvians', 'Tripulantes peruanos', 'Peruvian crew'], 1, 500),
    pastDate(['happened_on', 'Fecha del hecho', 'Date of the event'], {
      types: ['shipwreck', 'offence_on_board'],
    }),
    integer(['missing', 'Desaparecidos', 'Missing'], 0, 500, { types: ['shipwreck'] }),
    boolean(['wages_unpaid', '¿Hay salarios impagos?', 'Unpaid wages?'], {
      types: ['crew_assistance'],
    }),
    boolean(['abandoned', '¿Fueron abandonados por el armador?', 'Abandoned by the shipowner?'], {
      types: ['crew_assistance'],
      help: {
        es: 'El Convenio sobre el trabajo marítimo obliga al armador a tener garantía de repatriación.',
        en: 'The Maritime Labour Convention obliges the shipowner to hold a repatriation guarantee.',
      },
    }),
  ],
  checklist: [
    acted(['spoken_to', 'Hablar con la tripulación', 'Speak to the crew'], CONTACT, {
      requiredToClose: true,
    }),
    marked(['crew_list', 'Obtener la lista de tripulantes', 'Obtain the crew list']),
    marked([
      'shipowner_asked',
      'Contactar al armador o su seguro',
      'Contact the shipowner or insurer',
    ]),
    acted(
      ['authority_asked', 'Gestionar ante la autoridad portuaria', 'Contact the port authority'],
      ['contact_with_authority', 'note_verbale'],
    ),
    acted(['families_told', 'Avisar a las familias', 'Tell the families'], ['family_notified'], {
      types: ['shipwreck'],
      requiredToClose: true,
    }),
  ],
  duties: [
    dutyByAction(
      ['first_contact', 'Primer contacto', 'First contact'],
      [24, 'hours'],
      CONTACT,
      A_DAY,
    ),
    dutyByAction(
      ['crew_follow_up', 'Seguimiento de la tripulación', 'Follow-up of the crew'],
      [7, 'days'],
      [...CONTACT, 'contact_with_authority'],
      'Por defecto: cada 7 días mientras sigan a bordo o en puerto',
      { repeats: true },
    ),
    dutyByAction(
      ['families', 'Aviso a las familias', 'Telling the families'],
      [24, 'hours'],
      ['family_notified'],
      'Por defecto: 24 h, una persona antes que cualquier mensaje',
      { types: ['shipwreck'] },
    ),
  ],
};

const SEARCH = [...CONTACT, 'contact_with_authority', 'located'] as const;

/** Welfare checks. What the person found answers is theirs: a restricted part (RC 74.d). */
export const WELFARE_CHECK = {
  code: 'welfare_check',
  label: { es: 'Verificación de bienestar', en: 'Welfare check' },
  types: types('standard', ['welfare_check', 'Verificación de bienestar', 'Welfare check']),
  outcomes: [
    'resolved',
    'located_contact_authorised',
    'located_contact_refused',
    'not_located',
    'referred_and_followed',
    'died',
    'outside_competence',
  ],
  fields: [
    text(
      ['requester_relation', 'Quién pregunta y qué relación tiene', 'Who asks, and their relation'],
      {
        required: 'opening',
      },
    ),
    pastDate(['last_contact_on', 'Último contacto', 'Last contact']),
    text(['last_place', 'Último lugar conocido', 'Last known place'], { maxLength: 300 }),
    longText(['concern', 'Por qué preocupa', 'Why there is concern']),
    choice(
      ['result', 'Resultado', 'Result'],
      [
        ['well_may_tell', 'Está bien y autoriza a decirlo', 'Well, and allows telling'],
        [
          'well_may_not_tell',
          'Está bien y no autoriza a decirlo',
          'Well, and does not allow telling',
        ],
        ['needs_help', 'Necesita ayuda', 'Needs help'],
        ['not_found', 'No se la encontró', 'Not found'],
      ],
      { tier: 'restricted', required: 'closing' },
    ),
  ],
  checklist: [
    marked([
      'interest_checked',
      'Comprobar quién pregunta y su interés legítimo',
      'Check who asks and their legitimate interest',
    ]),
    acted(['looked_for', 'Buscar a la persona', 'Look for the person'], SEARCH, {
      requiredToClose: true,
    }),
    marked(
      [
        'requester_told',
        'Responder a quien preguntó, solo lo autorizado',
        'Answer the requester, only what is authorised',
      ],
      {
        requiredToClose: true,
      },
    ),
  ],
  duties: [
    dutyByAction(
      ['search', 'Buscar a la persona', 'Look for the person'],
      [48, 'hours'],
      SEARCH,
      'Por defecto: 48 h, como la primera visita',
    ),
    dutyByItem(
      ['answer', 'Responder a quien preguntó', 'Answer the requester'],
      [10, 'business_days'],
      'requester_told',
      'Por defecto: 10 días hábiles',
    ),
  ],
};
