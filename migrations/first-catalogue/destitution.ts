import {
  A_DAY,
  acted,
  boolean,
  choice,
  choices,
  COMMON_OUTCOMES,
  CONTACT,
  dutyByAction,
  integer,
  marked,
  pastDate,
  text,
  types,
  when,
  YES_NO_UNKNOWN,
} from './build';

const HELP = [
  'food',
  'lodging',
  'medicine_or_medical_care',
  'hygiene_or_clothing_kit',
  'local_transport',
  'international_ticket',
  'travel_document_arranged',
  'shelter_placement',
  'referral',
] as const;

/** Indigence and extreme need, as RC art. 10 defines them. */
export const DESTITUTION = {
  code: 'destitution',
  label: { es: 'Indigencia y necesidad extrema', en: 'Destitution and extreme need' },
  types: types(
    'standard',
    ['indigence', 'Indigencia', 'Indigence'],
    ['extreme_need', 'Necesidad extrema', 'Extreme need'],
    ['stranded', 'Persona varada', 'Stranded'],
  ),
  outcomes: [...COMMON_OUTCOMES, 'repatriated', 'died'],
  fields: [
    choices(
      ['needs', 'Qué necesita', 'What is needed'],
      [
        ['food', 'Alimentos', 'Food'],
        ['lodging', 'Alojamiento', 'Lodging'],
        ['medicine', 'Medicinas o atención médica', 'Medicine or medical care'],
        ['hygiene', 'Aseo o ropa', 'Hygiene or clothing'],
        ['documents', 'Documentos', 'Documents'],
        ['transport', 'Transporte local', 'Local transport'],
        ['return', 'Volver al Perú', 'Return to Peru'],
        ['work', 'Trabajo', 'Work'],
      ],
      { required: 'opening' },
    ),
    choice(
      ['sleeping_place', 'Dónde duerme', 'Where they sleep'],
      [
        ['street', 'En la calle', 'In the street'],
        ['shelter', 'Albergue', 'Shelter'],
        ['hosted', 'Con familiares o amigos', 'With family or friends'],
        ['own', 'Vivienda propia o alquilada', 'Own or rented home'],
        ['terminal', 'Terminal o aeropuerto', 'Terminal or airport'],
        ['other', 'Otro', 'Other'],
      ],
    ),
    integer(['dependants', 'Personas a su cargo', 'Dependants'], 0, 30),
    text(['stranded_at', 'Dónde quedó varada', 'Where they are stranded'], { types: ['stranded'] }),
    pastDate(['stranded_since', 'Varada desde', 'Stranded since'], { types: ['stranded'] }),
    choice(
      ['passport', 'Pasaporte', 'Passport'],
      [
        ['valid', 'Vigente', 'Valid'],
        ['expired', 'Vencido', 'Expired'],
        ['none', 'No tiene', 'None'],
        ['unknown', 'No se sabe', 'Not known'],
      ],
    ),
    boolean(['wants_return', '¿Desea volver al Perú?', 'Wishes to return to Peru?']),
    choice(
      [
        'repatriated_before',
        '¿Fue repatriada antes a costo del Estado?',
        'Repatriated before at the State’s cost?',
      ],
      YES_NO_UNKNOWN,
      { showIf: [when('wants_return', 'true')] },
    ),
    text([
      'support',
      'Quién puede ayudar: familia, ONG, parroquia',
      'Who can help: family, NGO, parish',
    ]),
  ],
  checklist: [
    acted(
      ['spoken_to', 'Hablar con la persona o verla', 'Speak to the person or see them'],
      CONTACT,
      {
        requiredToClose: true,
      },
    ),
    marked([
      'nationality_proved',
      'Comprobar la nacionalidad, o presumirla',
      'Check nationality, or presume it',
    ]),
    marked([
      'network_asked',
      'Pedir apoyo a la familia y a la red local',
      'Ask family and local network for support',
    ]),
    acted(['helped', 'Dar la ayuda o derivar', 'Give help or refer'], HELP),
  ],
  duties: [
    dutyByAction(
      ['first_contact', 'Primer contacto', 'First contact'],
      [24, 'hours'],
      CONTACT,
      A_DAY,
    ),
    dutyByAction(
      ['help', 'Dar la ayuda o derivar', 'Give help or refer'],
      [3, 'business_days'],
      HELP,
      'Por defecto: 3 días hábiles, como la evaluación de vulnerabilidad (RC art. 10)',
    ),
    dutyByAction(
      ['follow_up', 'Seguimiento de la persona', 'Follow-up of the person'],
      [15, 'days'],
      CONTACT,
      'Por defecto: cada 15 días mientras dure la necesidad',
      { repeats: true },
    ),
  ],
};
