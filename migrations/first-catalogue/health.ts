import {
  A_DAY,
  acted,
  boolean,
  choice,
  COMMON_OUTCOMES,
  CONTACT,
  date,
  dutyByAction,
  dutyByItem,
  filled,
  from,
  known,
  longText,
  marked,
  pastDate,
  text,
  types,
  when,
  YES_NO_UNKNOWN,
} from './build';

const IN_CARE = when('care_setting', 'hospital', 'clinic');

/** Health: restricted as a whole; condition and diagnosis are restricted parts (Ley 29733). */
export const HEALTH = {
  code: 'health',
  label: { es: 'Salud', en: 'Health' },
  types: types(
    'restricted',
    ['hospitalisation', 'Hospitalización', 'Hospitalisation'],
    ['serious_illness', 'Enfermedad grave', 'Serious illness'],
    ['mental_health', 'Salud mental', 'Mental health'],
    ['accident', 'Accidente', 'Accident'],
  ),
  outcomes: [...COMMON_OUTCOMES, 'repatriated', 'died'],
  fields: [
    choice(
      ['care_setting', 'Dónde está la persona', 'Where the person is'],
      [
        ['hospital', 'Hospital', 'Hospital'],
        ['clinic', 'Clínica u otro centro', 'Clinic or other centre'],
        ['home', 'En casa', 'At home'],
        ['shelter_or_street', 'Albergue o calle', 'Shelter or street'],
        ['other', 'Otro lugar', 'Elsewhere'],
      ],
      { required: 'opening' },
    ),
    text(['facility', 'Nombre del centro y piso o sala', 'Name of the centre, floor or ward'], {
      showIf: [IN_CARE],
    }),
    pastDate(['admitted_on', 'Ingresó el', 'Admitted on'], { showIf: [IN_CARE] }),
    date(['discharged_on', 'Alta', 'Discharged on'], {
      showIf: [IN_CARE],
      notBefore: 'admitted_on',
    }),
    choice(
      ['accident_kind', 'Tipo de accidente', 'Kind of accident'],
      [
        ['traffic', 'Tránsito', 'Traffic'],
        ['work', 'Trabajo', 'Work'],
        ['home', 'Doméstico', 'At home'],
        ['leisure', 'Ocio o deporte', 'Leisure or sport'],
        ['other', 'Otro', 'Other'],
      ],
      { types: ['accident'] },
    ),
    choice(
      ['condition', 'Estado', 'Condition'],
      [
        ['stable', 'Estable', 'Stable'],
        ['serious', 'Grave', 'Serious'],
        ['critical', 'Crítico', 'Critical'],
        ['recovering', 'En recuperación', 'Recovering'],
        ['not_known', 'No se sabe', 'Not known'],
      ],
      { tier: 'restricted' },
    ),
    longText(['diagnosis', 'Diagnóstico y tratamiento', 'Diagnosis and treatment'], {
      tier: 'restricted',
    }),
    choice(
      ['can_decide', '¿Puede decidir por sí misma?', 'Able to decide for herself or himself?'],
      YES_NO_UNKNOWN,
    ),
    text(['decides_for', 'Quién decide por la persona', 'Who decides for the person'], {
      showIf: [when('can_decide', 'no')],
      required: 'closing',
    }),
    choice(
      ['family_wish', '¿Desea que se avise a su familia?', 'Should the family be told?'],
      [
        ['yes', 'Sí', 'Yes'],
        ['no', 'No', 'No'],
        ['not_asked', 'No se ha podido preguntar', 'Could not be asked'],
      ],
    ),
    choice(
      ['cover', 'Cobertura médica', 'Medical cover'],
      [
        ['public', 'Pública', 'Public'],
        ['private', 'Seguro privado', 'Private insurance'],
        ['none', 'Ninguna', 'None'],
        ['unknown', 'No se sabe', 'Not known'],
      ],
    ),
    boolean(['medical_return', '¿Se prevé su retorno médico al Perú?', 'Medical return to Peru?']),
  ],
  checklist: [
    acted(
      ['spoken_to', 'Hablar con la persona o verla', 'Speak to the person or see them'],
      CONTACT,
      {
        requiredToClose: true,
      },
    ),
    marked(['hospital_spoken_to', 'Hablar con el centro médico', 'Speak to the hospital'], {
      when: [IN_CARE],
    }),
    acted(['family_told', 'Avisar a la familia', 'Tell the family'], ['family_notified'], {
      when: [when('family_wish', 'yes')],
      requiredToClose: true,
    }),
    filled(['cover_known', 'Saber quién paga la atención', 'Know who pays for the care'], 'cover'),
    marked(['report_kept', 'Pedir el informe médico', 'Ask for the medical report']),
    marked(
      ['discharge_followed', 'Seguir a la persona tras el alta', 'Follow up after discharge'],
      {
        when: [IN_CARE, known('discharged_on')],
      },
    ),
  ],
  duties: [
    dutyByAction(
      ['first_contact', 'Primer contacto', 'First contact'],
      [24, 'hours'],
      CONTACT,
      A_DAY,
    ),
    dutyByAction(
      ['hospital_follow_up', 'Seguimiento en el hospital', 'Follow-up in hospital'],
      [7, 'days'],
      [...CONTACT, 'contact_with_authority'],
      'Por defecto: 7 días, como la visita a una persona detenida hospitalizada',
      { when: [IN_CARE, known('discharged_on', false)], repeats: true },
    ),
    dutyByAction(
      ['family_notification', 'Aviso a la familia', 'Telling the family'],
      [24, 'hours'],
      ['family_notified'],
      'Por defecto: 24 h desde que la persona lo desea (CMW 2024 ¶124)',
      { when: [when('family_wish', 'yes')] },
    ),
    dutyByItem(
      ['discharge_follow_up', 'Seguimiento tras el alta', 'Follow-up after discharge'],
      [3, 'business_days'],
      'discharge_followed',
      'Por defecto: 3 días hábiles',
      { ...from('discharged_on'), when: [IN_CARE] },
    ),
  ],
};
