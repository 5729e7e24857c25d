import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/actor';
import { Audit } from '../../../platform/audit/audit';
import { Clock } from '../../../platform/clock/clock';
import { Database } from '../../../platform/database/database';
import type { Statement } from '../../../platform/database/statement';
import { DomainError, invalidField } from '../../../platform/errors/domain-error';
import { Translator, type Language } from '../../../platform/i18n/messages';
import { sumOf } from '../../../platform/money/money';
import type { Cell, Column, ColumnKind } from '../../../platform/tables/table';
import { executed } from '../domain/distribution';
import { ACCOUNTING, AGEING, EXECUTION, GIVEN, GIVEN_TOTALS, PROGRAMME_TABLE } from './money-rows';
import type { Range, ReportTable, SpendingReport } from './reports';

type Row = Record<string, Cell>;

/** Rows beyond this are not a report that anybody reads: a shorter range is asked for. */
const MOST = 100_000;

const COLUMNS: Record<SpendingReport, Record<string, ColumnKind>> = {
  execution: {
    ...{ post: 'text', programme: 'text', line: 'text', month: 'text' },
    ...{ committed: 'money', paid: 'money', accounted: 'money' },
    ...{ attentions: 'count', requests: 'count', persons: 'count' },
  },
  given: {
    ...{
      number: 'text',
      post: 'text',
      programme: 'text',
      kind: 'text',
      line: 'text',
      state: 'text',
    },
    ...{ paid_on: 'day', persons: 'count', currency: 'text', amount: 'money', paid: 'money' },
    ...{ resolution: 'text', resolution_on: 'day' },
  },
  programme_table: {
    ...{ programme: 'text', line: 'text', allotted: 'money', committed: 'money', paid: 'money' },
    ...{ accounted: 'money', executed: 'share', aids: 'count', persons: 'count' },
  },
  rendition_ageing: {
    ...{ post: 'text', programme: 'text', aids: 'count', paid: 'money', up_to_15: 'money' },
    ...{ up_to_30: 'money', up_to_60: 'money', over_60: 'money', oldest: 'count' },
  },
  accounting: {
    ...{ entry: 'text', transaction: 'text', happened_on: 'day', kind: 'text', post: 'text' },
    ...{ programme: 'text', line: 'text', account: 'text', debit: 'money', credit: 'money' },
    ...{ currency: 'text', amount: 'money', usd: 'money', rate: 'text', rate_day: 'day' },
    ...{ rate_source: 'text', certificate: 'text', aid: 'text', resolution: 'text' },
  },
};
/** Sums that mean something: amounts of one currency, and counts of what is listed once. */
const ADDED: Record<SpendingReport, readonly string[]> = {
  execution: ['committed', 'paid', 'accounted', 'attentions', 'requests', 'persons'],
  given: [],
  programme_table: ['allotted', 'committed', 'paid', 'accounted', 'aids', 'persons'],
  rendition_ageing: ['aids', 'paid', 'up_to_15', 'up_to_30', 'up_to_60', 'over_60'],
  accounting: ['debit', 'credit', 'usd'],
};
const READ: Record<SpendingReport, Statement> = {
  execution: EXECUTION,
  given: GIVEN,
  programme_table: PROGRAMME_TABLE,
  rendition_ageing: AGEING,
  accounting: ACCOUNTING,
};
/** Columns of codes, and where their words are. */
const WORDED = [
  ['programme', 'funding.programme.'],
  ['line', 'aid.line.'],
  ['state', 'aid.state.'],
] as const;
const BOUNDED: readonly SpendingReport[] = ['given', 'accounting'];

/** What was spent, on what and for how many, in the reader's reach (rules §7 and §10). */
@Injectable()
export class ReadSpending {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly translator: Translator,
    private readonly clock: Clock,
  ) {}

  /** A report with its headings and control totals; audited, as what leaves the system is. */
  run(
    actor: Actor,
    report: SpendingReport,
    range: Range,
    language: Language,
  ): Promise<ReportTable> {
    if (range.to < range.from) throw invalidField('to', 'BEFORE_ITS_START');
    return this.database.inTransaction(actor, async () => {
      const rows = await this.rowsOf(report, range);
      const totals = await this.totalsOf(report, range, rows);
      await this.audit.record({
        ...{ action: 'spending.reported', subjectType: 'spending_report', subjectId: null },
        details: { report, ...range, rows: rows.length },
      });
      return this.table(report, range, { rows, totals }, language);
    });
  }

  private async rowsOf(report: SpendingReport, range: Range): Promise<Row[]> {
    const { from, to, post = null, programme = null } = range;
    const bounded = BOUNDED.includes(report);
    const rows = await this.database.query<Row>(READ[report], [
      ...[from, to, post, programme],
      ...(bounded ? [MOST + 1] : []),
    ]);
    if (rows.length > MOST) throw new DomainError('RANGE_TOO_LONG');
    return report === 'programme_table' ? withShares(rows) : rows;
  }

  private async totalsOf(report: SpendingReport, range: Range, rows: readonly Row[]): Promise<Row> {
    if (report === 'given') {
      // counted by the database once more: what is listed and what is counted are the same
      const { from, to, post = null, programme = null } = range;
      const [counted] = await this.database.query<Row>(GIVEN_TOTALS, [from, to, post, programme]);
      return { persons: counted!['persons']!, paid: counted!['paid']! };
    }
    const added = Object.fromEntries(
      ADDED[report].map((key) => [key, summed(rows, key, COLUMNS[report][key]!)]),
    );
    if (report !== 'programme_table') return added;
    const { paid, allotted } = added as Record<string, string>;
    return { ...added, executed: executed(paid!, allotted!) };
  }

  private table(
    report: SpendingReport,
    range: Range,
    { rows, totals }: { rows: Row[]; totals: Row },
    language: Language,
  ): ReportTable {
    const say = (key: string, params: Record<string, string | number> = {}) =>
      this.translator.translate(language, `spending.${key}`, params);
    const asOf = this.clock.now().toString({ smallestUnit: 'second' });
    const { from, to } = range;
    const columns = Object.entries(COLUMNS[report]).map(([key, kind]): Column => ({
      key,
      kind,
      label: say(`column.${key}`),
    }));
    const sum = { aids: rows.length, persons: Number(totals['persons'] ?? 0) };
    return {
      title: say(`report.${report}`),
      notes: [
        say('range', { from, to }),
        say(`definition.${report}`, sum),
        say('as_of', { at: asOf }),
      ],
      ...{ asOf, columns, totals },
      rows: this.worded(rows, language),
    };
  }

  /** Codes in words, so that a sheet can be read; a code without a word stays. Each is looked up once. */
  private worded(rows: readonly Row[], language: Language): Row[] {
    const known = new Map<string, Cell>();
    const said = (prefix: string, code: Cell): Cell => {
      if (!code) return code;
      const key = `${prefix}${String(code)}`;
      const found = known.get(key);
      if (found !== undefined) return found;
      const word = this.translator.has(key) ? this.translator.translate(language, key) : code;
      known.set(key, word);
      return word;
    };
    return rows.map((row) => {
      const worded = { ...row };
      for (const [column, prefix] of WORDED) {
        if (column in row) worded[column] = said(prefix, row[column]!);
      }
      return worded;
    });
  }
}

const summed = (rows: readonly Row[], key: string, kind: ColumnKind): Cell => {
  const values = rows.map((row) => row[key] ?? 0);
  return kind === 'count'
    ? values.reduce<number>((sum, value) => sum + Number(value), 0)
    : sumOf(values.map(String));
};

/** Lines stand under their programme, whose row carries what was allotted and the share of it that was paid. */
function withShares(rows: readonly Row[]): Row[] {
  return rows.map((row) => {
    if (row['line'] !== null) return { ...row, executed: null };
    const lines = rows.filter((of) => of['programme'] === row['programme'] && of['line'] !== null);
    const paid = sumOf(lines.map((line) => String(line['paid'])));
    return { ...row, executed: executed(paid, String(row['allotted'])) };
  });
}
