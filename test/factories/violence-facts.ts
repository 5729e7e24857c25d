import fc from 'fast-check';
import { Temporal } from '@js-temporal/polyfill';
import { FIRST_POLICY } from '../../migrations/1764000000401-seed-obligation-policy';
import { FOLLOW_UP_FINDINGS } from '../../src/modules/gender-violence/domain/course';
import { planViolence } from '../../src/modules/gender-violence/domain/plan-violence';
import { MEASURE_STATES } from '../../src/modules/gender-violence/domain/protection';
import { RISK_LEVELS } from '../../src/modules/gender-violence/domain/risk';
import type { ViolenceFacts } from '../../src/modules/gender-violence/domain/violence-facts';
import type { Policy } from '../../src/modules/obligations';
import { ATTEMPT_OUTCOMES, CONTACT_CHANNELS } from '../../src/modules/people';
import { at, everyDay } from './detention-facts';

export const OPENED = '2026-03-02T09:00:00Z';
const length = (unit: string, value: number) => ({ unit, value, source: 'test' });
const policy = {
  version: 1,
  ...FIRST_POLICY,
  durations: {
    ...FIRST_POLICY.durations,
    risk_assessment: length('hours', 24),
    risk_reassessment_extreme: length('hours', 24),
    risk_reassessment_high: length('hours', 72),
    risk_reassessment_moderate: length('days', 14),
    risk_reassessment_low: length('days', 30),
    protection_measure_renewal: length('days', 14),
    return_follow_up: length('days', 30),
  },
} as unknown as Policy;

export const violenceFacts = (changes: Partial<ViolenceFacts> = {}): ViolenceFacts => ({
  caseId: '0199c000-0000-7000-8000-000000000001',
  openedAt: at(OPENED),
  cameInPerson: false,
  contacts: [],
  assessments: [],
  measures: [],
  returns: [],
  ...changes,
});
export const plan = (f: ViolenceFacts, zone = 'UTC', calendar = everyDay) =>
  planViolence(f, policy, calendar, zone);

const id = fc.uuid();
export const moment = fc
  .integer({ min: -30 * 24 * 60, max: 2 * 365 * 24 * 60 })
  .map((minutes) => at(OPENED).add({ minutes }));
const day = fc
  .integer({ min: -30, max: 700 })
  .map((days) => Temporal.PlainDate.from('2026-03-02').add({ days }));
export const anyFacts: fc.Arbitrary<ViolenceFacts> = fc
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
      { maxLength: 6 },
    ),
    assessments: fc.array(
      fc.record({ id, level: fc.constantFrom(...RISK_LEVELS), occurredAt: moment }),
      { maxLength: 6 },
    ),
    measures: fc.array(
      fc.record({
        id,
        state: fc.constantFrom(...MEASURE_STATES),
        grantedOn: fc.option(day),
        expiresOn: fc.option(day),
        renewsId: fc.constant(null as string | null),
        endedAt: fc.option(moment),
        askedOn: day,
      }),
      { maxLength: 4 },
    ),
    returns: fc.array(
      fc.record({
        id,
        returnedAt: moment,
        followUps: fc.array(
          fc.record({ id, occurredAt: moment, finding: fc.constantFrom(...FOLLOW_UP_FINDINGS) }),
          { maxLength: 3 },
        ),
      }),
      { maxLength: 2 },
    ),
  })
  .chain((parts) =>
    fc.array(fc.nat(), { minLength: 4, maxLength: 4 }).map((picks) => ({
      caseId: '0199c000-0000-7000-8000-000000000001',
      openedAt: at(OPENED),
      ...parts,
      measures: parts.measures.map((m, i) =>
        i > 0 && picks[i]! % 2 === 0 ? { ...m, renewsId: parts.measures[picks[i]! % i]!.id } : m,
      ),
    })),
  );
export const anyZone = fc.constantFrom(
  'Pacific/Auckland',
  'Europe/Madrid',
  'America/Santiago',
  'UTC',
);
