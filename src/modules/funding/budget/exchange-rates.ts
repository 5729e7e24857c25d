import { Injectable } from '@nestjs/common';
import { parse } from 'csv-parse/sync';
import type { Actor } from '../../../platform/access/actor';
import { Audit } from '../../../platform/audit/audit';
import { Database } from '../../../platform/database/database';
import { statement } from '../../../platform/database/statement';
import { DomainError, invalidField } from '../../../platform/errors/domain-error';
import { newId } from '../../../platform/ids';
import { readRates, strangeRates, type RateLine } from '../domain/rates';
import type { Rate } from '../../../platform/money/money';
import type { ImportRatesRequest } from '../http/dto/budget.requests';

/** A rate of the week before still serves: weekends and holidays have none. */
const ON = statement(
  'rates.on',
  `SELECT id, currency, day::text, pen::text, usd::text FROM exchange_rates
    WHERE currency = $1 AND day <= $2::date AND day > $2::date - 8 ORDER BY day DESC LIMIT 1`,
);
const LAST = statement(
  'rates.last',
  `SELECT DISTINCT ON (currency) currency, pen::text, usd::text FROM exchange_rates
    WHERE currency = ANY ($1) ORDER BY currency, day DESC`,
);
const LIST = statement(
  'rates.list',
  `SELECT currency, day::text, pen::text, usd::text, source, used_at IS NOT NULL AS locked FROM exchange_rates
    WHERE ($1::text IS NULL OR currency = $1) ORDER BY day DESC, currency LIMIT 200`,
);
/** The same rate twice is no change; another one for the same day replaces it until it is used. */
const SAVE = statement(
  'rates.save',
  `INSERT INTO exchange_rates (id, currency, day, pen, usd, source, recorded_by)
   VALUES ($1, $2, $3, $4, $5, $6, app.account())
   ON CONFLICT (currency, day) DO UPDATE SET pen = EXCLUDED.pen, usd = EXCLUDED.usd, source = EXCLUDED.source
     WHERE (exchange_rates.pen, exchange_rates.usd) <> (EXCLUDED.pen, EXCLUDED.usd)`,
);

export interface ShownRate extends Omit<Rate, 'id'> {
  source: string;
  /** Entries of the ledger rest on it. */
  locked: boolean;
}

/** Daily reference rates: what one unit of a currency is worth in soles and in dollars. */
@Injectable()
export class ExchangeRates {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
  ) {}

  /** The rate of the day or the last of the week before; 422 RATE_MISSING with currency and day. */
  async on(currency: string, day: string): Promise<Rate> {
    const [rate] = await this.database.query<Rate>(ON, [currency, day]);
    if (!rate) throw new DomainError('RATE_MISSING', { params: { currency, day } });
    return rate;
  }

  list(actor: Actor, currency: string | undefined): Promise<{ items: ShownRate[] }> {
    return this.database.inTransaction(actor, async () => ({
      items: await this.database.query<ShownRate>(LIST, [currency ?? null]),
    }));
  }

  /**
   * Every line of a CSV (`currency,day,pen,usd`) or none. 422 with the lines that are wrong; a rate a
   * fifth away from the last one is asked about (RATE_STRANGE) and taken once `confirmed`; 409
   * RATE_IS_LOCKED when entries rest on the one it would change.
   */
  import(actor: Actor, body: ImportRatesRequest): Promise<{ saved: number }> {
    return this.database.inTransaction(actor, async () => {
      const { lines, errors } = readRates(recordsOf(body.csv));
      if (errors.length > 0) throw new DomainError('VALIDATION_FAILED', { errors });
      if (!body.confirmed) await this.askAboutStrange(lines);
      for (const { currency, day, pen, usd } of lines) {
        this.database.post(SAVE, [newId(), currency, day, pen, usd, body.source]);
      }
      await this.audit.record({
        action: 'rates.imported',
        subjectType: 'exchange_rates',
        subjectId: null,
        details: { lines: lines.length },
      });
      return { saved: lines.length };
    });
  }

  private async askAboutStrange(lines: readonly RateLine[]): Promise<void> {
    const currencies = [...new Set(lines.map(({ currency }) => currency))];
    const last = await this.database.query<Omit<Rate, 'id' | 'day'>>(LAST, [currencies]);
    const errors = strangeRates(lines, new Map(last.map((rate) => [rate.currency, rate])));
    if (errors.length > 0) throw new DomainError('RATE_STRANGE', { errors });
  }
}

/** 422 when it cannot be read at all. */
function recordsOf(csv: string): string[][] {
  try {
    return parse(csv, { bom: true, trim: true, skip_empty_lines: true });
  } catch {
    throw invalidField('csv', 'broken_csv');
  }
}
