import fc from 'fast-check';
import { Temporal } from '@js-temporal/polyfill';
import {
  anyDeath,
  deathFacts as facts,
  deathPolicy,
  planOf,
} from '../../../../test/factories/death-facts';
import { at, everyDay, weekdays } from '../../../../test/factories/detention-facts';
import { anyZone } from '../../../../test/factories/violence-facts';
import { allDuties } from '../../obligations';
import { deathChecklist } from './checklist';
import type { DeathFacts } from './death-facts';
import { areAtRest, deathMilestones } from './plan-death';

const openOf = (f: DeathFacts) =>
  Object.fromEntries(
    planOf(f)
      .filter(({ state }) => state === 'open')
      .map(({ kind, due }) => [kind, due.toString()]),
  );
const told = { id: 'k', outcome: 'told' as const, occurredAt: at('2026-03-02T12:00:00Z') };
const decided = (way: DeathFacts['decisions'][number]['way']) => ({
  id: 'd',
  way,
  occurredAt: at('2026-03-03T12:00:00Z'),
});
const rest = { id: 'r', occurredAt: at('2026-03-10T12:00:00Z') };

describe('planning a death', () => {
  it('owes the family a person within a day, and the register an entry within thirty', () => {
    expect(openOf(facts())).toEqual({
      kin_informed: '2026-03-03T09:00:00Z',
      death_registration: '2026-04-02T00:00:00Z',
    });
  });

  it('asks for the decision once the family knows, and is excused when nobody can be told', () => {
    expect(openOf(facts({ kin: [told] }))).toMatchObject({
      remains_decision: '2026-03-05T12:00:00Z',
    });
    const impossible = facts({ kin: [{ ...told, outcome: 'impossible' }] });
    expect(planOf(impossible).find(({ kind }) => kind === 'kin_informed')).toMatchObject({
      state: 'excused',
      why: 'kin_unreachable',
    });
  });

  it('gathers documents and brings the remains to rest, unless the family does it', () => {
    const going = facts({ kin: [told], decisions: [decided('repatriate_remains')] });
    expect(Object.keys(openOf(going))).toEqual(
      expect.arrayContaining(['remains_documents', 'remains_at_rest']),
    );
    const whole = { ...going, pendingDocuments: [], documentsAt: rest };
    expect(openOf(whole)).not.toHaveProperty('remains_documents');
    expect(openOf({ ...going, rests: [rest] })).not.toHaveProperty('remains_at_rest');
    const alone = facts({ kin: [told], decisions: [decided('family_arranges')] });
    expect(openOf(alone)).not.toHaveProperty('remains_at_rest');
  });

  it('tells headquarters of custody within four hours and of an estate without heirs in three days', () => {
    const custody = facts({ custodyKnownAt: at('2026-03-02T09:00:00Z') });
    expect(openOf(custody)).toMatchObject({
      custody_headquarters_informed: '2026-03-02T13:00:00Z',
    });
    const estate = facts({
      type: 'estate',
      heirs: 'unknown',
      noHeirsKnownAt: at('2026-03-02T09:00:00Z'),
    });
    expect(openOf(estate)).toMatchObject({ estate_headquarters_informed: '2026-03-06T00:00:00Z' });
    const reported = {
      ...custody,
      reports: [{ id: 'h', subject: 'custody' as const, occurredAt: at('2026-03-02T10:00:00Z') }],
    };
    expect(openOf(reported)).not.toHaveProperty('custody_headquarters_informed');
  });

  it('follows an investigation every thirty days until it is concluded', () => {
    const inquiry = {
      id: 'i',
      openedAt: at('2026-03-02T09:00:00Z'),
      concludedAt: null,
      contacts: [],
    };
    expect(openOf(facts({ inquiryKnownAt: at('2026-03-02T09:00:00Z') }))).toMatchObject({
      inquiry_follow_up: '2026-04-02T00:00:00Z',
    });
    const followed = {
      ...inquiry,
      contacts: [{ id: 'c', occurredAt: at('2026-03-20T09:00:00Z') }],
    };
    expect(openOf(facts({ inquiries: [followed] }))).toMatchObject({
      inquiry_follow_up: '2026-04-20T00:00:00Z',
    });
    const concluded = { ...followed, concludedAt: at('2026-04-01T09:00:00Z') };
    expect(openOf(facts({ inquiries: [concluded] }))).not.toHaveProperty('inquiry_follow_up');
  });

  it('comes before all other work until the remains rest, and until custody is reported', () => {
    const first = (changes: Partial<DeathFacts>) => deathMilestones(facts(changes)).comesFirst;
    expect(first({})).toBe(true);
    expect(first({ rests: [rest] })).toBe(false);
    expect(first({ type: 'estate' })).toBe(false);
    expect(first({ decisions: [decided('family_arranges')] })).toBe(false);
    expect(first({ rests: [rest], custodyKnownAt: at('2026-03-02T09:00:00Z') })).toBe(true);
  });
});

describe('planning a death, whatever happened', () => {
  it('never puts a due instant before its start, nor ends a duty before it starts', () => {
    fc.assert(
      fc.property(anyDeath, anyZone, (f, zone) => {
        for (const { startsAt, due, metAt, state } of planOf(f, zone, weekdays)) {
          expect(Temporal.Instant.compare(startsAt, due)).toBeLessThan(0);
          if (metAt) expect(Temporal.Instant.compare(startsAt, metAt)).toBeLessThanOrEqual(0);
          expect(state === 'open').toBe(metAt === undefined);
        }
      }),
    );
  });

  it('identifies every duty by its kind and anchor, in any order of recording', () => {
    fc.assert(
      fc.property(anyDeath, (f) => {
        const duties = planOf(f);
        expect(new Set(duties.map(({ kind, anchor }) => `${kind} ${anchor}`)).size).toBe(
          duties.length,
        );
        const reversed = Object.fromEntries(
          Object.entries(f).map(([k, v]) => [k, Array.isArray(v) ? [...v].reverse() : v]),
        ) as unknown as DeathFacts;
        expect(planOf(reversed)).toEqual(duties);
      }),
    );
  });

  it('always leaves an open case with an open duty', () => {
    const now = at('2027-06-01T00:00:00Z');
    fc.assert(
      fc.property(anyDeath, (f) => {
        const ground = { now, policy: deathPolicy, calendar: everyDay, zone: 'UTC' };
        const events = {
          open: true,
          openedAt: f.openedAt,
          reopenedAt: null,
          assessments: [],
          reviews: [],
          ofAttention: false,
        };
        expect(allDuties(planOf(f), events, [], ground).some((d) => d.state === 'open')).toBe(true);
      }),
    );
  });

  it('lets a case close only with the family told, the death registered and the remains at rest', () => {
    fc.assert(
      fc.property(anyDeath, (f) => {
        const closes = deathChecklist(f).every((s) => s.done || !s.required);
        if (!closes) return;
        expect(f.kin.length).toBeGreaterThan(0);
        expect(f.registrations.length).toBeGreaterThan(0);
        expect(areAtRest(f)).toBe(true);
      }),
    );
  });
});
