import {
  A_DAY,
  acted,
  boolean,
  choice,
  choices,
  COMMON_OUTCOMES,
  CONTACT,
  dutyByAction,
  marked,
  pastDate,
  text,
  types,
  when,
} from './build';

const REPORTED = when('reported', 'yes');

/** Victims of offences, apart from gender violence and trafficking, which have modules of their own. */
export const CRIME_VICTIM = {
  code: 'crime_victim',
  label: { es: 'Víctima de delito', en: 'Victim of crime' },
  types: types(
    'standard',
    ['robbery', 'Robo o hurto', 'Robbery or theft'],
    ['assault', 'Agresión', 'Assault'],
    ['fraud', 'Estafa', 'Fraud'],
    ['homicide_relatives', 'Familiares de víctima de homicidio', 'Relatives of a homicide victim'],
    ['discrimination', 'Discriminación', 'Discrimination'],
  ),
  outcomes: [...COMMON_OUTCOMES, 'repatriated'],
  fields: [
    pastDate(['offence_on', 'Fecha del hecho', 'Date of the offence']),
    text(['offence_place', 'Lugar del hecho', 'Place of the offence']),
    choice(
      ['reported', '¿Hay denuncia?', 'Reported to the authorities?'],
      [
        ['yes', 'Sí', 'Yes'],
        ['not_yet', 'Todavía no', 'Not yet'],
        ['not_wished', 'No desea denunciar', 'Does not wish to'],
      ],
      { required: 'opening' },
    ),
    text(
      ['report_authority', 'Autoridad que recibió la denuncia', 'Authority that took the report'],
      {
        showIf: [REPORTED],
      },
    ),
    text(['report_reference', 'Número de la denuncia', 'Number of the report'], {
      showIf: [REPORTED],
    }),
    choices(
      ['lost', 'Qué perdió', 'What was lost'],
      [
        ['passport', 'Pasaporte', 'Passport'],
        ['dni', 'DNI', 'DNI'],
        ['residence_card', 'Tarjeta de residencia', 'Residence card'],
        ['money', 'Dinero', 'Money'],
        ['telephone', 'Teléfono', 'Telephone'],
        ['luggage', 'Equipaje', 'Luggage'],
      ],
      { types: ['robbery', 'fraud'] },
    ),
    choice(
      ['injuries', 'Lesiones', 'Injuries'],
      [
        ['none', 'Ninguna', 'None'],
        ['minor', 'Leves', 'Minor'],
        ['serious', 'Graves', 'Serious'],
        ['unknown', 'No se sabe', 'Not known'],
      ],
      { types: ['robbery', 'assault'], tier: 'restricted' },
    ),
    text(['kinship', 'Parentesco con la víctima', 'Relation to the victim'], {
      types: ['homicide_relatives'],
      required: 'closing',
    }),
    boolean(['at_risk', '¿Sigue en riesgo?', 'Still at risk?']),
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
      'rights_explained',
      'Explicar sus derechos como víctima y el plazo para denunciar',
      'Explain the rights of victims and the time limit to report',
    ]),
    acted(
      ['accompanied', 'Acompañar en la denuncia', 'Accompany the person to report'],
      ['complaint_accompaniment', 'contact_with_authority'],
      { when: [when('reported', 'yes', 'not_yet')] },
    ),
    acted(
      ['document_replaced', 'Reponer el documento de viaje', 'Replace the travel document'],
      ['travel_document_arranged'],
      { when: [when('lost', 'passport')] },
    ),
    acted(
      ['support_offered', 'Ofrecer apoyo psicológico', 'Offer psychological support'],
      ['psychological_support', 'referral'],
      { types: ['assault', 'homicide_relatives', 'discrimination'] },
    ),
    marked(['safety_planned', 'Acordar medidas de seguridad', 'Agree on safety measures'], {
      when: [when('at_risk', 'true')],
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
      ['proceedings', 'Seguimiento de la denuncia', 'Follow-up of the report'],
      [30, 'days'],
      ['contact_with_authority', 'hearing_attended', 'note_verbale'],
      'Por defecto: cada 30 días mientras siga la investigación',
      { when: [REPORTED], repeats: true },
    ),
  ],
};
