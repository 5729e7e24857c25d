import {
  acted,
  boolean,
  choice,
  COMMON_OUTCOMES,
  CONTACT,
  date,
  dutyByAction,
  dutyByItem,
  marked,
  pastDate,
  text,
  types,
  when,
} from './build';

/** Labour matters; H-2B sheep herders are followed by season (Denver, Los Angeles, San Francisco). */
export const LABOUR = {
  code: 'labour',
  label: { es: 'Asuntos laborales', en: 'Labour matters' },
  types: types(
    'standard',
    ['labour_rights', 'Derechos laborales', 'Labour rights'],
    ['workplace_accident', 'Accidente de trabajo', 'Workplace accident'],
    ['recruitment_fraud', 'Fraude en la contratación', 'Recruitment fraud'],
    [
      'seasonal_worker_follow_up',
      'Seguimiento de trabajador de temporada',
      'Follow-up of a seasonal worker',
    ],
  ),
  outcomes: [...COMMON_OUTCOMES, 'repatriated'],
  fields: [
    text(['employer', 'Empleador o agencia', 'Employer or agency'], { required: 'opening' }),
    choice(
      ['sector', 'Sector', 'Sector'],
      [
        ['livestock', 'Ganadería y pastoreo', 'Livestock and herding'],
        ['agriculture', 'Agricultura', 'Agriculture'],
        ['construction', 'Construcción', 'Construction'],
        ['domestic', 'Trabajo del hogar', 'Domestic work'],
        ['care', 'Cuidados', 'Care'],
        ['hospitality', 'Hostelería', 'Hospitality'],
        ['other', 'Otro', 'Other'],
      ],
    ),
    choice(
      ['contract', 'Contrato', 'Contract'],
      [
        ['written', 'Escrito', 'Written'],
        ['oral', 'Verbal', 'Oral'],
        ['none', 'Ninguno', 'None'],
        ['unknown', 'No se sabe', 'Not known'],
      ],
    ),
    choice(
      ['visa', 'Visa de trabajo', 'Work visa'],
      [
        ['h2a', 'H-2A', 'H-2A'],
        ['h2b', 'H-2B', 'H-2B'],
        ['other', 'Otra', 'Other'],
        ['none', 'Ninguna', 'None'],
      ],
      { types: ['seasonal_worker_follow_up', 'recruitment_fraud'] },
    ),
    date(['contract_ends_on', 'Fin del contrato', 'End of the contract'], {
      types: ['seasonal_worker_follow_up'],
    }),
    text(['wages_owed', 'Salario adeudado (monto y moneda)', 'Wages owed (amount and currency)'], {
      types: ['labour_rights', 'recruitment_fraud', 'seasonal_worker_follow_up'],
    }),
    pastDate(['accident_on', 'Fecha del accidente', 'Date of the accident'], {
      types: ['workplace_accident'],
    }),
    text(['injuries', 'Lesiones e incapacidad', 'Injuries and incapacity'], {
      types: ['workplace_accident'],
      tier: 'restricted',
      maxLength: 500,
    }),
    boolean([
      'documents_held',
      '¿El empleador retiene sus documentos o le impide irse?',
      'Does the employer hold documents or prevent leaving?',
    ]),
    choice(
      ['complaint', 'Reclamo ante la autoridad', 'Complaint to the authority'],
      [
        ['filed', 'Presentado', 'Filed'],
        ['planned', 'Por presentar', 'To be filed'],
        ['not_wished', 'No desea reclamar', 'Does not wish to'],
      ],
    ),
    text(['complaint_reference', 'Número del reclamo', 'Number of the complaint'], {
      showIf: [when('complaint', 'filed')],
    }),
  ],
  checklist: [
    acted(
      ['spoken_to', 'Hablar con la persona o verla', 'Speak to the person or see them'],
      CONTACT,
      {
        requiredToClose: true,
      },
    ),
    acted(
      ['rights_informed', 'Informar sus derechos laborales', 'Inform about labour rights'],
      ['legal_orientation', 'pro_bono_referral', 'list_of_lawyers_given'],
    ),
    marked(
      [
        'forced_labour_ruled_out',
        'Descartar trata o trabajo forzado',
        'Rule out trafficking or forced labour',
      ],
      {
        when: [when('documents_held', 'true')],
        requiredToClose: true,
      },
    ),
    acted(
      ['authority_asked', 'Gestionar ante la autoridad de trabajo', 'Contact the labour authority'],
      ['contact_with_authority', 'complaint_accompaniment'],
      { when: [when('complaint', 'filed', 'planned')] },
    ),
  ],
  duties: [
    dutyByAction(
      ['first_contact', 'Primer contacto', 'First contact'],
      [3, 'business_days'],
      CONTACT,
      'Por defecto: 3 días hábiles',
    ),
    dutyByItem(
      ['forced_labour_check', 'Descartar trata o trabajo forzado', 'Rule out forced labour'],
      [24, 'hours'],
      'forced_labour_ruled_out',
      'D.S. 001-2016-IN: en el más breve plazo; por defecto 24 h',
      { when: [when('documents_held', 'true')] },
    ),
    dutyByAction(
      ['season_visit', 'Visita o llamada de temporada', 'Visit or call of the season'],
      [90, 'days'],
      CONTACT,
      'Por defecto: cada 90 días durante la temporada',
      { types: ['seasonal_worker_follow_up'], repeats: true },
    ),
  ],
};
