import { converted, negated, type Amount, type Rate } from '../../../platform/money/money';

export const PROGRAMMES = ['palh', 'pah'] as const;
/** PALH is spent by the post, PAH is decided in Lima (rules §7). Both of budget programme PP 0062. */
export type Programme = (typeof PROGRAMMES)[number];

/**
 * Where an allotted sol stands. `appropriation` is the other side of all of it (negative); `ahead`
 * waits for its quarter; `paid` is with the post or the person and waits for its receipts.
 */
export const ACCOUNTS = [
  'appropriation',
  'ahead',
  'available',
  'reserved',
  'committed',
  'paid',
  'accounted',
] as const;
export type Account = (typeof ACCOUNTS)[number];

/** From where to where each kind of movement carries money. */
export const MOVES = {
  allotted: ['appropriation', 'available'],
  allotted_ahead: ['appropriation', 'ahead'],
  withdrawn: ['available', 'appropriation'],
  quarter_opened: ['ahead', 'available'],
  reserved: ['available', 'reserved'],
  released: ['reserved', 'available'],
  committed: ['reserved', 'committed'],
  freed: ['committed', 'available'],
  exchange_loss: ['available', 'committed'],
  exchange_gain: ['committed', 'available'],
  paid: ['committed', 'paid'],
  given_back: ['paid', 'available'],
  accounted: ['paid', 'accounted'],
} as const satisfies Record<string, readonly [Account, Account]>;
export type Move = keyof typeof MOVES;

/** Movements of more than one pair of accounts: money of one post becomes another's. */
export type TransactionKind = Move | 'transferred' | 'reversed';

/** What the money is for, and whose. */
export interface Purse {
  year: number;
  postId: string;
  programme: Programme;
  /** Budget line (taxonomy, *Funding*), for what is decided on a request. */
  line?: string;
  /** The quarter that an allotment waits for. */
  quarter?: number;
}

export interface Entry {
  year: number;
  postId: string;
  programme: Programme;
  part: string;
  account: Account;
  currency: string;
  amount: Amount;
  pen: Amount;
  usd: Amount;
  rateId: string;
}

/** Reserved money and what follows is known by its line, money ahead by its quarter. */
function partOf(account: Account, { line, quarter }: Purse): string {
  if (account === 'ahead') return `q${quarter}`;
  return account === 'appropriation' || account === 'available' ? '' : (line ?? '');
}

function entry(account: Account, purse: Purse, amount: Amount, rate: Rate): Entry {
  const { year, postId, programme } = purse;
  return {
    year,
    postId,
    programme,
    part: partOf(account, purse),
    account,
    currency: rate.currency,
    amount,
    ...converted(amount, rate),
    rateId: rate.id,
  };
}

/**
 * In one order, whatever the movement: two decisions that want the same balances then wait for each
 * other instead of locking each other out.
 */
const inLockOrder = (entries: Entry[]): Entry[] =>
  entries.sort(
    (a, b) =>
      a.postId.localeCompare(b.postId) ||
      ACCOUNTS.indexOf(a.account) - ACCOUNTS.indexOf(b.account) ||
      a.part.localeCompare(b.part),
  );

/** The two sides of one movement; `amount` positive, in the rate's currency. */
export function entriesOf(move: Move, purse: Purse, amount: Amount, rate: Rate): Entry[] {
  const [from, to] = MOVES[move];
  const into = entry(to, purse, amount, rate);
  return inLockOrder([{ ...opposite(into), account: from, part: partOf(from, purse) }, into]);
}

/** Available money of one post that becomes another's; headquarters decides it with a reason. */
export const entriesOfTransfer = (from: Purse, to: Purse, amount: Amount, rate: Rate): Entry[] =>
  inLockOrder([
    ...entriesOf('withdrawn', from, amount, rate),
    ...entriesOf('allotted', to, amount, rate),
  ]);

const opposite = (of: Entry): Entry => ({
  ...of,
  amount: negated(of.amount),
  pen: negated(of.pen),
  usd: negated(of.usd),
});

/** Takes a transaction back, at the rate at which it was made. */
export const entriesOfReversal = (entries: readonly Entry[]): Entry[] =>
  inLockOrder(entries.map(opposite));

export const quarterOf = (day: string): { year: number; quarter: number } => ({
  year: Number(day.slice(0, 4)),
  quarter: Math.ceil(Number(day.slice(5, 7)) / 3),
});

export const QUARTER_STATES = ['planned', 'open', 'closed'] as const;
export type QuarterState = (typeof QUARTER_STATES)[number];

/** A closed quarter may be opened again, with a reason. */
export const QUARTER_TRANSITIONS = {
  planned: ['open'],
  open: ['closed'],
  closed: ['open'],
} as const satisfies Record<QuarterState, readonly QuarterState[]>;
