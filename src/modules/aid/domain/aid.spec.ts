import fc from 'fast-check';
import {
  actsFrom,
  AID_ACTS,
  AID_KINDS,
  AID_STATES,
  AID_TRANSITIONS,
  isEnded,
  mayFollow,
  type AidKind,
  type AidState,
} from './aid';
import { checksOf, refusalsOf, type AidFacts } from './checks';
import type { AidPolicy } from './policy';
import { settlementFault } from './settlement';

const policy: AidPolicy = {
  pettyCeiling: '200',
  postAuthority: '2000',
  urgentCeiling: '1500',
  lineCeilings: { ticket: '6000' },
  personCeiling: '10000',
  caseCeiling: '20000',
  quotes: { from: '3000', least: 3 },
  undocumented: '100',
  source: 'test',
};
const good: AidFacts = {
  programme: 'palh',
  line: 'food',
  amount: '100.00',
  excluded: [],
  asked: '25.00',
  parts: ['12.50', '12.50'],
  conclusion: 'extreme_need',
  proof: 'sworn_declaration',
  waterfall: ['support_network'],
  quotes: 0,
  toFirstEntry: null,
  owesRepatriation: false,
  ofPersons: ['100.00'],
  ofCase: '100.00',
};

describe('the ways of a request', () => {
  const start: Record<AidKind, AidState> = { request: 'draft', attention: 'recorded' };

  it.each(AID_KINDS)('reach an end from everywhere they lead: %s', (kind) => {
    const reached = new Set<AidState>([start[kind]]);
    for (const state of reached)
      for (const act of actsFrom(kind, state)) reached.add(AID_TRANSITIONS[act].to);
    for (const state of reached) {
      const ahead = new Set<AidState>([state]);
      for (const at of ahead)
        for (const act of actsFrom(kind, at)) ahead.add(AID_TRANSITIONS[act].to);
      expect([...ahead].some(isEnded)).toBe(true);
    }
  });

  it('know every state, and stay where they end', () => {
    const reached = new Set<AidState>(['draft', 'recorded']);
    for (const act of AID_ACTS) reached.add(AID_TRANSITIONS[act].to);
    expect([...reached].sort()).toEqual([...AID_STATES].sort());
    for (const kind of AID_KINDS) {
      for (const state of AID_STATES.filter(isEnded)) expect(actsFrom(kind, state)).toEqual([]);
    }
  });

  it('pay nothing that was not approved, but for the urgent lane', () => {
    expect(mayFollow('request', 'assessed', 'pay')).toBe(false);
    expect(mayFollow('request', 'assessed', 'pay_urgent')).toBe(true);
    expect(actsFrom('request', 'paid_urgent')).toEqual(['regularise']);
  });
});

describe('what a request must show', () => {
  const refused = (more: Partial<AidFacts>) => refusalsOf({ ...good, ...more }, policy, false);

  it('is all there', () => {
    expect(refused({})).toEqual([]);
    expect(checksOf(good, policy)).toHaveLength(11);
  });

  it.each([
    [{ excluded: ['visa'] }, 'excluded_items'],
    [{ parts: [] }, 'beneficiaries'],
    [{ parts: ['12.50', '12.49'] }, 'beneficiaries'],
    [{ conclusion: null }, 'need_assessed'],
    [{ conclusion: 'none' }, 'need_assessed'],
    [{ proof: 'none' }, 'need_proven'],
    [{ waterfall: [] }, 'waterfall'],
    [{ amount: '3000.00', quotes: 2 }, 'quotes'],
    [{ line: 'ticket', toFirstEntry: null }, 'first_point_of_entry'],
    [{ line: 'ticket', toFirstEntry: true, owesRepatriation: true }, 'repaid_before'],
    [{ line: 'ticket', toFirstEntry: true, amount: '6000.01', quotes: 3 }, 'line_ceiling'],
    [{ ofPersons: ['10000.01'] }, 'person_ceiling'],
    [{ ofCase: '20000.01' }, 'case_ceiling'],
  ] as const)('refuses %j by %s', (more, check) => {
    expect(refused(more as Partial<AidFacts>)).toEqual([check]);
  });

  it('asks more of PAH: its own purse first, and a certificate of poverty', () => {
    expect(refused({ programme: 'pah' })).toEqual(['need_proven', 'waterfall']);
    const whole = { proof: 'poverty_certificate', waterfall: ['support_network', 'palh'] } as const;
    expect(refused({ programme: 'pah', ...whole })).toEqual([]);
  });

  it('lets only ceilings be exceeded', () => {
    const over = { ...good, ofCase: '20000.01', ofPersons: ['99999'], proof: 'none' as const };
    expect(refusalsOf(over, policy, true)).toEqual(['need_proven']);
  });
});

describe('what was paid', () => {
  const cents = fc.integer({ min: 1, max: 10_000_000 });
  const text = (n: number) => (n / 100).toFixed(2);
  const settle = (paid: number, receipts: number[], returned = 0) =>
    settlementFault({
      ...{ paid: text(paid), returned: text(returned), undocumentedLimit: '100.00' },
      receipts: receipts.map((n) => ({ kind: 'receipt', amount: text(n) })),
    });

  it('is accounted for to the cent, or is not', () => {
    fc.assert(
      fc.property(fc.array(cents, { minLength: 1, maxLength: 9 }), cents, (parts, back) => {
        const spent = parts.reduce((a, b) => a + b, 0);
        expect(settle(spent + back, parts, back)).toBeNull();
        expect(settle(spent + back + 1, parts, back)).toBe('RECEIPTS_DO_NOT_COVER');
      }),
    );
  });

  it('is declared without a receipt only up to a limit', () => {
    const sworn = (amount: string) =>
      settlementFault({
        ...{ paid: amount, returned: '0.00', undocumentedLimit: '100.00' },
        receipts: [{ kind: 'sworn_declaration', amount }],
      });
    expect(sworn('100.00')).toBeNull();
    expect(sworn('100.01')).toBe('TOO_MUCH_UNDOCUMENTED');
  });
});
