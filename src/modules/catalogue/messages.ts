import type { Messages } from '../../platform/i18n/messages';

type Words = readonly [es: string, en: string];

const ERRORS: Record<string, readonly [title: Words, detail: Words]> = {
  FAMILY_NOT_OPEN_HERE: [
    ['Esta familia de casos no se abre aquí', 'This family of cases is not opened here'],
    [
      'Tiene un formulario propio o todavía no está disponible. Elija otra familia.',
      'It has a form of its own, or is not available yet. Choose another family.',
    ],
  ],
  NO_FIELDS: [
    ['Este tipo de caso no tiene campos ni lista propios', 'This type of case asks nothing more'],
    [
      'Use el panel de su familia para registrar los datos.',
      'Use the panel of its family to record the facts.',
    ],
  ],
  ANDEAN_CONDITIONS: [
    [
      'No se cumplen las condiciones de la Decisión 548',
      'The conditions of Decision 548 are not met',
    ],
    [
      'Revise lo señalado: nacionalidad, tercer país, falta de representación y autorización.',
      'Check what is named: nationality, third country, absence of representation, authorisation.',
    ],
  ],
  NO_ANDEAN_ASSISTANCE: [
    [
      'El caso no se atiende por encargo de otro Estado',
      'The case is not on another State’s behalf',
    ],
    ['No hay nada que retirar.', 'There is nothing to withdraw.'],
  ],
  CATALOGUE_FAULTY: [
    ['El catálogo tiene errores', 'The catalogue has faults'],
    ['Corrija lo señalado; no se publicó nada.', 'Mend what is named; nothing was published.'],
  ],
  CATALOGUE_BREAKS_CASES: [
    ['El cambio dejaría casos sin sustento', 'The change would break cases that exist'],
    [
      'Retire un tipo en vez de borrarlo y dé otro código a un campo de otra clase. No se publicó nada.',
      'Retire a type instead of deleting it, and give a field of another kind another code. Nothing was published.',
    ],
  ],
  CATALOGUE_IN_THE_PAST: [
    ['El catálogo no puede regir desde el pasado', 'A catalogue cannot take effect in the past'],
    [
      'Elija una fecha de vigencia desde ahora en adelante.',
      'Choose an effective date from now on.',
    ],
  ],
  CATALOGUE_CHANGED_MEANWHILE: [
    ['Alguien publicó otra versión entretanto', 'Somebody published another version meanwhile'],
    [
      'Cargue la versión nueva y repita sus cambios sobre ella.',
      'Load the new version and make your changes on it.',
    ],
  ],
};

/** What to mend in a field. */
const FIELDS: Record<string, Words> = {
  FAMILY_NOT_OPEN_HERE: ['Esta familia no se abre aquí.', 'This family is not opened here.'],
  UNKNOWN_FIELD: ['El caso no tiene este campo.', 'The case has no such field.'],
  RESTRICTED_FIELD: [
    'Solo quien atiende el caso puede escribir este dato.',
    'Only who attends the case may write this.',
  ],
  NOT_ASKED: [
    'Este dato no corresponde según las demás respuestas.',
    'The other answers make this one needless.',
  ],
  BEFORE_EARLIER_DATE: [
    'No puede ser anterior a la fecha de la que depende.',
    'It cannot be before the date that it depends on.',
  ],
  NOT_MARKABLE: [
    'Este paso se da por hecho al registrar el dato o la gestión.',
    'This step is done when its fact or action is recorded.',
  ],
  NATIONALITY_NOT_KNOWN: [
    'Registre primero la nacionalidad de la persona.',
    'Record the nationality of the person first.',
  ],
  NOT_A_NATIONAL_OF_THAT_STATE: [
    'La persona no es nacional de ese Estado.',
    'The person is no national of that State.',
  ],
  NOT_A_THIRD_COUNTRY: [
    'El caso debe estar en un tercer país.',
    'The case must be in a third country.',
  ],
  REPRESENTATION_NOT_RULED_OUT: [
    'Compruebe que ese Estado no tiene representación en el país.',
    'Check that this State has no representation in the country.',
  ],
  AUTHORISATION_MISSING: [
    'Un documento de viaje requiere la autorización de su cancillería.',
    'A travel document needs the authorisation of the home ministry.',
  ],
  RANGE_EMPTY: ['El fin debe ser posterior al inicio.', 'The end must be after the start.'],
  CATALOGUE_IN_THE_PAST: ['Elija un momento desde ahora.', 'Choose a moment from now on.'],
  UNKNOWN_FAMILY: ['La familia no existe.', 'There is no such family.'],
  FAMILY_MISSING: ['Falta una familia.', 'A family is missing.'],
  CODE_TWICE: ['El código se repite.', 'The code appears twice.'],
  SEALED_NEEDS_A_MODULE: [
    'Un tipo sellado necesita su propio módulo.',
    'A sealed type needs a module of its own.',
  ],
  DUTIES_OF_A_MODULE: [
    'Las obligaciones de esta familia están en su módulo.',
    'The duties of this family are in its module.',
  ],
  TYPE_OF_A_MODULE_MISSING: [
    'Falta un tipo que el módulo de la familia usa.',
    'A type that the family’s module uses is missing.',
  ],
  TYPE_UNKNOWN_TO_ITS_MODULE: [
    'El módulo de la familia no conoce este tipo.',
    'The family’s module does not know this type.',
  ],
  UNKNOWN_CODE: ['El código no existe.', 'There is no such code.'],
  LIMITS_CROSSED: ['El máximo es menor que el mínimo.', 'The maximum is below the minimum.'],
  NOT_AN_EARLIER_DATE: [
    'Elija un campo de fecha anterior en el formulario.',
    'Choose a date field earlier in the form.',
  ],
  NOT_AN_EARLIER_FIELD: [
    'La condición debe referirse a un campo anterior.',
    'The condition must refer to an earlier field.',
  ],
  WOULD_BETRAY_A_RESTRICTED_FIELD: [
    'Un campo ordinario no puede depender de uno reservado.',
    'An ordinary field cannot depend on a restricted one.',
  ],
  NOT_A_DATE: ['Elija un campo de fecha.', 'Choose a date field.'],
  ONLY_ACTIONS_REPEAT: [
    'Solo se repite lo que se cumple con una gestión.',
    'Only what an action meets may repeat.',
  ],
  RETIRE_INSTEAD: [
    'Hay casos o registros que lo usan: retírelo en vez de borrarlo.',
    'Cases or records use it: retire it instead of deleting it.',
  ],
  ANOTHER_KIND_IS_ANOTHER_FIELD: [
    'Un campo no cambia de clase: cree otro con otro código.',
    'A field does not change its kind: make another with another code.',
  ],
};

const TIMELINE: Record<string, Words> = {
  'answers.edited': ['Datos del caso actualizados', 'Facts of the case updated'],
  'checklist.marked': ['Paso de la lista', 'Step of the checklist'],
  'action.recorded': ['Asistencia', 'Assistance'],
  'andean_assistance.recorded': [
    'Asistencia por otro Estado andino',
    'Assistance for another Andean State',
  ],
  'andean_assistance.withdrawn': [
    'Asistencia por otro Estado andino retirada',
    'Assistance for another Andean State withdrawn',
  ],
};

const textsIn = (at: 0 | 1): Record<string, string> => ({
  ...Object.fromEntries(
    Object.entries(ERRORS).flatMap(([code, [title, detail]]) => [
      [`errors.${code}.title`, title[at]],
      [`errors.${code}.detail`, detail[at]],
    ]),
  ),
  ...Object.fromEntries(
    Object.entries(FIELDS).map(([code, words]) => [`validation.${code}`, words[at]]),
  ),
  ...Object.fromEntries(
    Object.entries(TIMELINE).map(([kind, words]) => [`timeline.${kind}`, words[at]]),
  ),
});

export const catalogueMessages: Messages = { es: textsIn(0), en: textsIn(1) };
