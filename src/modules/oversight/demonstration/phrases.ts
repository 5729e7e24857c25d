/** Sentences of an invented file. They name nobody. */

export const NOTES = [
  'Se llamó al centro de detención para confirmar el horario de visitas.',
  'La defensoría pública informó que el expediente está en revisión.',
  'Se remitió la lista de abogados de la jurisdicción.',
  'La familia preguntó por el envío de ropa; se le indicó el procedimiento.',
  'Se solicitó copia de la resolución al juzgado.',
  'Se coordinó con el intérprete para la próxima audiencia.',
  'El centro confirmó que la persona recibe la medicación indicada.',
  'Se explicó el procedimiento de beneficios penitenciarios.',
  'La autoridad migratoria informó la fecha de la próxima revisión.',
  'Se envió a la defensa el certificado de nacimiento solicitado.',
  'Se informó a la persona sobre su derecho a apelar y el plazo.',
  'Se actualizó el contacto de la defensa.',
] as const;

export const SUMMARIES = [
  'Detención comunicada a la oficina consular; se coordina la primera visita.',
  'La familia informó de la detención; la autoridad confirmó el lugar.',
  'Detención en control de documentos; se solicita información del expediente.',
  'Detención por mandato judicial; la defensa pública ha sido designada.',
] as const;

export const NEXT_STEPS = [
  'Llamar a la defensa antes de la próxima audiencia.',
  'Llevar artículos de aseo en la próxima visita.',
  'Pedir copia del informe médico.',
  'Avisar a la familia del resultado de la visita.',
  null,
] as const;

export const COURTS = [
  'Juzgado de Instrucción n.º 3',
  'Corte Penal del Distrito',
  'Juzgado de Garantías',
  'Tribunal Oral en lo Penal',
  'Corte de Inmigración',
] as const;

export const AUTHORITIES = [
  'Policía Nacional',
  'Dirección del centro penitenciario',
  'Servicio de Migraciones',
  'Fiscalía del distrito',
] as const;

/** Places of detention: name before the city, kind, whether harsh. */
export const PLACES = [
  ['Centro Penitenciario de', 'prison', 'standard'],
  ['Prisión de Alta Seguridad de', 'prison', 'harsh'],
  ['Comisaría Central de', 'police_station', 'standard'],
  ['Centro de Detención Migratoria de', 'immigration_centre', 'standard'],
] as const;
