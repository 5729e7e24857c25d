import { isPlausibleBirthDate } from '../../people';
import { readWholeName, type ListedName } from './listed-name';
import { NEEDS, type Need } from './vocabulary';

/** A line of a file: its cells, with the number of the line in the file (the header is 1). */
export interface Line {
  line: number;
  cells: readonly string[];
}

/** What a list tells of one person. */
export interface ListRow extends ListedName {
  line: number;
  birthDate: string | null;
  age: number | null;
  sex: 0 | 1 | 2;
  documentNumber: string | null;
  phone: string | null;
  email: string | null;
  place: string | null;
  needs: Need[];
  /** The name as the list had it. */
  asGiven: string;
}

/** What is wrong with a line; `code` has its sentence as `validation.<code>`. */
export interface RowProblem {
  line: number;
  column: string | null;
  code: string;
}

/** What a column of a list may hold, with the headers that airlines and local authorities give it. */
const SYNONYMS = {
  name: ['name', 'nombre completo', 'full name', 'passenger', 'passenger name', 'pasajero', 'pax'],
  givenNames: ['given names', 'given name', 'first name', 'nombres', 'nombre', 'prenombres'],
  firstSurname: [
    ...['surname', 'last name', 'family name', 'apellido', 'apellidos', 'primer apellido'],
    'apellido paterno',
  ],
  secondSurname: ['second surname', 'segundo apellido', 'apellido materno'],
  birthDate: ['birth date', 'date of birth', 'dob', 'fecha de nacimiento', 'nacimiento'],
  age: ['age', 'edad'],
  sex: ['sex', 'gender', 'sexo', 'genero'],
  documentNumber: [
    ...['document', 'document number', 'passport', 'passport number', 'doc', 'dni'],
    ...['documento', 'numero de documento', 'pasaporte', 'n de documento'],
  ],
  phone: ['phone', 'telephone', 'mobile', 'telefono', 'celular', 'movil'],
  email: ['email', 'e mail', 'mail', 'correo', 'correo electronico'],
  place: ['place', 'address', 'location', 'lugar', 'direccion', 'ciudad', 'city'],
  needs: ['needs', 'necesidades'],
} as const;
export type ListColumn = keyof typeof SYNONYMS;
export const LIST_COLUMNS = Object.keys(SYNONYMS) as ListColumn[];

const DELIMITERS = [',', ';', '\t'] as const;

/** What parts the cells of a list: what its header has most of, so that addresses may hold the others. */
export function delimiterOf(content: string): string {
  const header = content.trimStart().split(/\r?\n/, 1)[0] ?? '';
  const times = (delimiter: string) => header.split(delimiter).length;
  return DELIMITERS.reduce((most, next) => (times(next) > times(most) ? next : most));
}

const plain = (header: string): string =>
  header
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

/** Which column each header means; one that nothing is known of is left out. */
export function columnsOf(headers: readonly string[]): Partial<Record<ListColumn, number>> {
  const found: Partial<Record<ListColumn, number>> = {};
  headers.forEach((header, at) => {
    const column = LIST_COLUMNS.find((known) =>
      (SYNONYMS[known] as readonly string[]).includes(plain(header)),
    );
    if (column && found[column] === undefined) found[column] = at;
  });
  return found;
}

const SEX_OF: Readonly<Record<string, 1 | 2>> = {
  ...{ m: 1, male: 1, hombre: 1, masculino: 1, h: 1 },
  ...{ f: 2, female: 2, mujer: 2, femenino: 2 },
};

/** `YYYY-MM-DD`, or day first as local lists write it. */
function dayOf(text: string): string {
  const local = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text);
  return local ? `${local[3]}-${local[2]!.padStart(2, '0')}-${local[1]!.padStart(2, '0')}` : text;
}

export interface ReadList {
  rows: ListRow[];
  problems: RowProblem[];
}

/**
 * Reads a list row by row. Either the name is in one column (`QUISPE/ROSA MRS`, or as people write it)
 * or given names and surname stand apart. Every fault is told with its line; with one there is no list.
 * @param columns where each thing stands; by default as the headers say
 * @param today civil date after which nobody is born
 */
export function readList(
  header: readonly string[],
  lines: readonly Line[],
  today: string,
  columns: Partial<Record<ListColumn, number>> = columnsOf(header),
): ReadList {
  const apart = columns.givenNames !== undefined && columns.firstSurname !== undefined;
  if (columns.name === undefined && !apart) {
    return { rows: [], problems: [{ line: 1, column: null, code: 'LIST_WITHOUT_NAMES' }] };
  }
  const read = lines.map((line) => readRow(line, columns, header.length, today));
  return {
    rows: read.flatMap(({ row }) => (row ? [row] : [])),
    problems: read.flatMap(({ problems }) => problems),
  };
}

function readRow(
  { line, cells }: Line,
  columns: Partial<Record<ListColumn, number>>,
  width: number,
  today: string,
): { row: ListRow | null; problems: RowProblem[] } {
  const problems: RowProblem[] = [];
  const fault = (column: ListColumn | null, code: string): null => {
    problems.push({ line, column, code });
    return null;
  };
  if (cells.length !== width) {
    fault(null, 'LINE_WITH_OTHER_COLUMNS');
    return { row: null, problems };
  }
  const cell = (column: ListColumn): string | null => {
    const at = columns[column];
    const text = at === undefined ? '' : (cells[at] ?? '').normalize('NFC').trim();
    return text === '' ? null : text;
  };
  const whole = cell('name');
  const given = cell('givenNames');
  const surname = cell('firstSurname');
  const name =
    given && surname
      ? { givenNames: given, firstSurname: surname, secondSurname: cell('secondSurname') }
      : whole
        ? readWholeName(whole)
        : null;
  if (!name) fault(whole ? 'name' : 'firstSurname', 'NAME_UNREADABLE');
  else if (Object.values(name).some((part) => (part ?? '').length > 200))
    fault('name', 'maxLength');

  const told = cell('birthDate');
  const birthDate = told && dayOf(told);
  if (birthDate && !isPlausibleBirthDate(birthDate, today)) fault('birthDate', 'birthDate');
  const years = cell('age');
  if (years && !/^(\d|[1-9]\d|1[01]\d|120)$/.test(years)) fault('age', 'AGE_OUT_OF_RANGE');
  const sex = cell('sex');
  if (sex && !SEX_OF[sex.toLowerCase()]) fault('sex', 'SEX_UNREADABLE');
  const needs = (cell('needs') ?? '').split(/[;,|]/).map(plain).filter(Boolean);
  const codes = needs.map((need) => need.replaceAll(' ', '_'));
  const unknown = codes.some((code) => !NEEDS.includes(code as Need));
  if (unknown) fault('needs', 'NEED_UNKNOWN');
  const documentNumber = cell('documentNumber');
  if (documentNumber && documentNumber.length > 40) fault('documentNumber', 'documentNumber');
  if (problems.length > 0 || !name) return { row: null, problems };
  return {
    problems,
    row: {
      ...name,
      line,
      birthDate,
      age: years ? Number(years) : null,
      sex: (sex && SEX_OF[sex.toLowerCase()]) || 0,
      documentNumber,
      phone: cell('phone'),
      email: cell('email'),
      place: cell('place'),
      needs: [...new Set(codes)] as Need[],
      asGiven: whole ?? [given, surname, cell('secondSurname')].filter(Boolean).join(' '),
    },
  };
}
