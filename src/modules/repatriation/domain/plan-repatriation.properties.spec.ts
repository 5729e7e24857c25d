import fc from 'fast-check';
import { Temporal } from '@js-temporal/polyfill';
import { allDuties } from '../../obligations';
import { weekdays } from '../../../../test/factories/detention-facts';
import { anyFacts, plan, policy } from '../../../../test/factories/repatriation-facts';
import { isOver } from './schedule';

const isOpen = ({ state }: { state: string }) => state === 'open';

describe('planning a repatriation, whatever happened', () => {
  it('always has an open duty of a step while one is open: no open plan is silent', () => {
    fc.assert(
      fc.property(anyFacts, (f) => {
        const open = plan(f).filter((d) => d.kind === 'repatriation_step' && isOpen(d));
        if (f.steps.every(isOver)) expect(open).toHaveLength(0);
        else expect(open.length).toBeGreaterThan(0);
      }),
    );
  });

  it('leaves no open case without an open duty, whatever became of its plan', () => {
    const ground = {
      now: Temporal.Instant.from('2027-06-01T00:00:00Z'),
      policy: {
        durations: {
          ...policy.durations,
          vulnerability_assessment: { unit: 'business_days', value: 3, source: 'test' },
          case_review: { unit: 'days', value: 30, source: 'test' },
        },
      } as unknown as typeof policy,
      calendar: weekdays,
      zone: 'Europe/Madrid',
    };
    fc.assert(
      fc.property(anyFacts, fc.boolean(), (f, assessed) => {
        const { openedAt } = f;
        const known = { open: true, openedAt, reopenedAt: null, reviews: [], ofAttention: true };
        const assessments = assessed ? [{ id: 'v', occurredAt: openedAt }] : [];
        const duties = allDuties(plan(f), { ...known, assessments }, [], ground);
        expect(duties.some(isOpen)).toBe(true);
      }),
    );
  });

  it('never puts a due instant before its start, nor ends a duty before it starts', () => {
    fc.assert(
      fc.property(anyFacts, (f) => {
        for (const { startsAt, due, metAt, state } of plan(f)) {
          expect(Temporal.Instant.compare(startsAt, due)).toBeLessThan(0);
          expect(state === 'open').toBe(metAt === undefined);
          if (metAt) expect(Temporal.Instant.compare(startsAt, metAt)).toBeLessThanOrEqual(0);
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
    const reversed = <T>(list: readonly T[]) => [...list].reverse();
    fc.assert(
      fc.property(anyFacts, (f) => {
        const other = {
          ...f,
          contacts: reversed(f.contacts),
          steps: reversed(f.steps),
          consultations: reversed(f.consultations),
          papers: reversed(f.papers),
          arrivals: reversed(f.arrivals),
          followUps: reversed(f.followUps),
        };
        expect(plan(other)).toEqual(plan(f));
      }),
    );
  });
});
