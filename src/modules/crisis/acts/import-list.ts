import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { CsvError, parse } from 'csv-parse/sync';
import type { Temporal } from '@js-temporal/polyfill';
import type { Actor } from '../../../platform/access/actor';
import { statement } from '../../../platform/database/statement';
import { DomainError, type FieldError } from '../../../platform/errors/domain-error';
import { newId } from '../../../platform/ids';
import { readContact } from '../../people';
import { CrisisPolicies } from '../crisis-policies';
import { columnsOf, delimiterOf, readList, type Line, type ListRow } from '../domain/list-rows';
import { EnterPersons } from '../enter-persons';
import type { ImportListRequest } from '../http/dto/list.requests';
import { IncidentWork } from '../incident-work';

/** Lines of one list; a longer one is sent in parts. */
const MOST_LINES = 5000;
/** Faults told at once: whoever mends a file does not read more. */
const MOST_PROBLEMS = 200;

/** Two who send the same list meet here, and the second is given what the first made. */
const CLAIM = statement(
  'crisis.claim-list',
  `INSERT INTO incident_lists (id, incident_id, name, format, content_hash, rows, recorded_by)
   VALUES ($1, $2, $3, $4, $5, $6, app.account())
   ON CONFLICT (incident_id, content_hash) DO NOTHING RETURNING id`,
);
const KNOWN = statement(
  'crisis.known-list',
  'SELECT id, rows FROM incident_lists WHERE incident_id = $1 AND content_hash = $2',
);

export interface ImportedList {
  id: string;
  rows: number;
  /** The very same list was there already: nothing was added. */
  repeated: boolean;
}

/** Takes a list of persons from an authority, an airline or a group: all of it, or nothing. */
@Injectable()
export class ImportList {
  constructor(
    private readonly work: IncidentWork,
    private readonly policies: CrisisPolicies,
    private readonly entering: EnterPersons,
  ) {}

  /** @throws DomainError LIST_REFUSED (422) with every fault and its line */
  run(actor: Actor, incidentId: string, body: ImportListRequest): Promise<ImportedList> {
    return this.work.on(
      actor,
      incidentId,
      'crisis.work',
      async (file) => {
        const { database } = this.work;
        const rows = read(body, file.now);
        const hash = createHash('sha256')
          .update(JSON.stringify([body.format, body.columns ?? null, body.content]))
          .digest();
        const listId = newId();
        const claim = [listId, incidentId, body.name, body.format, hash, rows.length];
        const [claimed] = await database.query(CLAIM, claim);
        if (!claimed) {
          const known = await database.query<{ id: string; rows: number }>(KNOWN, [
            incidentId,
            hash,
          ]);
          return { ...known[0]!, repeated: true };
        }
        const policy = await this.policies.current();
        const naming = { incidentId, source: 'list', now: file.now, policy, listId } as const;
        for (const { line, asGiven, ...person } of rows) {
          this.entering.enter(person, { ...naming, line, asGiven });
        }
        await this.work.record(file, 'incident_list.imported', { listId, rows: rows.length });
        return { id: listId, rows: rows.length, repeated: false };
      },
      { active: true },
    );
  }
}

function read(body: ImportListRequest, now: Temporal.Instant): ListRow[] {
  const lines = linesOf(body);
  const [header, ...data] = lines;
  if (!header || data.length === 0) throw refused([{ path: 'content', code: 'LIST_EMPTY' }]);
  if (data.length > MOST_LINES) throw refused([{ path: 'content', code: 'LIST_TOO_LONG' }]);
  const today = now.toZonedDateTimeISO('UTC').toPlainDate().add({ days: 1 }).toString();
  const named = body.columns
    ? columnsOf(header.cells.map((cell) => body.columns![cell.trim()] ?? ''))
    : undefined;
  const { rows, problems } = readList(header.cells, data, today, named);
  const faults: FieldError[] = problems.map(({ line, column, code }) => ({
    path: `line ${line}${column ? `: ${column}` : ''}`,
    code,
  }));
  const whole = rows.map((row) => {
    const email = row.email && readContact('email', row.email);
    if (email && 'problem' in email) {
      faults.push({ path: `line ${row.line}: email`, code: email.problem });
    }
    const phone = row.phone && readContact('phone', row.phone);
    // a local number without its country is kept as it was given: it may still be dialled there
    return { ...row, phone: phone && 'value' in phone ? phone.value : row.phone };
  });
  if (faults.length > 0) throw refused(faults.slice(0, MOST_PROBLEMS));
  return whole;
}

function linesOf({ format, content }: ImportListRequest): Line[] {
  if (format === 'boarding') {
    const names = content.split(/\r?\n/).map((text, i) => ({ line: i + 1, cells: [text.trim()] }));
    return [{ line: 0, cells: ['name'] }, ...names.filter(({ cells }) => cells[0] !== '')];
  }
  try {
    const records = parse(content, {
      bom: true,
      info: true,
      delimiter: delimiterOf(content),
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
    }) as unknown as { record: string[]; info: { lines: number } }[];
    return records.map(({ record, info }) => ({ line: info.lines, cells: record }));
  } catch (error) {
    const line = error instanceof CsvError ? Number(error['lines'] ?? 1) : 1;
    throw refused([{ path: `line ${line}`, code: 'LIST_UNREADABLE' }]);
  }
}

const refused = (errors: FieldError[]): DomainError => new DomainError('LIST_REFUSED', { errors });
