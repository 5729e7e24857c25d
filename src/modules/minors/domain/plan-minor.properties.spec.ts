import fc from 'fast-check';
import { Temporal } from '@js-temporal/polyfill';
import { weekdays } from '../../../../test/factories/detention-facts';
import { anyFacts, anyZone, plan } from '../../../../test/factories/minor-facts';

const ASSESSING = /^interests_(full|review_)/;

describe('planning a minor’s case, whatever happened', () => {
  it('always has exactly one open duty to assess the interests: no open case is silent', () => {
    fc.assert(
      fc.property(anyFacts, anyZone, (f, zone) => {
        const open = plan(f, zone, weekdays).filter(
          ({ kind, state }) => ASSESSING.test(kind) && state === 'open',
        );
        expect(open).toHaveLength(1);
      }),
    );
  });

  it('never puts a due instant before its start, nor ends a duty before it starts', () => {
    fc.assert(
      fc.property(anyFacts, anyZone, (f, zone) => {
        for (const { startsAt, due, metAt } of plan(f, zone, weekdays)) {
          expect(Temporal.Instant.compare(startsAt, due)).toBeLessThan(0);
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
    const reversed = <T>(list: readonly T[]) => [...list].reverse();
    fc.assert(
      fc.property(anyFacts, anyZone, (f, zone) => {
        const other = {
          ...f,
          contacts: reversed(f.contacts),
          interests: reversed(f.interests),
          guardianships: reversed(f.guardianships),
          care: reversed(f.care),
          abductions: reversed(f.abductions.map((a) => ({ ...a, steps: reversed(a.steps) }))),
          reunions: reversed(f.reunions),
        };
        expect(plan(other, zone)).toEqual(plan(f, zone));
      }),
    );
  });
});
