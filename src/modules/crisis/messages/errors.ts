import { refusals, type Bilingual } from '../../../platform/i18n/bilingual';

/** Refusals of the module: what happened, and what to do next. */
const ERRORS: Record<string, { title: Bilingual; detail: Bilingual }> = {
  INCIDENT_NOT_ACTIVE: {
    title: { es: 'La emergencia no está activada', en: 'The incident is not active' },
    detail: {
      es: 'Pida su activación a la jefatura de la oficina o a la sede central.',
      en: 'Ask the head of post or headquarters to activate it.',
    },
  },
  INCIDENT_ALREADY_SO: {
    title: { es: 'La emergencia ya está en ese estado', en: 'The incident is already so' },
    detail: { es: 'Vuelva a cargar la página.', en: 'Reload the page.' },
  },
  INCIDENT_OVER: {
    title: { es: 'Este registro terminó', en: 'This registration has ended' },
    detail: {
      es: 'Si necesita ayuda, llame o escriba al consulado más cercano.',
      en: 'If you need help, call or write to the nearest consulate.',
    },
  },
  CODE_UNKNOWN: {
    title: { es: 'No encontramos ese código', en: 'We do not know that code' },
    detail: {
      es: 'Revíselo letra por letra. Si lo perdió, regístrese otra vez: lo uniremos.',
      en: 'Check it letter by letter. If you lost it, register again: we will join both.',
    },
  },
  CONFIRMATION_USED: {
    title: { es: 'Ese enlace ya se usó', en: 'That link has been used' },
    detail: {
      es: 'Ya tenemos su respuesta. Si algo cambió, entre con su código o llame al consulado.',
      en: 'We have your answer. If something changed, come back with your code or call the consulate.',
    },
  },
  NOT_TO_BE_LENT: {
    title: { es: 'Esa cuenta no puede apoyar la emergencia', en: 'That account cannot be lent' },
    detail: {
      es: 'Elija a personal del servicio; los cónsules honorarios no participan.',
      en: 'Choose staff of the service; honorary consuls take no part.',
    },
  },
  LIST_REFUSED: {
    title: { es: 'La lista tiene errores', en: 'The list has faults' },
    detail: {
      es: 'No se registró a nadie. Corrija las líneas indicadas y envíela otra vez.',
      en: 'Nobody was entered. Mend the lines named and send it again.',
    },
  },
  ALREADY_MERGED: {
    title: { es: 'Uno de los registros ya se unió', en: 'One of the records has been merged' },
    detail: { es: 'Vuelva a cargar los duplicados.', en: 'Reload the duplicates.' },
  },
  NOT_MERGED: {
    title: { es: 'Ese registro no está unido a otro', en: 'That record is not merged' },
    detail: { es: 'Vuelva a cargar la página.', en: 'Reload the page.' },
  },
  MERGE_HAS_CASES: {
    title: { es: 'Los dos registros tienen un caso', en: 'Both records have a case' },
    detail: {
      es: 'Una primero las personas en su ficha y cierre uno de los casos.',
      en: 'Merge the persons on file first, and close one of the cases.',
    },
  },
  MERGE_HAS_SEATS: {
    title: { es: 'El duplicado tiene un asiento', en: 'The duplicate has a seat' },
    detail: {
      es: 'Libere su asiento o consérvelo como el registro que queda.',
      en: 'Release its seat, or keep it as the record that remains.',
    },
  },
  MERGE_ABOARD_TOGETHER: {
    title: { es: 'Viajaron juntos: son dos personas', en: 'They travelled together: they are two' },
    detail: {
      es: 'Los dos constan a bordo del mismo traslado. Si fue un error de embarque, corríjalo con la empresa.',
      en: 'Both are known to have been aboard one manifest. If the boarding is wrong, ask the carrier.',
    },
  },
  NO_SUCH_SEAT: {
    title: { es: 'No todas tienen asiento', en: 'Not all of them have a seat' },
    detail: {
      es: 'Elija a personas de este traslado que no hayan liberado su asiento.',
      en: 'Choose persons of this manifest whose seat was not released.',
    },
  },
  MANIFEST_NOT_SO: {
    title: { es: 'El traslado ya no admite ese cambio', en: 'The manifest no longer allows that' },
    detail: {
      es: 'Vuelva a cargarlo: ya partió, ya llegó o todavía no parte.',
      en: 'Reload it: it has left, has arrived, or has not left yet.',
    },
  },
  NOBODY_TO_TELL: {
    title: { es: 'Nadie recibiría el mensaje', en: 'Nobody would get the message' },
    detail: {
      es: 'Amplíe el filtro; quienes no dejaron correo deben ser llamados.',
      en: 'Widen the filter; those who left no address must be called.',
    },
  },
  PERSON_HAS_CASE: {
    title: { es: 'Esa persona ya tiene un caso', en: 'That person has a case' },
    detail: { es: 'Ábralo desde su registro.', en: 'Open it from the registration.' },
  },
};

/** What to mend in a field. */
const FIELDS: Record<string, Bilingual> = {
  NOT_OF_THE_INCIDENT: {
    es: 'No pertenece a esta emergencia.',
    en: 'It does not belong to this incident.',
  },
  FACTOR_UNKNOWN: { es: 'Elija factores de la lista.', en: 'Choose factors of the list.' },
  UNKNOWN_ACCOUNT: { es: 'Elija una cuenta activa.', en: 'Choose an active account.' },
  ZONE_UNKNOWN: { es: 'Elija una zona horaria.', en: 'Choose a time zone.' },
  IS_THE_SURVIVOR: {
    es: 'Es el registro que queda: elija los otros.',
    en: 'It is the record that remains: choose the others.',
  },
  NOT_ABOARD: { es: 'No consta que haya embarcado.', en: 'They are not known to have boarded.' },
  LIST_WITHOUT_NAMES: {
    es: 'Falta una columna de nombres: use nombres y apellidos, o pasajero.',
    en: 'There is no column of names: use given names and surname, or passenger.',
  },
  LIST_EMPTY: { es: 'La lista no tiene personas.', en: 'The list names nobody.' },
  LIST_TOO_LONG: {
    es: 'Divida la lista en partes de hasta 5000 líneas.',
    en: 'Split the list into parts of at most 5,000 lines.',
  },
  LIST_UNREADABLE: { es: 'No se puede leer esta línea.', en: 'This line cannot be read.' },
  LINE_WITH_OTHER_COLUMNS: {
    es: 'Tiene más o menos columnas que el encabezado.',
    en: 'It has more or fewer columns than the header.',
  },
  NAME_UNREADABLE: {
    es: 'Falta el nombre o el apellido.',
    en: 'The given name or the surname is missing.',
  },
  AGE_OUT_OF_RANGE: { es: 'Edad en años, de 0 a 120.', en: 'Age in years, 0 to 120.' },
  SEX_UNREADABLE: { es: 'Use M o F, o déjelo vacío.', en: 'Use M or F, or leave it empty.' },
  NEED_UNKNOWN: {
    es: 'Use: medical, shelter, food, documents, transport, minors_alone.',
    en: 'Use: medical, shelter, food, documents, transport, minors_alone.',
  },
};

export const errorMessages = refusals(ERRORS, FIELDS);
