import type { Messages } from '../../platform/i18n/messages';

/** Message key of a duty kind. */
export const dutyLabel = (kind: string): string => `duties.${kind}`;

const kinds: Record<string, readonly [es: string, en: string]> = {
  first_contact: ['Primer contacto', 'First contact'],
  first_visit: ['Primera visita', 'First visit'],
  periodic_visit: ['Visita periódica', 'Periodic visit'],
  visit_attempt: ['Nuevo intento de visita', 'New attempt to visit'],
  wish_review: ['Consultar de nuevo si desea visitas', 'Ask again about visits'],
  family_notification: ['Aviso a la familia', 'Notifying the family'],
  vulnerability_assessment: ['Evaluación de vulnerabilidad', 'Vulnerability assessment'],
  proceedings_follow_up: ['Seguimiento de la audiencia', 'Follow-up of the hearing'],
  expulsion_review: ['Revisión de la expulsión', 'Review of the expulsion'],
  note_verbale: ['Nota verbal por acceso denegado', 'Note verbale on denied access'],
  note_verbale_reply: ['Respuesta a la nota verbal', 'Reply to the note verbale'],
  mistreatment_consul_informed: [
    'Informar al cónsul de un presunto maltrato',
    'Inform the consul of alleged mistreatment',
  ],
  mistreatment_headquarters_informed: [
    'Informar a la sede central de un presunto maltrato',
    'Inform headquarters of alleged mistreatment',
  ],
  mistreatment_assessment: [
    'Evaluación del presunto maltrato',
    'Assessment of alleged mistreatment',
  ],
  case_review: ['Revisión del caso', 'Case review'],
  reserved_duty: ['Obligación reservada', 'Restricted duty'],
};

const rungs: Record<string, readonly [es: string, en: string]> = {
  officer_at_start: ['Funcionario, al empezar', 'Officer, at the start'],
  head_at_start: ['Jefe de oficina, al empezar', 'Head of post, at the start'],
  headquarters_at_due: ['Sede central, al vencer', 'Headquarters, when due'],
  officer_at_half: ['Funcionario, a la mitad del plazo', 'Officer, half-way'],
  head_at_due: ['Jefe de oficina, al vencer', 'Head of post, when due'],
  headquarters_12_hours_after: ['Sede central, 12 horas después', 'Headquarters, 12 hours after'],
  officer_1_business_day_before: [
    'Funcionario, un día hábil antes',
    'Officer, 1 business day before',
  ],
  officer_7_days_before: ['Funcionario, 7 días antes', 'Officer, 7 days before'],
  officer_1_day_before: ['Funcionario, un día antes', 'Officer, 1 day before'],
  officer_at_due: ['Funcionario, el día del vencimiento', 'Officer, on the due day'],
  head_1_day_after: ['Jefe de oficina, un día después', 'Head of post, 1 day after'],
  headquarters_3_days_after: ['Sede central, 3 días después', 'Headquarters, 3 days after'],
};

const breachReasons: Record<string, readonly [es: string, en: string]> = {
  access_denied: ['Acceso denegado por la autoridad', 'Access denied by the authority'],
  staff: ['Falta de personal', 'Lack of staff'],
  travel: ['Viaje o comisión', 'Travel or mission'],
  distance: ['Distancia', 'Distance'],
  other: ['Otra razón', 'Other reason'],
};

const states: Record<string, readonly [es: string, en: string]> = {
  open: ['Pendiente', 'Open'],
  met: ['Cumplida', 'Met'],
  excused: ['Dispensada', 'Excused'],
  cancelled: ['Cancelada', 'Cancelled'],
};

const why: Record<string, readonly [es: string, en: string]> = {
  policy_changed: ['Cambió la política', 'The policy changed'],
  assessment_policy_changed: [
    'Cambiaron las reglas de vulnerabilidad',
    'The vulnerability rules changed',
  ],
  calendar_changed: ['Cambió el calendario de la oficina', "The post's calendar changed"],
  person_changed: ['Cambiaron los datos de la persona', 'What is known of the person changed'],
  case_closed: ['El caso concluyó', 'The case was closed'],
  case_reopened: ['El caso se reabrió', 'The case was reopened'],
  no_longer_due: ['Ya no corresponde', 'No longer due'],
  other_duty: ['Hay otra obligación pendiente', 'Another duty is open'],
  snoozed: ['Se aplazaron los avisos', 'Reminders were put off'],
  snooze_undone: ['Se repusieron los avisos', 'Reminders were put back'],
};

const errors: Record<string, readonly [title: [string, string], detail: [string, string]]> = {
  OBLIGATION_NOT_OPEN: [
    ['La obligación ya no está pendiente', 'The duty is no longer open'],
    [
      'Actualice el caso para ver cómo terminó; no hace falta acusar recibo.',
      'Reload the case to see how it ended; there is nothing to acknowledge.',
    ],
  ],
  NOT_BREACHED: [
    ['El plazo no se ha incumplido', 'The deadline has not been missed'],
    [
      'La razón del incumplimiento se anota cuando el plazo vence sin cumplirse.',
      'A reason is recorded once a deadline has passed unmet.',
    ],
  ],
  BREACH_WITHOUT_REASON: [
    ['Falta la razón del incumplimiento', 'The reason for the breach is missing'],
    [
      'Pida al funcionario que anote la razón; después podrá aceptarla.',
      'Ask the officer to record the reason; then you can accept it.',
    ],
  ],
  BREACH_ALREADY_ACCEPTED: [
    ['El incumplimiento ya fue aceptado', 'The breach has already been accepted'],
    ['Lo aceptado se conserva tal como está.', 'What was accepted is kept as it is.'],
  ],
  PROOF_LATE: [
    ['La prueba diaria está atrasada', 'The daily proof is late'],
    [
      'Revise que el proceso de trabajos esté en marcha; la prueba se ejecuta al arrancar.',
      'Check that the worker process runs; it proves as soon as it starts.',
    ],
  ],
  SNOOZE_WELFARE_DUTY: [
    ['Los avisos de bienestar no se aplazan', 'Welfare reminders cannot wait'],
    [
      'Visitas, primer contacto y presunto maltrato protegen a la persona; sus avisos siguen.',
      'Visits, first contact and alleged mistreatment protect the person; their reminders go on.',
    ],
  ],
  SNOOZE_HOURS_DUTY: [
    ['Los plazos en horas no se aplazan', 'Duties in hours cannot wait'],
    ['Su plazo corre sin pausa; atiéndalos.', 'Their clock never pauses; attend to them.'],
  ],
  SNOOZE_BREACH: [
    ['Un plazo vencido no se aplaza', 'A breach cannot wait'],
    ['Cumpla la obligación o anote la razón.', 'Do the duty, or record the reason.'],
  ],
  SNOOZE_PAST_DUE: [
    ['La fecha pasa del vencimiento', 'The date is past the due date'],
    ['Elija un día anterior al vencimiento.', 'Choose a day before it is due.'],
  ],
  SNOOZE_NOT_AHEAD: [
    ['Fecha no válida', 'Date not valid'],
    ['Indique una fecha futura.', 'Give a date in the future.'],
  ],
  NOTHING_TO_SNOOZE: [
    ['No hay avisos que aplazar', 'There are no reminders to put off'],
    ['El caso no tiene obligaciones pendientes.', 'The case has no open duty.'],
  ],
  POLICY_IN_THE_PAST: [
    ['La política no puede regir desde el pasado', 'A policy cannot take effect in the past'],
    [
      'Elija una fecha de vigencia desde ahora en adelante.',
      'Choose an effective date from now on.',
    ],
  ],
  POLICY_INCOMPLETE: [
    ['La política está incompleta', 'The policy is incomplete'],
    [
      'Corrija los campos señalados: cada obligación necesita un plazo, y cada plazo una escala de avisos.',
      'Mend the fields named: every duty needs a length, and every length a ladder of reminders.',
    ],
  ],
};

const flat = (at: 0 | 1): Record<string, string> => {
  const texts: Record<string, string> = {};
  const add = (prefix: string, table: Record<string, readonly [string, string]>) => {
    for (const [code, words] of Object.entries(table)) texts[`${prefix}.${code}`] = words[at];
  };
  add('duties', kinds);
  add('rungs', rungs);
  add('breach_reasons', breachReasons);
  add('obligation_states', states);
  add('obligation_changes', why);
  for (const [code, [title, detail]] of Object.entries(errors)) {
    texts[`errors.${code}.title`] = title[at];
    texts[`errors.${code}.detail`] = detail[at];
  }
  return texts;
};

export const obligationsMessages: Messages = { es: flat(0), en: flat(1) };
