import { AID_TRANSITIONS, type AidAct, type AidLine, type AidState } from '../../aid';
import { entriesOf, type Move, type Programme, type Purse } from '../../funding';
import {
  compareAmounts,
  converted,
  inCurrency,
  sumOf,
  type Amount,
  type Rate,
} from '../../../platform/money/money';
import { DAY } from './detention-course';
import { clear, iso } from './file-draft';
import { NEEDS } from './aid-courses';
import type { Random } from './random';
import type { Rows } from './rows';

/** A case that aid can be for. */
export interface AidedCase {
  id: string;
  postId: string;
  personId: string;
  /** Epoch milliseconds. */
  openedAt: number;
  closedAt: number | null;
}

/** Who signs at a post, each another person. */
export interface Signers {
  officer: string;
  head: string;
  desk: string;
  director: string;
  accountant: string;
}

/** A post where two work, with whoever decides at headquarters. */
export interface AidingPost {
  id: string;
  country: string;
  signers: Signers;
}

export interface AidPlan {
  file: AidedCase;
  kind: 'attention' | 'request';
  programme: Programme;
  line: AidLine;
  soles: number;
  currency: string;
  steps: readonly { act: AidAct | 'endorse_attention' | 'render'; at: number }[];
  /** When it was recorded. */
  at: number;
  urgent: boolean;
  /** Days from the payment to its rendition; null: the expense was known. */
  advance: number | null;
}

export interface AidSetting {
  random: Random;
  signers: Signers;
  number: string;
  /** Rate of a currency on a day in Lima. */
  rateOn: (currency: string, day: string) => Rate;
}

/** The day in Lima, where the fiscal year is; it has no summer time. */
export const dayInLima = (at: number): string => iso(at - 5 * 3_600_000).slice(0, 10);

const SIGNATURE: Partial<Record<AidAct, readonly [column: string, signer: keyof Signers]>> = {
  endorse: ['endorsed_by', 'head'],
  review: ['reviewed_by', 'desk'],
  approve: ['approved_by', 'head'],
  resolve: ['approved_by', 'director'],
  regularise: ['approved_by', 'head'],
  endorse_attention: ['approved_by', 'head'],
  pay: ['paid_by', 'officer'],
  pay_urgent: ['paid_by', 'officer'],
  account: ['accounted_by', 'desk'],
  render: ['accounted_by', 'desk'],
  settle: ['settled_by', 'accountant'],
};
/** Whoever acts without signing a stage. */
const ACTOR: Partial<Record<AidAct, keyof Signers>> = {
  observe: 'accountant',
  return: 'head',
  refuse: 'desk',
};
/** What they write, where a reason is asked for. */
const REASON: Partial<Record<AidAct, string>> = {
  observe: 'Falta la identificación tributaria del proveedor en un comprobante.',
  return: 'Adjunte otra cotización y preséntela de nuevo.',
  refuse: 'La familia confirmó que puede pagar el pasaje.',
  cancel: 'La persona obtuvo apoyo de una organización local.',
};

/** The rows of one invented aid, with its movements of money in the order of time. */
export class AidDraft {
  readonly rows: Rows = {};
  /** Movements, to be written with all others in the order of time. */
  readonly movements: WrittenMovement[] = [];
  private readonly id: string;
  private readonly rate: Rate;
  private readonly amount: Amount;
  private readonly pen: Amount;
  private readonly purse: Purse;
  private paidPen: Amount | null = null;

  constructor(
    private readonly plan: AidPlan,
    private readonly setting: AidSetting,
  ) {
    const { file, at, currency, soles, programme, line } = plan;
    const day = dayInLima(at);
    this.id = setting.random.id(at);
    this.rate = setting.rateOn(currency, day);
    this.amount = inCurrency(soles.toFixed(2), this.rate);
    this.pen = converted(this.amount, this.rate).pen;
    this.purse = { year: Number(day.slice(0, 4)), postId: file.postId, programme, line };
  }

  /** Writes it; the aid itself last, when it is known where it stands. */
  draft(): this {
    const { plan, setting } = this;
    const { signers } = setting;
    const signed: Record<string, unknown> = {};
    let state: AidState = plan.kind === 'attention' ? 'recorded' : 'draft';
    let since = plan.at;
    this.decide('create', state, plan.at, signers.officer);
    if (plan.kind === 'attention') this.giveAtOnce(signed);
    for (const { act, at } of plan.steps) {
      const [column, signer] = SIGNATURE[act] ?? [null, ACTOR[act] ?? 'officer'];
      if (column) signed[column] = signers[signer];
      this.carry(act, state, at, signed);
      state = AID_TRANSITIONS[act].to;
      since = at;
      this.decide(act, state, at, signers[signer]);
    }
    this.record(state, since, signed);
    this.prove(state);
    return this;
  }

  private add(table: string, row: Record<string, unknown>, at: number): void {
    const { id: case_id } = this.plan.file;
    const common = { id: this.setting.random.id(at), case_id, aid_id: this.id };
    const recorded = { recorded_by: this.setting.signers.officer, recorded_at: iso(at) };
    (this.rows[table] ??= []).push({ ...common, ...recorded, ...row });
  }

  private giveAtOnce(signed: Record<string, unknown>): void {
    const { at } = this.plan;
    for (const move of ['reserved', 'committed', 'paid'] as const) {
      this.move(move, this.amount, this.rate, at);
    }
    this.paidPen = this.pen;
    Object.assign(signed, { paid_on: dayInLima(at), paid_pen: this.pen });
  }

  /** What an act does with the money, and what it leaves in the aid. */
  private carry(act: AidAct, from: AidState, at: number, signed: Record<string, unknown>): void {
    const back: Partial<Record<AidState, Move>> = { committed: 'freed' };
    const moves: Partial<Record<AidAct, Move>> = {
      ...{
        submit: 'reserved',
        approve: 'committed',
        resolve: 'committed',
        pay_urgent: 'committed',
      },
      ...{ return: 'released', refuse: 'released', cancel: back[from] ?? 'released' },
      render: 'accounted',
    };
    const move = moves[act];
    if (move) this.move(move, this.amount, this.rate, at);
    if (act === 'pay' || act === 'pay_urgent') this.pay(at, signed);
    if (act === 'account') this.move('accounted', this.paidPen!, this.soles(at), at);
    if (act === 'approve') signed['certificate'] = `CCP ${this.setting.number}`;
    if (act === 'resolve') {
      signed['resolution_number'] = `RD ${this.setting.number}`;
      signed['resolution_on'] = dayInLima(at);
    }
  }

  /** At the rate of the day; the difference is a loss or a gain of its own. */
  private pay(at: number, signed: Record<string, unknown>): void {
    const { plan, setting } = this;
    const day = dayInLima(at);
    const rate = setting.rateOn(plan.currency, day);
    const { pen } = converted(this.amount, rate);
    const difference = sumOf([pen, `-${this.pen}`]);
    const sign = compareAmounts(difference, '0.00');
    if (sign > 0) this.move('exchange_loss', difference, this.soles(at), at);
    if (sign < 0) this.move('exchange_gain', difference.slice(1), this.soles(at), at);
    this.move('paid', this.amount, rate, at);
    this.paidPen = pen;
    Object.assign(signed, { paid_on: day, paid_pen: pen, payment_method: 'transfer' });
    if (plan.advance === null) return;
    signed['due_on'] = dayInLima(at + plan.advance * DAY);
    signed['holder_account_id'] = setting.signers.officer;
  }

  private soles = (at: number): Rate => this.setting.rateOn('PEN', dayInLima(at));

  private move(kind: Move, amount: Amount, rate: Rate, at: number): void {
    if (compareAmounts(amount, '0.00') === 0) return;
    const { postId: post_id } = this.plan.file;
    const id = this.setting.random.id(at);
    this.movements.push({
      at,
      transaction: { id, kind, post_id, happened_on: dayInLima(at), aid_id: this.id },
      entries: entriesOf(kind, this.purse, amount, rate).map((entry) => entryRow(id, entry)),
    });
  }

  private decide(act: AidAct | 'create', state: AidState, at: number, by: string): void {
    const { number } = this.setting;
    const { file, programme, line, kind } = this.plan;
    const reason = act === 'create' ? null : clear(REASON[act] ?? null);
    this.add('aid_decisions', { act, state, occurred_at: iso(at), reason, recorded_by: by }, at);
    const about = { aidId: this.id, aidNumber: number, programme, aidLine: line };
    (this.rows['timeline_entries'] ??= []).push({
      ...{ id: this.setting.random.id(at), case_id: file.id, tier: 'standard', actor_id: by },
      ...{ occurred_at: iso(at), recorded_at: iso(at) },
      ...(act === 'create'
        ? { kind: 'aid.recorded', data: { ...about, aidKind: kind } }
        : { kind: 'aid.decided', data: { ...about, aidState: state } }),
    });
  }

  private record(state: AidState, since: number, signed: Record<string, unknown>): void {
    const { file, kind, programme, line, at, currency, urgent } = this.plan;
    const { officer } = this.setting.signers;
    const isRequest = kind === 'request';
    (this.rows['aid_requests'] ??= []).push({
      ...{ id: this.id, case_id: file.id, post_id: file.postId, number: this.setting.number },
      ...{ kind, state, stage_since: iso(since), programme, line, year: this.purse.year, currency },
      ...{ amount: this.amount, pen: this.pen, rate_id: this.rate.id, excluded: [], urgent },
      ...{ exceeding: false, returned: '0.00', persons: 1, version: this.plan.steps.length + 1 },
      proof: !isRequest
        ? 'none'
        : programme === 'pah'
          ? 'poverty_certificate'
          : 'sworn_declaration',
      to_first_entry: line === 'ticket' ? true : null,
      need: isRequest ? clear(NEEDS[line] ?? null) : null,
      ...{ proposed_by: officer, recorded_by: officer, recorded_at: iso(at), ...signed },
      rendered_month: state === 'rendered' ? `${dayInLima(at).slice(0, 7)}-01` : null,
    });
    this.add('aid_beneficiaries', { person_id: file.personId, amount: this.amount }, at);
  }

  /** What was tried before, what it would cost elsewhere, and what was spent. */
  private prove(state: AidState): void {
    const { kind, programme, at } = this.plan;
    if (kind === 'attention') return;
    const tried = programme === 'pah' ? ['support_network', 'palh'] : ['support_network'];
    for (const step of state === 'draft' ? [] : tried) {
      const evidence = clear('Se consultó y no alcanza para cubrir la necesidad.');
      this.add('aid_waterfall', { step, finding: 'falls_short', evidence }, at);
    }
    const quotes = programme === 'pah' ? [1, 1.08, 1.15] : [];
    quotes.forEach((times, index) => {
      const amount = (Number(this.amount) * times).toFixed(2);
      const supplier = clear(`Proveedor ${'ABC'[index]} de la demostración`);
      this.add('aid_quotes', { supplier, amount, currency: this.plan.currency }, at);
    });
    const accounted = this.plan.steps.find(({ act }) => act === 'account');
    if (!accounted) return;
    this.add(
      'aid_receipts',
      {
        ...{ kind: 'receipt', tax_id: 'B00000000', number: `D-${this.setting.number}` },
        ...{ issued_on: dayInLima(accounted.at), amount: this.amount },
        currency: this.plan.currency,
      },
      accounted.at,
    );
  }
}

/** A movement of money as its tables have it. */
export interface WrittenMovement {
  at: number;
  transaction: Record<string, unknown>;
  entries: Record<string, unknown>[];
}

/** An entry of the ledger as its table has it. */
export const entryRow = (
  transaction_id: string,
  { postId: post_id, rateId: rate_id, ...entry }: ReturnType<typeof entriesOf>[number],
): Record<string, unknown> => ({ ...entry, transaction_id, post_id, rate_id });
