import fc from 'fast-check';
import { Temporal } from '@js-temporal/polyfill';
import { FIRST_POLICY } from '../../migrations/1764000000401-seed-obligation-policy';
import { MINOR_DUTY_LENGTHS } from '../../migrations/1764000003200-create-minors';
import {
  ABDUCTION_DECISIONS,
  ABDUCTION_ROUTES,
  ABDUCTION_STEPS,
} from '../../src/modules/minors/domain/abduction';
import {
  GUARDIANSHIP_GROUNDS,
  GUARDIANSHIP_STATES,
  type GuardianshipFact,
} from '../../src/modules/minors/domain/guardianship';
import { INTEREST_COURSES, INTEREST_STAGES } from '../../src/modules/minors/domain/interests';
import type { MinorFacts } from '../../src/modules/minors/domain/minor-facts';
import { planMinor } from '../../src/modules/minors/domain/plan-minor';
import { REUNIFICATION_FINDINGS } from '../../src/modules/minors/domain/reunification';
import { CARE_HEARING_OUTCOMES } from '../../src/modules/minors/domain/state-care';
import {
  AUTHORISATION_KINDS,
  type AuthorisationFact,
} from '../../src/modules/minors/domain/travel';
import type { Policy } from '../../src/modules/obligations';
import { ATTEMPT_OUTCOMES, CONTACT_CHANNELS } from '../../src/modules/people';
import { at, everyDay } from './detention-facts';

export const OPENED = '2026-03-02T09:00:00Z';
export const day = (iso: string): Temporal.PlainDate => Temporal.PlainDate.from(iso);

const policy = {
  version: 1,
  ...FIRST_POLICY,
  durations: { ...FIRST_POLICY.durations, ...MINOR_DUTY_LENGTHS },
} as unknown as Policy;

export const minorFacts = (changes: Partial<MinorFacts> = {}): MinorFacts => ({
  caseId: '0199c000-0000-7000-8000-000000000001',
  zone: 'UTC',
  country: 'ES',
  openedAt: at(OPENED),
  cameInPerson: false,
  age: { birthDate: day('2015-05-14'), presumedAge: null, presumedOn: null },
  contacts: [],
  interests: [],
  guardianships: [],
  authorisations: [],
  care: [],
  abductions: [],
  relatives: [],
  reunions: [],
  comingsOfAge: [],
  ...changes,
});

export const guardianship = (changes: Partial<GuardianshipFact> = {}): GuardianshipFact => ({
  id: 'g',
  personId: 'mother',
  ground: 'parental_authority',
  state: 'verified',
  sole: false,
  issuedOn: null,
  expiresOn: null,
  replaced: false,
  claimedAt: at(OPENED),
  decidedAt: at(OPENED),
  endedAt: null,
  ...changes,
});

export const authorisation = (changes: Partial<AuthorisationFact> = {}): AuthorisationFact => ({
  id: 'a',
  kind: 'parental',
  personId: 'mother',
  givenOn: day('2026-03-01'),
  expiresOn: null,
  destination: null,
  travelFrom: null,
  travelTo: null,
  revoked: false,
  ...changes,
});

export const plan = (f: MinorFacts, zone = 'UTC', calendar = everyDay) =>
  planMinor(f, policy, calendar, zone);

const id = fc.uuid();
export const moment = fc
  .integer({ min: -30 * 24 * 60, max: 2 * 365 * 24 * 60 })
  .map((minutes) => at(OPENED).add({ minutes }));
export const anyDay = fc
  .integer({ min: -400, max: 700 })
  .map((days) => day('2026-03-02').add({ days }));
const people = fc.constantFrom('mother', 'father', 'aunt');
const few = <T>(one: fc.Arbitrary<T>) => fc.array(one, { maxLength: 3 });

export const anyGuardianship: fc.Arbitrary<GuardianshipFact> = fc
  .record({
    id,
    personId: people,
    ground: fc.constantFrom(...GUARDIANSHIP_GROUNDS),
    state: fc.constantFrom(...GUARDIANSHIP_STATES),
    sole: fc.boolean(),
    issuedOn: fc.option(anyDay),
    expiresOn: fc.option(anyDay),
    replaced: fc.boolean(),
    claimedAt: moment,
    decidedAt: moment,
    endedAt: moment,
  })
  .map((g) => ({
    ...g,
    decidedAt: g.state === 'claimed' ? null : g.decidedAt,
    endedAt: g.replaced || g.state === 'revoked' ? g.endedAt : null,
  }));

export const anyAuthorisation: fc.Arbitrary<AuthorisationFact> = fc
  .record({
    id,
    kind: fc.constantFrom(...AUTHORISATION_KINDS),
    personId: people,
    givenOn: anyDay,
    expiresOn: fc.option(anyDay),
    destination: fc.constantFrom(null, 'PE', 'ES'),
    travelFrom: fc.option(anyDay),
    travelTo: fc.option(anyDay),
    revoked: fc.boolean(),
  })
  .map((a) => ({ ...a, personId: a.kind === 'court_order' ? null : a.personId }));

export const anyFacts: fc.Arbitrary<MinorFacts> = fc
  .record({
    cameInPerson: fc.boolean(),
    age: fc.record({
      birthDate: fc.option(
        fc.integer({ min: 0, max: 7000 }).map((d) => day('2006-01-01').add({ days: d })),
      ),
      presumedAge: fc.integer({ min: 0, max: 17 }),
      presumedOn: anyDay,
    }),
    contacts: few(
      fc.record({
        id,
        channel: fc.constantFrom(...CONTACT_CHANNELS),
        outcome: fc.constantFrom(...ATTEMPT_OUTCOMES),
        codeWordGiven: fc.constantFrom(null, true, false),
        occurredAt: moment,
      }),
    ),
    interests: few(
      fc.record({
        id,
        stage: fc.constantFrom(...INTEREST_STAGES),
        course: fc.constantFrom(...INTEREST_COURSES),
        occurredAt: moment,
      }),
    ),
    guardianships: few(anyGuardianship),
    authorisations: few(anyAuthorisation),
    care: fc.array(
      fc.record({
        id,
        since: anyDay,
        endedAt: fc.option(moment),
        hearings: few(
          fc
            .record({
              id,
              at: moment,
              notedAt: fc.option(moment),
              outcome: fc.constantFrom(...CARE_HEARING_OUTCOMES),
            })
            .map((h) => ({ ...h, outcome: h.notedAt && h.outcome })),
        ),
      }),
      { maxLength: 2 },
    ),
    abductions: fc.array(
      fc.record({
        id,
        route: fc.constantFrom(...ABDUCTION_ROUTES),
        takenOn: anyDay,
        toldAt: moment,
        replacedAt: fc.option(moment),
        steps: few(
          fc.record({
            id,
            step: fc.constantFrom(...ABDUCTION_STEPS),
            decision: fc.option(fc.constantFrom(...ABDUCTION_DECISIONS)),
            on: anyDay,
          }),
        ),
      }),
      { maxLength: 2 },
    ),
    reunions: fc.array(
      fc.record({
        id,
        occurredAt: moment,
        followUps: few(
          fc.record({
            id,
            occurredAt: moment,
            finding: fc.constantFrom(...REUNIFICATION_FINDINGS),
          }),
        ),
      }),
      { maxLength: 2 },
    ),
    comingsOfAge: fc.array(fc.record({ id, occurredAt: moment }), { maxLength: 1 }),
  })
  .map((parts) => minorFacts(parts as Partial<MinorFacts>));

export const anyZone = fc.constantFrom(
  'Pacific/Auckland',
  'Europe/Madrid',
  'America/Santiago',
  'UTC',
);
