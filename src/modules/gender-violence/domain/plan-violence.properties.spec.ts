import fc from 'fast-check';
import { Temporal } from '@js-temporal/polyfill';
import { weekdays } from '../../../../test/factories/detention-facts';
import {
  anyFacts,
  anyZone,
  moment,
  plan,
  violenceFacts as facts,
} from '../../../../test/factories/violence-facts';
import { reassessmentKind } from './plan-violence';
import { RISK_LEVELS, type RiskLevel } from './risk';

describe('planning a case of gender violence, whatever happened', () => {
  it('always has exactly one open duty to assess the risk: no open case is silent', () => {
    fc.assert(
      fc.property(anyFacts, anyZone, (f, zone) => {
        const open = plan(f, zone, weekdays).filter(
          ({ kind, state }) => kind.startsWith('risk_') && state === 'open',
        );
        expect(open).toHaveLength(1);
      }),
    );
  });

  it('never puts a due instant before its start, nor ends a duty before it starts', () => {
    fc.assert(
      fc.property(anyFacts, anyZone, (f, zone) => {
        for (const { startsAt, due: ends, metAt } of plan(f, zone, weekdays)) {
          expect(Temporal.Instant.compare(startsAt, ends)).toBeLessThan(0);
          if (metAt) expect(Temporal.Instant.compare(startsAt, metAt)).toBeLessThanOrEqual(0);
        }
      }),
    );
  });

  it('says when a duty ended only if it ended', () => {
    fc.assert(
      fc.property(anyFacts, anyZone, (f, zone) => {
        for (const { state, metAt } of plan(f, zone))
          expect(state === 'open').toBe(metAt === undefined);
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
          assessments: [...f.assessments].reverse(),
          measures: [...f.measures].reverse(),
          returns: [...f.returns].reverse(),
        };
        expect(plan(reversed, zone)).toEqual(plan(f, zone));
      }),
    );
  });

  it('never looks again later when more danger is found', () => {
    fc.assert(
      fc.property(
        moment,
        anyZone,
        fc.constantFrom(...RISK_LEVELS),
        fc.constantFrom(...RISK_LEVELS),
        (occurredAt, zone, a, b) => {
          const again = (level: RiskLevel) =>
            plan(facts({ assessments: [{ id: 'a', level, occurredAt }] }), zone, weekdays).find(
              (d) => d.kind === reassessmentKind(level),
            )!.due;
          const [less, more] = RISK_LEVELS.indexOf(a) <= RISK_LEVELS.indexOf(b) ? [a, b] : [b, a];
          expect(Temporal.Instant.compare(again(more), again(less))).toBeLessThanOrEqual(0);
        },
      ),
    );
  });
});
