import { Injectable } from '@nestjs/common';
import { DomainError } from '../../platform/errors/domain-error';
import { Database } from '../../platform/database/database';
import { statement } from '../../platform/database/statement';
import {
  compareAmounts,
  converted,
  inCurrency,
  shared,
  sumOf,
  type Amount,
  type Rate,
} from '../../platform/money/money';
import { entriesOf, ExchangeRates, Ledger, type Move, type Purse } from '../funding';
import type { AidRequest } from './entities/aid.entity';

const RATE = statement(
  'aid.rate',
  `SELECT id, currency, day::text, pen::text, usd::text FROM exchange_rates WHERE id = $1`,
);
const SOLES = 'PEN';

type Moved = Pick<AidRequest, 'id' | 'postId' | 'programme' | 'line' | 'year' | 'rateId' | 'pen'>;

/** Whole cents: amounts of two places have no others. */
const centsOf = (amount: Amount): number => Number(amount.replace('.', ''));

const purseOf = ({ postId, programme, line, year }: Moved): Purse => ({
  ...{ postId, programme, line, year },
});

/** Moves the money of a request through the ledger, in the ambient transaction. */
@Injectable()
export class AidMoney {
  constructor(
    private readonly database: Database,
    private readonly ledger: Ledger,
    private readonly rates: ExchangeRates,
  ) {}

  /** The rate of the day; 422 RATE_MISSING. */
  rateOn(currency: string, day: string): Promise<Rate> {
    return this.rates.on(currency, day);
  }

  /** Soles as an amount of the rate's currency, to the cent. */
  fromSoles(pen: Amount, rate: Rate): Amount {
    return inCurrency(pen, rate);
  }

  /** Movements of `amount` at the rate at which it was asked; nothing moves of a zero. */
  async move(aid: Moved, moves: readonly Move[], amount: Amount, day: string): Promise<void> {
    const [rate] = await this.database.query<Rate>(RATE, [aid.rateId]);
    for (const move of moves) await this.post(aid, move, amount, rate!, day);
  }

  /**
   * What was committed is paid at the rate of the day; the difference in soles is a loss or a gain of
   * its own, so that every balance stays exact. Returns the soles paid.
   */
  async pay(aid: Moved, amount: Amount, currency: string, day: string): Promise<Amount> {
    const [rate, soles] = await Promise.all([
      this.rates.on(currency, day),
      this.rates.on(SOLES, day),
    ]);
    const { pen } = converted(amount, rate);
    const difference = sumOf([pen, `-${aid.pen}`]);
    if (compareAmounts(difference, '0.00') > 0) {
      await this.post(aid, 'exchange_loss', difference, soles, day);
    }
    if (compareAmounts(difference, '0.00') < 0) {
      await this.post(aid, 'exchange_gain', difference.slice(1), soles, day);
    }
    await this.post(aid, 'paid', amount, rate, day);
    return pen;
  }

  /** What was paid is accounted for, less what was given back, in the soles in which it was paid. */
  async account(
    aid: Moved,
    paid: { amount: Amount; pen: Amount; returned: Amount },
    day: string,
  ): Promise<void> {
    const soles = await this.rates.on(SOLES, day);
    const [back, kept] = shared(paid.pen, [
      centsOf(paid.returned),
      centsOf(paid.amount) - centsOf(paid.returned),
    ]);
    await this.post(aid, 'given_back', back!, soles, day);
    await this.post(aid, 'accounted', kept!, soles, day);
  }

  private async post(
    aid: Moved,
    move: Move,
    amount: Amount,
    rate: Rate,
    day: string,
  ): Promise<void> {
    if (compareAmounts(amount, '0.00') < 0) throw new DomainError('VALIDATION_FAILED');
    if (compareAmounts(amount, '0.00') === 0) return;
    await this.ledger.post({
      kind: move,
      entries: entriesOf(move, purseOf(aid), amount, rate),
      ...{ postId: aid.postId, happenedOn: day, aidId: aid.id },
    });
  }
}
