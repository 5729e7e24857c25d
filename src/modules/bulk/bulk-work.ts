import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Actor } from '../../platform/access/actor';
import { Database } from '../../platform/database/database';
import { statement } from '../../platform/database/statement';
import { DomainError, notFound } from '../../platform/errors/domain-error';
import { decodeCursor, toPage, type Page } from '../../platform/http/cursor';
import { Operations } from '../../platform/operations/operations';
import type { OperationView, RowState } from '../../platform/operations/operation';
import { Case, CaseQueries, type ListCasesQuery } from '../cases';
import { kindOf, type BulkInput } from './bulk-action';
import { BulkActions } from './bulk-actions';

/** Rows of one operation: the caseload of a large post, twice. */
export const MOST_ROWS = 10_000;
const CHUNK = 100;
/** Rows named in a preview; all of them are counted. */
const MOST_SHOWN = 500;

const ROWS = statement(
  'bulk.rows',
  `SELECT r.n, r.subject_id AS "caseId", r.state, r.code, c.reference,
          concat_ws(' ', s.given_names, s.first_surname, s.second_surname) AS "personName"
     FROM operation_rows r LEFT JOIN cases c ON c.id = r.subject_id
     LEFT JOIN persons s ON s.id = c.subject_person_id
    WHERE r.operation_id = $1 AND ($2::text IS NULL OR r.state = $2) AND r.n > $3
    ORDER BY r.n LIMIT $4`,
);
const NAMES = statement(
  'bulk.names',
  `SELECT c.id, concat_ws(' ', s.given_names, s.first_surname, s.second_surname) AS name
     FROM cases c LEFT JOIN persons s ON s.id = c.subject_person_id WHERE c.id = ANY ($1)`,
);

/** Which cases: those ticked, or a whole list as it is filtered on the screen. */
export interface Selection {
  ids?: string[];
  filter?: Pick<ListCasesQuery, 'post' | 'view' | 'family' | 'tag'>;
}

export type BulkRequest = BulkInput & { selection: Selection };

export type Verdict = 'change' | 'unchanged' | 'refused';

export interface PreviewRow {
  caseId: string;
  reference: string | null;
  personName: string | null;
  verdict: Verdict;
  /** Code of the refusal, e.g. `CASE_OF_A_COLLEAGUE`. */
  code: string | null;
}

export interface Preview {
  total: number;
  counts: Record<Verdict, number>;
  /** How many are refused, by code. */
  refusals: Record<string, number>;
  /** Refused ones first, then those that change; not all of a long list. */
  rows: PreviewRow[];
}

export interface BulkRow {
  n: number;
  caseId: string;
  /** Null when the case is no longer in reach. */
  reference: string | null;
  personName: string | null;
  state: RowState;
  code: string | null;
}

/** One act over many cases: shown before, done by the worker, told row by row. */
@Injectable()
export class BulkWork {
  constructor(
    private readonly database: Database,
    private readonly queries: CaseQueries,
    private readonly actions: BulkActions,
    private readonly operations: Operations,
  ) {}

  /** What would happen to each case now; locks and writes nothing. */
  preview(actor: Actor, request: BulkRequest): Promise<Preview> {
    return this.database.inTransaction(actor, async () => {
      const ids = await this.resolve(actor, request.selection);
      const rows: PreviewRow[] = [];
      for (let at = 0; at < ids.length; at += CHUNK) {
        rows.push(...(await this.examine(actor, request, ids.slice(at, at + CHUNK))));
      }
      return this.named(summary(rows));
    });
  }

  /** Asks for the work; the rows are those that the selection holds now. */
  request(actor: Actor, request: BulkRequest): Promise<OperationView> {
    return this.database.inTransaction(actor, async () => {
      const subjects = await this.resolve(actor, request.selection);
      return this.operations.request(actor, {
        kind: kindOf(request.action),
        params: this.actions.of(request.action).toParams(request),
        subjects,
        postId: actor.grants.find(({ postId }) => postId !== null)?.postId ?? null,
      });
    });
  }

  /** Rows of an operation of one's own, with what the reader may still see of each case. */
  rows(
    actor: Actor,
    id: string,
    query: { state?: RowState; cursor?: string; limit: number },
  ): Promise<Page<BulkRow>> {
    const [after] = decodeCursor(query.cursor) ?? [0];
    return this.database.inTransaction(actor, async () => {
      const { kind } = await this.operations.find(actor, id);
      if (!kind.startsWith('case.')) throw notFound();
      const values = [id, query.state ?? null, after, query.limit + 1];
      const rows = await this.database.query<BulkRow>(ROWS, values);
      return toPage(
        rows,
        query.limit,
        (row) => [row.n],
        (row) => ({ ...row, personName: row.personName || null }),
      );
    });
  }

  private async resolve(actor: Actor, { ids, filter }: Selection): Promise<string[]> {
    const most = MOST_ROWS + 1;
    const found = filter
      ? await this.queries.idsOf(actor, filter, most)
      : [...new Set(ids ?? [])].sort();
    if (found.length === 0) throw new DomainError('NOTHING_SELECTED');
    if (found.length > MOST_ROWS) {
      throw new DomainError('TOO_MANY_ROWS', { params: { most: MOST_ROWS } });
    }
    return found;
  }

  private async examine(
    actor: Actor,
    request: BulkRequest,
    ids: readonly string[],
  ): Promise<PreviewRow[]> {
    const action = this.actions.of(request.action);
    const params = action.toParams(request);
    const files = await this.database.manager.findBy(Case, { id: In([...ids]) });
    const byId = new Map(files.map((file) => [file.id, file]));
    const rows: PreviewRow[] = [];
    for (const caseId of ids) {
      const file = byId.get(caseId);
      const row = { caseId, reference: file?.reference ?? null, personName: null };
      if (!file) rows.push({ ...row, verdict: 'refused', code: 'NOT_FOUND' });
      else rows.push({ ...row, ...(await judged(() => action.examine(actor, file, params))) });
    }
    return rows;
  }

  private async named(preview: Preview): Promise<Preview> {
    const ids = preview.rows.map(({ caseId }) => caseId);
    const found = await this.database.query<{ id: string; name: string }>(NAMES, [ids]);
    const names = new Map(found.map(({ id, name }) => [id, name]));
    const rows = preview.rows.map((row) => ({
      ...row,
      personName: names.get(row.caseId) || null,
    }));
    return { ...preview, rows };
  }
}

async function judged(
  examine: () => Promise<boolean>,
): Promise<Pick<PreviewRow, 'verdict' | 'code'>> {
  try {
    return { verdict: (await examine()) ? 'change' : 'unchanged', code: null };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return { verdict: 'refused', code: error.code };
  }
}

const ORDER: Record<Verdict, number> = { refused: 0, change: 1, unchanged: 2 };

function summary(rows: readonly PreviewRow[]): Preview {
  const counts: Preview['counts'] = { change: 0, unchanged: 0, refused: 0 };
  const refusals: Preview['refusals'] = {};
  for (const { verdict, code } of rows) {
    counts[verdict] += 1;
    if (code) refusals[code] = (refusals[code] ?? 0) + 1;
  }
  const shown = [...rows].sort((a, b) => ORDER[a.verdict] - ORDER[b.verdict]).slice(0, MOST_SHOWN);
  return { total: rows.length, counts, refusals, rows: shown };
}
