import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Temporal } from '@js-temporal/polyfill';
import type { Actor } from '../../../platform/access/actor';
import { Audit } from '../../../platform/audit/audit';
import { Database } from '../../../platform/database/database';
import { statement } from '../../../platform/database/statement';
import { DomainError, invalidField, notFound } from '../../../platform/errors/domain-error';
import { newId } from '../../../platform/ids';
import {
  differenceOf,
  executionOf,
  type EntryKind,
  type IndicatorMeasure,
  type IndicatorUnit,
} from '../domain/indicators';
import { AsOf } from '../figures/as-of';
import { FiveCounts, type FiveCountsFigures } from '../figures/five-counts';

const LIMA = 'America/Lima';
const NAME = (column: string) =>
  `(SELECT n.display_name FROM staff_names n WHERE n.id = ${column})`;

const DEFINITIONS = statement(
  'indicators.definitions',
  `SELECT DISTINCT ON (code) code, version, name_es AS "nameEs", name_en AS "nameEn", unit, measure, reason
     FROM indicator_definitions ORDER BY code, version DESC`,
);
const ENTRIES = statement(
  'indicators.entries',
  `SELECT DISTINCT ON (code, year, kind) code, year, kind, trim_scale(value)::text AS value, note, source, ${NAME('recorded_by')} AS "recordedBy"
     FROM indicator_entries WHERE year BETWEEN $1 AND $2 ORDER BY code, year, kind, recorded_at DESC, id DESC`,
);
const SIGNATURES = statement(
  'indicators.signatures',
  `SELECT DISTINCT ON (code, year) code, year, definition_version AS "definitionVersion", trim_scale(target)::text AS target,
          trim_scale(obtained)::text AS obtained, query, as_of AS "asOf", hash, communication_number AS "communicationNumber",
          communication_on::text AS "communicationOn", ${NAME('signed_by')} AS "signedBy", recorded_at AS "signedAt"
     FROM indicator_signatures WHERE year BETWEEN $1 AND $2 ORDER BY code, year, recorded_at DESC, id DESC`,
);
const NEXT_VERSION = statement(
  'indicators.new-version',
  `INSERT INTO indicator_definitions (code, version, name_es, name_en, unit, measure, reason, created_by)
   SELECT $1, coalesce(max(version), 0) + 1, $2, $3, $4, $5, $6, app.account() FROM indicator_definitions WHERE code = $1
   RETURNING version`,
);
const ENTER = statement(
  'indicators.enter',
  `INSERT INTO indicator_entries (id, code, year, kind, value, note, source, recorded_by)
   VALUES ($1, $2, $3, $4, $5, $6, $7, app.account())`,
);
const SIGN = statement(
  'indicators.sign',
  `INSERT INTO indicator_signatures (id, code, year, definition_version, target, obtained, query, as_of, hash,
                                     communication_number, communication_on, signed_by)
   VALUES ($1, $2, $3, $4, $5, $6, $7::jsonb, $8, $9, $10, $11, app.account())`,
);

interface Definition {
  code: string;
  version: number;
  nameEs: string;
  nameEn: string;
  unit: IndicatorUnit;
  measure: IndicatorMeasure;
  reason: string;
}
interface Entry {
  code: string;
  year: number;
  kind: EntryKind;
  value: string | null;
  note: string | null;
  source: string;
  recordedBy: string | null;
}
interface Signature {
  code: string;
  year: number;
  definitionVersion: number;
  target: string;
  obtained: string;
  query: Record<string, unknown>;
  asOf: Date;
  hash: string;
  communicationNumber: string;
  communicationOn: string;
  signedBy: string | null;
  signedAt: Date;
}

/** One cell of the table: what was aimed at, what came of it, what was printed, and what was signed. */
export interface IndicatorYear {
  year: number;
  target: string | null;
  targetSource: string | null;
  obtained: string | null;
  /** What the system counts; null for what only comes from outside. */
  counted: string | null;
  /** Of a value from outside the system; null: the system counted it. */
  obtainedSource: string | null;
  /** Recomputed, per cent with one decimal. */
  execution: string | null;
  publishedExecution: string | null;
  /** Recomputed less printed; null where they agree. */
  difference: string | null;
  difficulty: string | null;
  signature:
    | (Omit<Signature, 'code' | 'year' | 'asOf' | 'signedAt'> & { asOf: string; signedAt: string })
    | null;
  /** Obtained now less what was signed; null where they agree. */
  correction: string | null;
}
export interface IndicatorRow extends Definition {
  years: IndicatorYear[];
}

const COUNTED: Record<Exclude<IndicatorMeasure, 'entered'>, keyof FiveCountsFigures> = {
  persons_assisted: 'personsAssisted',
  cases_opened: 'casesOpened',
  cases_attended: 'casesAttended',
  palh_cases: 'palhCases',
  subventions: 'subventions',
  beneficiaries: 'beneficiaries',
};
/** Years of one table, beyond which nobody reads it. */
const LONGEST = 10;

/** The year of Lima as instants; its end is not part of it. */
const yearOf = (year: number): { from: string; until: string } => {
  const start = (y: number) =>
    Temporal.PlainDate.from({ year: y, month: 1, day: 1 })
      .toZonedDateTime(LIMA)
      .toInstant()
      .toString();
  return { from: start(year), until: start(year + 1) };
};

/** The strategic plan: definitions, targets, what was obtained, and what was signed (rules §10). */
@Injectable()
export class Indicators {
  constructor(
    private readonly database: Database,
    private readonly instants: AsOf,
    private readonly counts: FiveCounts,
    private readonly audit: Audit,
  ) {}

  /** Every indicator for the years asked for. 422 for more than ten, or reversed. */
  table(
    actor: Actor,
    { from, to, asOf }: { from: number; to: number; asOf?: string },
  ): Promise<{ asOf: string; items: IndicatorRow[] }> {
    if (to < from) throw invalidField('to', 'BEFORE_ITS_START');
    if (to - from >= LONGEST) throw invalidField('to', 'RANGE_OF_YEARS');
    return this.database.inTransaction(actor, async () => {
      const at = await this.instants.resolve(asOf);
      const years = Array.from({ length: to - from + 1 }, (_, i) => from + i);
      const [definitions, entries, signatures, ...counted] = await Promise.all([
        this.database.query<Definition>(DEFINITIONS),
        this.database.query<Entry>(ENTRIES, [from, to]),
        this.database.query<Signature>(SIGNATURES, [from, to]),
        ...years.map((year) => this.counts.count({ ...yearOf(year), asOf: at })),
      ]);
      const items = definitions.map((definition) => ({
        ...definition,
        years: years.map((year, i) =>
          cellOf(definition, year, { entries, signatures, counted: counted[i]! }),
        ),
      }));
      return { asOf: at, items };
    });
  }

  /** Another version of what an indicator counts; figures signed under an earlier one stand. */
  define(
    actor: Actor,
    code: string,
    body: Omit<Definition, 'code' | 'version'>,
  ): Promise<{ version: number }> {
    return this.database.inTransaction(actor, async () => {
      const { nameEs, nameEn, unit, measure, reason } = body;
      const values = [code, nameEs, nameEn, unit, measure, reason];
      const [made] = await this.database.query<{ version: number }>(NEXT_VERSION, values);
      await this.note('indicator.defined', { code, version: made!.version });
      return made!;
    });
  }

  /** A target, a value from outside, a printed percentage or a difficulty, with its source. 404. */
  enter(
    actor: Actor,
    code: string,
    body: Pick<Entry, 'year' | 'kind' | 'source'> & { value?: string; note?: string },
  ): Promise<{ id: string }> {
    return this.database.inTransaction(actor, async () => {
      await this.definitionOf(code);
      const { year, kind, value, note, source } = body;
      if (kind === 'difficulty' ? !note : value === undefined) {
        throw invalidField(kind === 'difficulty' ? 'note' : 'value', 'isNotEmpty');
      }
      const id = newId();
      await this.database.query(ENTER, [id, code, year, kind, value ?? null, note ?? null, source]);
      await this.note('indicator.entered', { code, year, kind });
      return { id };
    });
  }

  /**
   * Freezes the figure of a year as it leaves with a communication: 409 INDICATOR_NOT_COMPLETE without
   * target or value.
   */
  sign(
    actor: Actor,
    code: string,
    body: { year: number; communicationNumber: string; communicationOn: string },
  ): Promise<{ id: string; hash: string }> {
    return this.database.inTransaction(actor, async () => {
      const definition = await this.definitionOf(code);
      const { year, communicationNumber, communicationOn } = body;
      const asOf = await this.instants.resolve(undefined);
      const [entries, counted] = await Promise.all([
        this.database.query<Entry>(ENTRIES, [year, year]),
        this.counts.count({ ...yearOf(year), asOf }),
      ]);
      const cell = cellOf(definition, year, { entries, signatures: [], counted });
      const { target, obtained } = cell;
      if (target === null || obtained === null) {
        throw new DomainError('INDICATOR_NOT_COMPLETE', { status: 409 });
      }
      const { measure, version } = definition;
      const query = { measure, version, ...yearOf(year), asOf };
      const hash = createHash('sha256')
        .update(JSON.stringify([code, ...Object.values(query), target, obtained]))
        .digest('hex');
      const id = newId();
      await this.database.query(SIGN, [
        ...[id, code, year, definition.version, target, obtained, JSON.stringify(query), asOf],
        ...[hash, communicationNumber, communicationOn],
      ]);
      await this.note('indicator.signed', { code, year, hash });
      return { id, hash };
    });
  }

  private async definitionOf(code: string): Promise<Definition> {
    const all = await this.database.query<Definition>(DEFINITIONS);
    const found = all.find((one) => one.code === code);
    if (!found) throw notFound();
    return found;
  }

  private note(action: string, details: Record<string, unknown>): Promise<void> {
    return this.audit.record({ action, subjectType: 'indicator', subjectId: null, details });
  }
}

function cellOf(
  { code, measure }: Definition,
  year: number,
  known: {
    entries: readonly Entry[];
    signatures: readonly Signature[];
    counted: FiveCountsFigures;
  },
): IndicatorYear {
  const entry = (kind: EntryKind) =>
    known.entries.find((one) => one.code === code && one.year === year && one.kind === kind);
  const [target, entered, printed] = [
    entry('target'),
    entry('obtained'),
    entry('published_execution'),
  ];
  const counted = measure === 'entered' ? null : String(known.counted[COUNTED[measure]]);
  // of the years before the system there is what was published
  const obtained = entered?.value ?? counted;
  const execution = executionOf(obtained, target?.value ?? null);
  const signed = known.signatures.find((one) => one.code === code && one.year === year);
  return {
    ...{ year, obtained, counted, execution },
    target: target?.value ?? null,
    targetSource: target?.source ?? null,
    obtainedSource: entered?.source ?? null,
    publishedExecution: printed?.value ?? null,
    difference: differenceOf(execution, printed?.value ?? null),
    difficulty: entry('difficulty')?.note ?? null,
    signature: signed ? shown(signed) : null,
    correction: signed ? differenceOf(obtained, signed.obtained) : null,
  };
}

const shown = ({ code: _, year: __, asOf, signedAt, ...rest }: Signature) => ({
  ...rest,
  asOf: asOf.toISOString(),
  signedAt: signedAt.toISOString(),
});
