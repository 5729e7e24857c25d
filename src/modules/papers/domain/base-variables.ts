import type { TextVariable, VariableGroup } from './variables';

const text = (es: string, en: string, sample: string): TextVariable => ({
  kind: 'text',
  label: { es, en },
  sample,
});

/** What every paper may say of itself, its post and whoever signs. */
export const COMMON_GROUPS: readonly VariableGroup[] = [
  {
    name: 'paper',
    label: { es: 'Documento', en: 'Paper' },
    variables: {
      number: text('Número', 'Number', 'MAD-2026-INF-000012'),
      date: text('Fecha en letras', 'Date in words', '2 de marzo de 2026'),
      short_date: text('Fecha', 'Date', '02/03/2026'),
    },
  },
  {
    name: 'post',
    label: { es: 'Oficina', en: 'Post' },
    variables: {
      name: text('Nombre', 'Name', 'Consulado General del Perú en Madrid'),
      the_name: text(
        'Nombre, con «el» o «la»',
        'Name, with “el” or “la”',
        'el Consulado General del Perú en Madrid',
      ),
      start_name: text(
        'Nombre, al empezar la frase',
        'Name, to begin a sentence',
        'El Consulado General del Perú en Madrid',
      ),
      of_name: text(
        'Nombre, con «del» o «de la»',
        'Name, with “del” or “de la”',
        'del Consulado General del Perú en Madrid',
      ),
      to_name: text(
        'Nombre, con «al» o «a la»',
        'Name, with “al” or “a la”',
        'al Consulado General del Perú en Madrid',
      ),
      city: text('Ciudad', 'City', 'Madrid'),
      country: text('País', 'Country', 'España'),
    },
  },
  {
    name: 'officer',
    label: { es: 'Quien firma', en: 'Who signs' },
    variables: {
      name: text('Nombre', 'Name', 'Elena Paredes Salas'),
      office: text('Cargo', 'Office', 'Funcionario consular'),
    },
  },
];

/** What the case file knows, whatever its family. */
export const CASE_GROUPS: readonly VariableGroup[] = [
  {
    name: 'case',
    label: { es: 'Caso', en: 'Case' },
    variables: {
      reference: text('Número del caso', 'Case number', 'MAD-2026-000123'),
      kind: text('Materia', 'Matter', 'Detención penal'),
      opened_on: text('Fecha de registro', 'Registered on', '1 de marzo de 2026'),
      country: text('País', 'Country', 'España'),
      place: text('Lugar', 'Place', 'Soto del Real'),
      summary: text(
        'Resumen',
        'Summary',
        'La persona fue detenida en un control de carretera y solicitó asistencia consular.',
      ),
      assignee: text('A cargo de', 'Assigned to', 'Elena Paredes Salas'),
      last_visit: text('Última visita', 'Last visit', '28 de febrero de 2026'),
      next_due: text('Próximo vencimiento', 'Next due', '9 de marzo de 2026'),
    },
  },
  {
    name: 'person',
    label: { es: 'Persona asistida', en: 'Person assisted' },
    variables: {
      full_name: text('Nombre completo', 'Full name', 'Rosa Ángela Quispe Ñahui'),
      document: text('Documento de identidad', 'Identity document', 'DNI N.° 41236587'),
      birth_date: text('Fecha de nacimiento', 'Date of birth', '28 de julio de 1991'),
      age: text('Edad', 'Age', '34 años'),
      sex: text('Sexo', 'Sex', 'Femenino'),
      nationality: text('Nacionalidad', 'Nationality', 'peruana'),
      languages: text('Idiomas', 'Languages', 'español, quechua'),
      address: text('Domicilio', 'Address', 'Calle de la Paz 14, 3.º B, Madrid'),
      phone: text('Teléfono', 'Telephone', '+34 600 000 000'),
      migration_status: text('Situación migratoria', 'Migration status', 'Residencia permanente'),
    },
  },
  {
    name: 'file',
    label: { es: 'Expediente', en: 'File' },
    variables: {
      people: {
        kind: 'list',
        label: { es: 'Otras personas', en: 'Other people' },
        items: {
          name: { es: 'Nombre', en: 'Name' },
          role: { es: 'Relación con el caso', en: 'Role' },
          document: { es: 'Documento', en: 'Document' },
        },
        sample: [
          { name: 'Julia Ñahui Mamani', role: 'Familiar', document: 'DNI N.° 09876543' },
          { name: 'Marta Ruiz Gil', role: 'Abogado o abogada', document: '' },
        ],
      },
      actions: {
        kind: 'list',
        label: { es: 'Gestiones realizadas', en: 'What was done' },
        items: { date: { es: 'Fecha', en: 'Date' }, action: { es: 'Gestión', en: 'Action' } },
        sample: [
          { date: '28/02/2026', action: 'Visita en persona' },
          { date: '01/03/2026', action: 'Defensa pública solicitada' },
        ],
      },
      duties: {
        kind: 'list',
        label: { es: 'Obligaciones pendientes', en: 'Open duties' },
        items: { due: { es: 'Vence', en: 'Due' }, duty: { es: 'Obligación', en: 'Duty' } },
        sample: [{ due: '09/03/2026', duty: 'Visita periódica' }],
      },
    },
  },
];

/** What a list of a post is made from. */
export const POST_GROUPS: readonly VariableGroup[] = [
  {
    name: 'remittance',
    label: { es: 'Remisión', en: 'Remittance' },
    variables: {
      from: text('Desde', 'From', '1 de febrero de 2026'),
      to: text('Hasta', 'To', '28 de febrero de 2026'),
      count: text('Cantidad', 'Count', '3'),
      rows: {
        kind: 'list',
        label: { es: 'Documentos', en: 'Papers' },
        items: {
          n: { es: 'N.°', en: 'No.' },
          number: { es: 'Número', en: 'Number' },
          kind: { es: 'Clase', en: 'Kind' },
          date: { es: 'Fecha', en: 'Date' },
          case: { es: 'Caso', en: 'Case' },
        },
        sample: Array.from({ length: 60 }, (_, i) => ({
          n: String(i + 1),
          number: `MAD-2026-INF-${String(i + 1).padStart(6, '0')}`,
          kind: 'Informe social',
          date: '05/02/2026',
          case: `MAD-2026-${String(40 + i).padStart(6, '0')}`,
        })),
      },
    },
  },
];
