import { Injectable } from '@nestjs/common';
import { Temporal } from '@js-temporal/polyfill';
import { Database } from '../../../platform/database/database';
import { statement } from '../../../platform/database/statement';
import { CaseRegistry } from '../../cases';
import { suppress, type SuppressedList } from '../domain/suppress';

const COUNTS = statement(
  'oversight.sealed-totals',
  'SELECT region, family, cases FROM app.sealed_totals($1)',
);
const REGIONS = statement(
  'oversight.sealed-regions',
  'SELECT DISTINCT region FROM current_region_countries WHERE app.reads_world() ORDER BY region',
);
const SEAT = 'America/Lima';
/** Of families whose cases are sealed one by one, and of posts in no region. */
const OTHER = 'other';

export interface SealedTotals {
  /** The whole month, `YYYY-MM` in Lima, at whose end the cases were open. */
  month: string;
  total: number | null;
  byRegion: SuppressedList['rows'];
  byFamily: SuppressedList['rows'];
}

/**
 * How many sealed cases there are, apart from every number that opens a list: of whole months, each
 * breakdown suppressed by itself, the two never crossed (rules §10).
 */
@Injectable()
export class CountSealed {
  constructor(
    private readonly database: Database,
    private readonly registry: CaseRegistry,
  ) {}

  /** Null for whoever does not read the whole world. */
  async at(now: Temporal.Instant): Promise<SealedTotals | null> {
    const [counts, regions] = await Promise.all([
      this.database.query<{ region: string | null; family: string; cases: number }>(COUNTS, [
        now.toString(),
      ]),
      this.database.query<{ region: string }>(REGIONS, []),
    ]);
    if (regions.length === 0) return null;
    const families = this.registry.sealedFamilies();
    const list = (codes: readonly string[], of: (row: (typeof counts)[number]) => string) =>
      suppress(
        [...codes, OTHER].map((code) => ({
          code,
          cases: counts.reduce(
            (sum, row) =>
              (codes.includes(of(row)) ? of(row) : OTHER) === code ? sum + row.cases : sum,
            0,
          ),
        })),
      );
    const byRegion = list(
      regions.map(({ region }) => region),
      ({ region }) => region ?? OTHER,
    );
    const byFamily = list(families, ({ family }) => family);
    const month = now.toZonedDateTimeISO(SEAT).toPlainDate().toPlainYearMonth();
    return {
      month: month.subtract({ months: 1 }).toString(),
      total: byRegion.total,
      byRegion: byRegion.rows,
      byFamily: byFamily.rows,
    };
  }
}
