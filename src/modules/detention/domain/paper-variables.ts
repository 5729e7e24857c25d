import type { VariableGroup } from '../../papers';

const text = (es: string, en: string, sample: string) =>
  ({ kind: 'text', label: { es, en }, sample }) as const;

/** What templates of papers may say about a detention; health and mistreatment are restricted. */
export const DETENTION_PAPER_GROUPS: readonly VariableGroup[] = [
  {
    name: 'detention',
    label: { es: 'Detención', en: 'Detention' },
    variables: {
      detained_on: text('Detenida desde', 'Detained since', '1 de marzo de 2026'),
      notified_on: text('Oficina notificada el', 'Post notified on', '2 de marzo de 2026'),
      authority: text('Autoridad que avisó', 'Authority that told', 'Policía Nacional'),
      facility: text('Centro', 'Facility', 'Centro Penitenciario Soto del Real'),
      facility_city: text('Ciudad del centro', 'City of the facility', 'Soto del Real'),
      stage: text('Etapa', 'Stage', 'Prisión preventiva'),
      offence: text('Delito', 'Offence', 'Drogas'),
      charges: text('Cargos', 'Charges', 'Tráfico de drogas (art. 368 CP)'),
      lawyer: text('Defensa', 'Lawyer', 'Marta Ruiz Gil (defensa pública)'),
      next_hearing: text('Próxima audiencia', 'Next hearing', '12 de marzo de 2026, Juzgado n.º 4'),
      mistreatment: {
        kind: 'list',
        label: { es: 'Denuncias de maltrato', en: 'Allegations of mistreatment' },
        items: {
          reported_on: { es: 'Fecha', en: 'Date' },
          kinds: { es: 'Clases', en: 'Kinds' },
          account: { es: 'Relato', en: 'Account' },
        },
        sample: [{ reported_on: '02/03/2026', kinds: 'Físico', account: 'Relato de la persona.' }],
        restricted: true,
      },
    },
  },
  {
    name: 'visit',
    label: { es: 'Última visita', en: 'Last visit' },
    variables: {
      number: text('Número', 'Number', 'MAD-2026-VIS-000004'),
      date: text('Fecha', 'Date', '2 de marzo de 2026'),
      time: text('Hora', 'Time', '10:30'),
      kind: text('Modalidad', 'Kind', 'En persona'),
      with_whom: text('Interlocutor', 'With whom', 'Persona detenida'),
      outcome: text('Resultado', 'Outcome', 'Realizado'),
      place: text('Lugar', 'Place', 'Centro Penitenciario Soto del Real, Soto del Real'),
      officer: text('Quien visitó', 'Who visited', 'Elena Paredes Salas'),
      denied_by: text('Autoridad que denegó', 'Denied by', ''),
      checks: {
        kind: 'list',
        label: { es: 'Verificaciones', en: 'Checks' },
        items: {
          check: { es: 'Aspecto', en: 'Check' },
          finding: { es: 'Resultado', en: 'Finding' },
          note: { es: 'Observaciones', en: 'Note' },
        },
        sample: [
          { check: 'Debido proceso', finding: 'Sin observaciones', note: '' },
          { check: 'Intérprete', finding: 'Con observaciones', note: 'No hubo en la declaración.' },
        ],
      },
      needs: {
        kind: 'list',
        label: { es: 'Necesidades', en: 'Needs' },
        items: { need: { es: 'Necesidad', en: 'Need' }, note: { es: 'Nota', en: 'Note' } },
        sample: [{ need: 'Ropa', note: 'De invierno' }],
      },
      messages_delivered: text('Mensajes entregados', 'Messages delivered', 'Saludos de su madre.'),
      messages_received: text('Mensajes recibidos', 'Messages received', 'Pide ver a su hija.'),
      next_steps: text('Próximos pasos', 'Next steps', 'Pedir intérprete para la audiencia.'),
      health: {
        ...text('Estado de salud', 'State of health', 'Con observaciones'),
        restricted: true,
      },
      health_note: {
        ...text('Observaciones de salud', 'Health note', 'Refiere dolor de muelas.'),
        restricted: true,
      },
    },
  },
  {
    name: 'note',
    label: { es: 'Última nota verbal', en: 'Last note verbale' },
    variables: {
      number: text('Número', 'Number', 'MAD-2026-NVB-000002'),
      authority: text('Autoridad', 'Authority', 'la Delegación del Gobierno'),
      subject: text('Asunto', 'Subject', 'Acceso consular denegado el 1 de marzo de 2026'),
      sent_on: text('Enviada el', 'Sent on', '2 de marzo de 2026'),
    },
  },
];
