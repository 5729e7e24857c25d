import fc from 'fast-check';
import { FIRST_POLICY } from '../../migrations/1764000000401-seed-obligation-policy';
import { DEATH_CASE_TYPES } from '../../src/modules/death/domain/death';
import type { DeathFacts } from '../../src/modules/death/domain/death-facts';
import { planDeath } from '../../src/modules/death/domain/plan-death';
import { WAYS } from '../../src/modules/death/domain/remains';
import type { Policy } from '../../src/modules/obligations';
import { at, everyDay } from './detention-facts';

export const OPENED = '2026-03-02T09:00:00Z';
const length = (unit: string, value: number) => ({ unit, value, source: 'test' });
export const deathPolicy = {
  version: 1,
  ...FIRST_POLICY,
  durations: {
    ...FIRST_POLICY.durations,
    kin_informed: length('hours', 24),
    custody_headquarters_informed: length('hours', 4),
    remains_decision: length('hours', 72),
    remains_documents: length('business_days', 10),
    remains_at_rest: length('days', 15),
    death_registration: length('days', 30),
    inquiry_follow_up: length('days', 30),
    estate_headquarters_informed: length('business_days', 3),
    estate_hand_over: length('days', 90),
  },
} as unknown as Policy;

export const deathFacts = (changes: Partial<DeathFacts> = {}): DeathFacts => ({
  caseId: '0199c000-0000-7000-8000-000000000002',
  type: 'repatriation_of_remains',
  country: 'ES',
  openedAt: at(OPENED),
  manner: 'natural',
  identification: 'presumed',
  heirs: 'not_asked',
  inquiryKnownAt: null,
  custodyKnownAt: null,
  noHeirsKnownAt: null,
  kin: [],
  decisions: [],
  pendingDocuments: ['death_certificate'],
  documentsAt: null,
  rests: [],
  registrations: [],
  inquiries: [],
  necropsies: 0,
  reports: [],
  effects: [],
  ...changes,
});
export const planOf = (f: DeathFacts, zone = 'UTC', calendar = everyDay) =>
  planDeath(f, deathPolicy, calendar, zone);

const id = fc.uuid();
const moment = fc
  .integer({ min: -10 * 24 * 60, max: 400 * 24 * 60 })
  .map((minutes) => at(OPENED).add({ minutes }));
const dated = { id, occurredAt: moment };
const few = <T>(one: fc.Arbitrary<T>) => fc.array(one, { maxLength: 3 });

export const anyDeath: fc.Arbitrary<DeathFacts> = fc
  .record({
    type: fc.constantFrom(...DEATH_CASE_TYPES),
    heirs: fc.constantFrom('not_asked' as const, 'known' as const, 'unknown' as const),
    inquiryKnownAt: fc.option(moment),
    custodyKnownAt: fc.option(moment),
    noHeirsKnownAt: fc.option(moment),
    kin: few(
      fc.record({ ...dated, outcome: fc.constantFrom('told' as const, 'impossible' as const) }),
    ),
    decisions: few(fc.record({ ...dated, way: fc.constantFrom(...WAYS) })),
    pendingDocuments: few(fc.constant('death_certificate')),
    documentsAt: fc.option(fc.record(dated)),
    rests: few(fc.record(dated)),
    registrations: few(fc.record(dated)),
    inquiries: few(
      fc.record({
        id,
        openedAt: moment,
        concludedAt: fc.option(moment),
        contacts: few(fc.record(dated)),
      }),
    ),
    reports: few(
      fc.record({ ...dated, subject: fc.constantFrom('custody' as const, 'estate' as const) }),
    ),
    effects: few(fc.record({ id, takenAt: moment, handedOverAt: fc.option(moment) })),
  })
  .map((parts) => deathFacts(parts));
