import fc from 'fast-check';
import { Temporal } from '@js-temporal/polyfill';
import { at, facts, NOTICE, policy, weekdays } from '../../../../test/factories/detention-facts';
import { CONTACT_KINDS, CONTACT_OUTCOMES, CONTACT_PARTIES } from './contact';
import type { DetentionFacts } from './detention-facts';
import { HARSHNESS, FACILITY_KINDS } from './facility';
import { WISHES, WISH_SUBJECTS } from './notice';
import { planDetention } from './plan-detention';
import { isClosingStage, STAGE_TRANSITIONS, type Stage } from './stage';
import { stageAt } from './stage-history';

const ZONES = [
  'Pacific/Auckland',
  'Europe/Madrid',
  'America/Santiago',
  'Asia/Kathmandu',
  'Pacific/Honolulu',
];
const FACTORS = ['pregnant', 'serious_illness', 'disability', 'destitute'];

/** Minutes after the notice, within three years. */
const moment = fc
  .integer({ min: 0, max: 3 * 365 * 24 * 60 })
  .map((minutes) => at(NOTICE).add({ minutes }));
const id = fc.uuid();

/** A walk along the transition table, at growing instants. */
const stages = fc
  .tuple(
    fc.constantFrom<Stage>('arrested', 'pretrial', 'immigration_detention'),
    fc.array(fc.tuple(fc.nat(), moment, id), { maxLength: 6 }),
    id,
  )
  .map(([first, steps, firstId]) => {
    const walk = [
      { id: firstId, stage: first, occurredAt: at('2026-03-01T00:00:00Z'), replaces: null },
    ];
    const instants = steps.map(([, instant]) => instant).sort(Temporal.Instant.compare);
    steps.forEach(([pick, , stepId], i) => {
      const next: readonly Stage[] = STAGE_TRANSITIONS[walk.at(-1)!.stage];
      if (next.length > 0) {
        walk.push({
          id: stepId,
          stage: next[pick % next.length]!,
          occurredAt: instants[i]!,
          replaces: null,
        });
      }
    });
    return walk;
  });

const anyFacts: fc.Arbitrary<DetentionFacts> = fc
  .record({
    stages,
    birthDate: fc.option(
      fc
        .integer({ min: 1940, max: 2024 })
        .map((y) => Temporal.PlainDate.from({ year: y, month: 2, day: 28 })),
    ),
    vulnerability: fc.subarray(FACTORS),
    contacts: fc.array(
      fc.record({
        id,
        kind: fc.constantFrom(...CONTACT_KINDS),
        withWhom: fc.constantFrom(...CONTACT_PARTIES),
        outcome: fc.constantFrom(...CONTACT_OUTCOMES),
        evidence: fc.option(fc.constant('p. 3')),
        occurredAt: moment,
      }),
      { maxLength: 12 },
    ),
    wishes: fc.array(
      fc.record({
        id,
        subject: fc.constantFrom(...WISH_SUBJECTS),
        wish: fc.constantFrom(...WISHES),
        occurredAt: moment,
      }),
      { maxLength: 6 },
    ),
    stays: fc.array(
      fc.record({
        facilityId: id,
        kind: fc.constantFrom(...FACILITY_KINDS),
        harshness: fc.constantFrom(...HARSHNESS),
        country: fc.constantFrom('ES', 'US', 'NZ'),
        since: moment,
      }),
      { maxLength: 3 },
    ),
    notesVerbales: fc.array(
      fc.record({
        id,
        contactId: fc.constant(null),
        followsId: fc.constant(null),
        sentAt: moment,
        repliedAt: fc.constant(null),
        explainedAt: fc.constant(null),
      }),
      { maxLength: 2 },
    ),
  })
  .map((parts) => facts(parts));

const anyZone = fc.constantFrom(...ZONES);
const plan = (f: DetentionFacts, zone: string) => planDetention(f, policy, weekdays, zone);
const WATCHES_THE_PERSON = ['first_visit', 'periodic_visit', 'visit_attempt', 'wish_review'];

/** The end an officer has come to, whatever else happened at that very instant. */
const isOpenDetention = (f: DetentionFacts): boolean => !isClosingStage(stageAt(f.stages));

describe('planning a detention, whatever happened', () => {
  it('watches over the person with exactly one open duty while the detention lasts, none after it', () => {
    fc.assert(
      fc.property(anyFacts, anyZone, (f, zone) => {
        const open = plan(f, zone).filter(
          (d) => d.state === 'open' && WATCHES_THE_PERSON.includes(d.kind),
        );
        expect(open).toHaveLength(isOpenDetention(f) ? 1 : 0);
      }),
    );
  });

  it('never puts a due instant before its start', () => {
    fc.assert(
      fc.property(anyFacts, anyZone, (f, zone) => {
        for (const duty of plan(f, zone)) {
          expect(Temporal.Instant.compare(duty.startsAt, duty.due)).toBeLessThan(0);
        }
      }),
    );
  });

  it('never ends a duty before it starts', () => {
    fc.assert(
      fc.property(anyFacts, anyZone, (f, zone) => {
        for (const duty of plan(f, zone)) {
          if (duty.metAt)
            expect(Temporal.Instant.compare(duty.startsAt, duty.metAt)).toBeLessThanOrEqual(0);
        }
      }),
    );
  });

  it('never visits a more vulnerable person later', () => {
    fc.assert(
      fc.property(anyFacts, fc.subarray(FACTORS), anyZone, (f, more, zone) => {
        const frailer = { ...f, vulnerability: [...new Set([...f.vulnerability, ...more])] };
        const before = plan(f, zone);
        plan(frailer, zone).forEach((duty, i) => {
          expect(Temporal.Instant.compare(duty.due, before[i]!.due)).toBeLessThanOrEqual(0);
        });
      }),
    );
  });

  it('gives the same duties for the same facts in any order of recording', () => {
    fc.assert(
      fc.property(anyFacts, anyZone, (f, zone) => {
        const shuffled = {
          ...f,
          contacts: [...f.contacts].reverse(),
          wishes: [...f.wishes].reverse(),
          stages: [...f.stages].reverse(),
        };
        expect(plan(shuffled, zone)).toEqual(plan(f, zone));
      }),
    );
  });

  it('identifies every duty by its kind and anchor', () => {
    fc.assert(
      fc.property(anyFacts, anyZone, (f, zone) => {
        const keys = plan(f, zone).map((d) => `${d.kind} ${d.anchor}`);
        expect(new Set(keys).size).toBe(keys.length);
      }),
    );
  });

  it('only says when a duty ended if it ended', () => {
    fc.assert(
      fc.property(anyFacts, anyZone, (f, zone) => {
        for (const duty of plan(f, zone))
          expect(duty.state === 'open').toBe(duty.metAt === undefined);
      }),
    );
  });
});
