import fc from 'fast-check';
import { Temporal } from '@js-temporal/polyfill';
import { FIRST_POLICY } from '../../../../migrations/1764000000401-seed-obligation-policy';
import { at, everyDay, weekdays } from '../../../../test/factories/detention-facts';
import { anyZone } from '../../../../test/factories/violence-facts';
import { allDuties, type Policy } from '../../obligations';
import { missingChecklist } from './checklist';
import type { MissingFacts } from './missing-facts';
import { WILLS } from './may-tell';
import { INTEREST_DECISIONS, SEARCH_RESULTS } from './missing-person';
import { planMissing } from './plan-missing';

const OPENED = '2026-03-02T09:00:00Z';
const length = (unit: string, value: number) => ({ unit, value, source: 'test' });
const policy = {
  version: 1,
  ...FIRST_POLICY,
  durations: {
    ...FIRST_POLICY.durations,
    interest_verification: length('business_days', 3),
    search_begun: length('business_days', 2),
    search_inquiry_reply: length('business_days', 10),
    located_person_will: length('hours', 72),
    requester_answer: length('business_days', 5),
  },
} as unknown as Policy;

const facts = (changes: Partial<MissingFacts> = {}): MissingFacts => ({
  caseId: '0199c000-0000-7000-8000-000000000003',
  requesterPersonId: 'requester',
  openedAt: at(OPENED),
  decisions: [],
  inquiries: [],
  results: [],
  wills: [],
  answers: [],
  linked: [],
  ...changes,
});
const plan = (f: MissingFacts, zone = 'UTC', calendar = everyDay) =>
  planMissing(f, policy, calendar, zone);
const openOf = (f: MissingFacts) =>
  plan(f)
    .filter(({ state }) => state === 'open')
    .map(({ kind }) => kind);

const verified = { id: 'v', decision: 'verified' as const, occurredAt: at('2026-03-03T09:00:00Z') };
const letter = (id: string, changes: object = {}) => ({
  ...{ id, sentAt: at('2026-03-04T09:00:00Z'), answeredAt: null, followsId: null },
  ...changes,
});
const found = (result: MissingFacts['results'][number]['result']) => ({
  ...{ id: 'r', result, occurredAt: at('2026-03-10T09:00:00Z') },
});

describe('planning a search', () => {
  it('waits for headquarters, then begins, then awaits each answer or a second letter', () => {
    expect(openOf(facts())).toEqual(['interest_verification']);
    expect(openOf(facts({ decisions: [verified] }))).toEqual(['search_begun']);
    const going = facts({ decisions: [verified], inquiries: [letter('a')] });
    expect(openOf(going)).toEqual(['search_inquiry_reply']);
    expect(
      openOf({ ...going, inquiries: [letter('a', { answeredAt: at('2026-03-05T09:00:00Z') })] }),
    ).toEqual([]);
    const second = letter('b', { followsId: 'a', sentAt: at('2026-03-20T09:00:00Z') });
    const insisted = plan({ ...going, inquiries: [letter('a'), second] });
    expect(insisted.map(({ anchor, state }) => [anchor, state])).toEqual(
      expect.arrayContaining([
        ['a', 'met'],
        ['b', 'open'],
      ]),
    );
  });

  it('asks whoever can speak what they want, in duties that only readers of the result see', () => {
    const alive = plan(
      facts({ decisions: [verified], inquiries: [letter('a')], results: [found('found_alive')] }),
    );
    const restricted = alive.filter(({ tier }) => tier === 'restricted').map(({ kind }) => kind);
    expect(restricted.sort()).toEqual(['located_person_will', 'requester_answer']);
    expect(alive.find(({ anchor }) => anchor === 'a')).toMatchObject({
      state: 'cancelled',
      why: 'search_ended',
    });
    expect(openOf(facts({ decisions: [verified], results: [found('not_found')] }))).toEqual([
      'requester_answer',
    ]);
  });

  const id = fc.uuid();
  const moment = fc
    .integer({ min: -500, max: 200_000 })
    .map((minutes) => at(OPENED).add({ minutes }));
  const dated = { id, occurredAt: moment };
  const few = <T>(one: fc.Arbitrary<T>) => fc.array(one, { maxLength: 3 });
  const anySearch = fc
    .record({
      decisions: few(fc.record({ ...dated, decision: fc.constantFrom(...INTEREST_DECISIONS) })),
      inquiries: few(
        fc.record({
          id,
          sentAt: moment,
          answeredAt: fc.option(moment),
          followsId: fc.constant(null as string | null),
        }),
      ),
      results: few(fc.record({ ...dated, result: fc.constantFrom(...SEARCH_RESULTS) })),
      wills: few(fc.record({ ...dated, will: fc.constantFrom(...WILLS) })),
      answers: few(fc.record(dated)),
      linked: fc.subarray(['death', 'detention']),
    })
    .map((parts) => facts(parts));

  it('never ends a duty before it starts, names each once, in any order of recording', () => {
    fc.assert(
      fc.property(anySearch, anyZone, (f, zone) => {
        const duties = plan(f, zone, weekdays);
        for (const { startsAt, due, metAt, state } of duties) {
          expect(Temporal.Instant.compare(startsAt, due)).toBeLessThan(0);
          if (metAt) expect(Temporal.Instant.compare(startsAt, metAt)).toBeLessThanOrEqual(0);
          expect(state === 'open').toBe(metAt === undefined);
        }
        expect(new Set(duties.map(({ kind, anchor }) => `${kind} ${anchor}`)).size).toBe(
          duties.length,
        );
        const reversed = Object.fromEntries(
          Object.entries(f).map(([k, v]) => [k, Array.isArray(v) ? [...v].reverse() : v]),
        ) as unknown as MissingFacts;
        expect(plan(reversed, zone, weekdays)).toEqual(duties);
      }),
    );
  });

  it('always leaves an open case with an open duty', () => {
    const ground = { now: at('2026-12-01T00:00:00Z'), policy, calendar: everyDay, zone: 'UTC' };
    fc.assert(
      fc.property(anySearch, (f) => {
        const events = {
          open: true,
          openedAt: f.openedAt,
          reopenedAt: null,
          assessments: [],
          reviews: [],
          ofAttention: false,
        };
        expect(allDuties(plan(f), events, [], ground).some(({ state }) => state === 'open')).toBe(
          true,
        );
      }),
    );
  });

  it('lets a case close only once the requester has an answer', () => {
    fc.assert(
      fc.property(anySearch, (f) => {
        const closes = missingChecklist(f).every((s) => s.done || !s.required);
        if (closes) expect(f.answers.length).toBeGreaterThan(0);
      }),
    );
  });
});
