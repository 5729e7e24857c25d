import fc from 'fast-check';
import { Temporal } from '@js-temporal/polyfill';
import { planRepatriation } from '../../src/modules/repatriation/domain/plan-repatriation';
import type { RepatriationFacts } from '../../src/modules/repatriation/domain/repatriation-facts';
import type { Duty, Policy, WorkingCalendar } from '../../src/modules/obligations';
import { weekdays } from './detention-facts';

const source = 'test';
export const policy = {
  durations: {
    first_contact: { unit: 'hours', value: 24, source },
    repatriation_step: { unit: 'days', value: 1, source },
    consultation_answer: { unit: 'business_days', value: 2, source },
    travel_document: { unit: 'days', value: 7, source },
    arrival_confirmation: { unit: 'hours', value: 24, source },
    return_follow_up: { unit: 'days', value: 30, source },
  },
} as unknown as Policy;

export const at = (text: string) => Temporal.Instant.from(text);
export const day = (text: string) => Temporal.PlainDate.from(text);

export const facts = (more: Partial<RepatriationFacts> = {}): RepatriationFacts => ({
  caseId: 'case',
  type: 'destitute',
  zone: 'Europe/Madrid',
  openedAt: at('2026-03-02T09:00:00Z'),
  cameInPerson: true,
  contacts: [],
  steps: [],
  peruvian: null,
  inNeed: null,
  earlier: [],
  agreed: null,
  childrenBornAbroad: null,
  childrenRegistered: null,
  removalKnown: false,
  undertakings: [],
  consultations: [],
  papers: [],
  segments: [],
  receptions: [],
  boardings: [],
  arrivals: [],
  benefitNotices: [],
  followUps: [],
  debt: null,
  ...more,
});

export const step = (
  code: string,
  more: Partial<RepatriationFacts['steps'][number]> = {},
): RepatriationFacts['steps'][number] => ({
  id: code,
  code,
  label: { es: code, en: code },
  days: 3,
  after: [],
  mandatory: true,
  state: 'pending',
  notBeforeOn: null,
  startedOn: null,
  endedOn: null,
  endedAt: null,
  ...more,
});

export const segment = (
  id: string,
  departsAt: string,
  arrivesAt: string,
): RepatriationFacts['segments'][number] => ({
  id,
  fromCountry: 'ES',
  toCountry: 'PE',
  departsAt: at(departsAt),
  arrivesAt: at(arrivesAt),
  fare: '0',
  currency: 'EUR',
  shares: [],
  bookedAt: at('2026-03-03T00:00:00Z'),
});

export const plan = (f: RepatriationFacts, calendar: WorkingCalendar = weekdays): Duty[] =>
  planRepatriation(f, policy, calendar, f.zone);

const moment = fc
  .integer({ min: 1_750_000_000, max: 1_800_000_000 })
  .map((seconds) => Temporal.Instant.fromEpochMilliseconds(seconds * 1000));
const dayOf = (instant: Temporal.Instant) => instant.toZonedDateTimeISO('UTC').toPlainDate();
const civil = moment.map(dayOf);
const numbered =
  (prefix: string) =>
  <T extends object>(rows: T[]): (T & { id: string })[] =>
    rows.map((row, i) => ({ ...row, id: `${prefix}${i}` }));

const anySteps = fc
  .array(
    fc.record({
      end: fc.option(fc.record({ at: moment, needed: fc.boolean() })),
      picks: fc.array(fc.nat(), { maxLength: 3 }),
      days: fc.integer({ min: 0, max: 30 }),
      mandatory: fc.boolean(),
      notBeforeOn: fc.option(civil),
    }),
    { maxLength: 8 },
  )
  .map((drawn) =>
    drawn.map(({ end, picks, ...more }, i) =>
      step(`s${i}`, {
        ...more,
        after: i === 0 ? [] : [...new Set(picks.map((p) => `s${p % i}`))],
        ...(end
          ? {
              state: end.needed ? ('done' as const) : ('not_needed' as const),
              endedAt: end.at,
              endedOn: dayOf(end.at),
            }
          : {}),
      }),
    ),
  );

/** Whatever may have happened in such a case, whether it makes sense or not. */
export const anyFacts: fc.Arbitrary<RepatriationFacts> = fc
  .record({
    zone: fc.constantFrom('Europe/Madrid', 'America/Lima', 'Pacific/Auckland', 'Asia/Tokyo'),
    openedAt: moment,
    cameInPerson: fc.boolean(),
    contacts: fc
      .array(
        fc.record({
          outcome: fc.constantFrom('reached', 'refused', 'no_answer'),
          channel: fc.constantFrom('in_person', 'telephone'),
          occurredAt: moment,
        }),
        { maxLength: 3 },
      )
      .map(numbered('c')),
    steps: anySteps,
    consultations: fc
      .array(
        fc.record({
          kind: fc.constantFrom('consultation' as const, 'report' as const),
          askedAt: moment,
          after: fc.option(fc.nat({ max: 1000 })),
        }),
        { maxLength: 3 },
      )
      .map((rows) =>
        numbered('q')(
          rows.map(({ after, ...row }) => ({
            ...row,
            costs: [],
            state: after === null ? ('open' as const) : ('authorised' as const),
            answeredAt: after === null ? null : row.askedAt.add({ hours: after }),
          })),
        ),
      ),
    papers: fc
      .array(
        fc.record({
          kind: fc.constantFrom('passport' as const, 'court_order' as const),
          issuedOn: civil,
          expiresOn: fc.option(civil),
          obtainedAt: moment,
        }),
        { maxLength: 3 },
      )
      .map(numbered('p')),
    segments: fc
      .array(fc.tuple(moment, fc.integer({ min: 1, max: 40 })), { maxLength: 3 })
      .map((rows) =>
        rows.map(([departs, hours], i) =>
          segment(`g${i}`, departs.toString(), departs.add({ hours }).toString()),
        ),
      ),
    arrivals: fc
      .array(fc.record({ personId: fc.constant('one'), occurredAt: moment }), { maxLength: 2 })
      .map(numbered('a')),
    followUps: fc
      .array(
        fc.record({
          occurredAt: moment,
          finding: fc.constantFrom('safe' as const, 'needs_help' as const),
        }),
        { maxLength: 3 },
      )
      .map(numbered('f')),
  })
  .map((drawn) => facts(drawn));
