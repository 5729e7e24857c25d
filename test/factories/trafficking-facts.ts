import fc from 'fast-check';
import { Temporal } from '@js-temporal/polyfill';
import { FIRST_POLICY } from '../../migrations/1764000000401-seed-obligation-policy';
import { TRAFFICKING_DUTY_LENGTHS } from '../../migrations/1764000003100-create-trafficking';
import type { Policy } from '../../src/modules/obligations';
import { ATTEMPT_OUTCOMES, CONTACT_CHANNELS } from '../../src/modules/people';
import { planTrafficking } from '../../src/modules/trafficking/domain/plan-trafficking';
import type { TraffickingFacts } from '../../src/modules/trafficking/domain/trafficking-facts';
import {
  AGE_FINDINGS,
  NATIONALITY_FINDINGS,
  REFERRAL_RECIPIENTS,
  REFERRAL_STATES,
  REFLECTION_STATES,
  RETURN_FINDINGS,
} from '../../src/modules/trafficking/domain/protection';
import { at, everyDay } from './detention-facts';

export const OPENED = '2026-03-02T09:00:00Z';
const policy = {
  version: 1,
  ...FIRST_POLICY,
  durations: {
    ...FIRST_POLICY.durations,
    ...TRAFFICKING_DUTY_LENGTHS,
    return_follow_up: { unit: 'days', value: 30, source: 'test' },
  },
} as unknown as Policy;

export const traffickingFacts = (changes: Partial<TraffickingFacts> = {}): TraffickingFacts => ({
  caseId: '0199c000-0000-7000-8000-000000000001',
  openedAt: at(OPENED),
  cameInPerson: false,
  contacts: [],
  checks: [],
  referrals: [],
  reflections: [],
  returns: [],
  ...changes,
});
export const plan = (f: TraffickingFacts, zone = 'UTC', calendar = everyDay) =>
  planTrafficking(f, policy, calendar, zone);

const id = fc.uuid();
const moment = fc
  .integer({ min: -30 * 24 * 60, max: 2 * 365 * 24 * 60 })
  .map((minutes) => at(OPENED).add({ minutes }));
const day = fc
  .integer({ min: -30, max: 700 })
  .map((days) => Temporal.PlainDate.from('2026-03-02').add({ days }));

export const anyFacts: fc.Arbitrary<TraffickingFacts> = fc
  .record({
    cameInPerson: fc.boolean(),
    contacts: fc.array(
      fc.record({
        id,
        channel: fc.constantFrom(...CONTACT_CHANNELS),
        outcome: fc.constantFrom(...ATTEMPT_OUTCOMES),
        codeWordGiven: fc.constantFrom(null, true, false),
        occurredAt: moment,
      }),
      { maxLength: 4 },
    ),
    checks: fc.array(
      fc.record({
        id,
        nationalityFinding: fc.constantFrom(...NATIONALITY_FINDINGS),
        ageFinding: fc.constantFrom(...AGE_FINDINGS),
        occurredAt: moment,
      }),
      { maxLength: 4 },
    ),
    referrals: fc.array(
      fc
        .record({
          id,
          recipient: fc.constantFrom(...REFERRAL_RECIPIENTS),
          state: fc.constantFrom(...REFERRAL_STATES),
          occurredAt: moment,
          later: fc.integer({ min: 0, max: 5000 }),
        })
        .map(({ later, ...referral }) => ({
          ...referral,
          answeredAt:
            referral.state === 'answered' ? referral.occurredAt.add({ minutes: later }) : null,
        })),
      { maxLength: 6 },
    ),
    reflections: fc.array(
      fc.record({
        id,
        state: fc.constantFrom(...REFLECTION_STATES),
        fromOn: day,
        length: fc.integer({ min: 0, max: 90 }),
        recordedAt: moment,
      }),
      { maxLength: 3 },
    ),
    returns: fc.array(
      fc.record({
        id,
        arrivedAt: fc.option(moment),
        followUps: fc.array(
          fc.record({ id, occurredAt: moment, finding: fc.constantFrom(...RETURN_FINDINGS) }),
          { maxLength: 3 },
        ),
      }),
      { maxLength: 2 },
    ),
  })
  .map(({ reflections, ...parts }) => ({
    ...traffickingFacts(),
    ...parts,
    reflections: reflections.map(({ length, ...period }) => ({
      ...period,
      untilOn: period.fromOn.add({ days: length }),
    })),
  }));
export const anyZone = fc.constantFrom(
  'Pacific/Auckland',
  'Europe/Madrid',
  'America/Santiago',
  'UTC',
);
