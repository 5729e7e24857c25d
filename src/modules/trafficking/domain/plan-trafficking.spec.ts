import fc from 'fast-check';
import { Temporal } from '@js-temporal/polyfill';
import { at, weekdays } from '../../../../test/factories/detention-facts';
import {
  anyFacts,
  anyZone,
  OPENED,
  plan,
  traffickingFacts as facts,
} from '../../../../test/factories/trafficking-facts';

const duty = (f: ReturnType<typeof facts>, kind: string) => plan(f).find((d) => d.kind === kind)!;
const referral = (recipient: 'host_prosecutor' | 'headquarters', changes: object = {}) => ({
  id: recipient,
  recipient,
  state: 'sent' as const,
  occurredAt: at('2026-03-02T12:00:00Z'),
  answeredAt: null,
  ...changes,
});

describe('planning a case of trafficking', () => {
  it('owes identity, prosecutor and headquarters within a day of opening (rules §5)', () => {
    const due = at(OPENED).add({ hours: 24 }).toString();
    for (const kind of ['identity_verification', 'prosecutor_informed', 'headquarters_informed']) {
      expect(duty(facts(), kind)).toMatchObject({ state: 'open' });
      expect(duty(facts(), kind).due.toString()).toBe(due);
    }
    expect(plan(facts()).some((d) => d.kind === 'police_unit_informed')).toBe(false);
  });

  it('owes police and cooperation unit within a day of headquarters’ knowing', () => {
    const f = facts({ referrals: [referral('headquarters')] });
    for (const kind of ['police_unit_informed', 'cooperation_unit_informed']) {
      expect(duty(f, kind).due.toString()).toBe('2026-03-03T12:00:00Z');
    }
  });

  it('is not met by a check that found nothing out, and excused where telling is a danger', () => {
    const check = {
      id: 'c',
      nationalityFinding: 'peruvian' as const,
      ageFinding: 'not_yet' as const,
      occurredAt: at(OPENED).add({ hours: 1 }),
    };
    expect(duty(facts({ checks: [check] }), 'identity_verification').state).toBe('open');
    const found = { ...check, ageFinding: 'presumed_minor' as const };
    expect(duty(facts({ checks: [found] }), 'identity_verification').state).toBe('met');
    const withheld = facts({ referrals: [referral('host_prosecutor', { state: 'withheld' })] });
    expect(duty(withheld, 'prosecutor_informed')).toMatchObject({
      state: 'excused',
      why: 'danger_to_the_person',
    });
    expect(plan(withheld).some((d) => d.kind === 'trafficking_referral_answer')).toBe(false);
  });

  it('awaits an answer of each authority outside the house', () => {
    const f = facts({ referrals: [referral('host_prosecutor'), referral('headquarters')] });
    expect(
      plan(f)
        .filter((d) => d.kind === 'trafficking_referral_answer')
        .map((d) => d.anchor),
    ).toEqual(['host_prosecutor']);
  });

  it('warns before the time to think runs out, until something else is decided', () => {
    const period = {
      id: 'p',
      state: 'granted' as const,
      fromOn: Temporal.PlainDate.from('2026-03-02'),
      untilOn: Temporal.PlainDate.from('2026-04-01'),
      recordedAt: at(OPENED),
    };
    const open = duty(facts({ reflections: [period] }), 'reflection_period_end');
    expect(open.startsAt.toString()).toBe('2026-03-25T00:00:00Z');
    const over = {
      ...period,
      id: 'q',
      state: 'ended' as const,
      recordedAt: at('2026-03-20T09:00:00Z'),
    };
    expect(duty(facts({ reflections: [period, over] }), 'reflection_period_end').state).toBe('met');
  });
});

describe('planning a case of trafficking, whatever happened', () => {
  it('never puts a due instant before its start, nor ends a duty before it starts', () => {
    fc.assert(
      fc.property(anyFacts, anyZone, (f, zone) => {
        for (const { startsAt, due, metAt, state } of plan(f, zone, weekdays)) {
          expect(Temporal.Instant.compare(startsAt, due)).toBeLessThan(0);
          if (metAt) expect(Temporal.Instant.compare(startsAt, metAt)).toBeLessThanOrEqual(0);
          expect(state === 'open').toBe(metAt === undefined);
        }
      }),
    );
  });

  it('identifies every duty by its kind and anchor', () => {
    fc.assert(
      fc.property(anyFacts, (f) => {
        const keys = plan(f).map(({ kind, anchor }) => `${kind} ${anchor}`);
        expect(new Set(keys).size).toBe(keys.length);
      }),
    );
  });

  it('gives the same duties for the same facts in any order of recording', () => {
    fc.assert(
      fc.property(anyFacts, anyZone, (f, zone) => {
        const reversed = {
          ...f,
          contacts: [...f.contacts].reverse(),
          checks: [...f.checks].reverse(),
          referrals: [...f.referrals].reverse(),
          reflections: [...f.reflections].reverse(),
          returns: [...f.returns].reverse(),
        };
        expect(plan(reversed, zone)).toEqual(plan(f, zone));
      }),
    );
  });
});
