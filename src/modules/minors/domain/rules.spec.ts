import fc from 'fast-check';
import { FIRST_HAGUE_STATES } from '../../../../migrations/1764000003202-seed-hague-states';
import { FIRST_INTERESTS } from '../../../../migrations/1764000003201-seed-interest-instrument';
import { isMinor } from '../../people';
import { questionnaireSchema } from '../../../platform/questionnaires/questionnaire';
import {
  anyAuthorisation,
  anyDay,
  anyGuardianship,
  authorisation,
  day,
  guardianship,
  minorFacts,
} from '../../../../test/factories/minor-facts';
import { at } from '../../../../test/factories/detention-facts';
import { binds, hagueStatesSchema, lastDayOfTheYear, routeOf } from './abduction';
import { minorChecklist } from './checklist';
import { comesOfAgeOn, isOfAge } from './child';
import { GUARDIANSHIP_STATES, GUARDIANSHIP_TRANSITIONS, mayBeTold } from './guardianship';
import { checkOpinion } from './interests';
import { missingForReunion } from './reunification';
import { mayTravel } from './travel';

describe('the age of a child', () => {
  const born = fc.integer({ min: 0, max: 9000 }).map((days) => day('2000-01-01').add({ days }));

  it('is of age on the very day on which the register says that nobody is a minor any more', () => {
    fc.assert(
      fc.property(born, (birthDate) => {
        const from = comesOfAgeOn({ birthDate, presumedAge: null, presumedOn: null })!;
        const minor = (on: typeof from) => isMinor(birthDate.toString(), on.toString());
        expect([minor(from.subtract({ days: 1 })), minor(from)]).toEqual([true, false]);
      }),
    );
  });

  it('is presumed from the day it was told, for the longest time that it may be', () => {
    const presumed = { birthDate: null, presumedAge: 16, presumedOn: day('2026-03-02') };
    expect(comesOfAgeOn(presumed)!.toString()).toBe('2028-03-02');
    expect(isOfAge({ ...presumed, presumedAge: null }, day('2040-01-01'))).toBe(false);
  });
});

describe('the opinion of the child', () => {
  it.each([
    ['full', 'not_reached', null, 'HEAR_THE_CHILD_FIRST'],
    ['full', 'heard', null, 'OPINION_NEEDED'],
    ['full', 'too_young', 'Quiere', 'CHILD_WAS_NOT_HEARD'],
  ] as const)('%s, %s, %s: %s', (stage, hearing, opinion, code) => {
    expect(checkOpinion({ stage, hearing, opinion })[0]?.code).toBe(code);
  });

  it('may wait in a first look, and is enough when it is known why the child was not heard', () => {
    expect(checkOpinion({ stage: 'preliminary', hearing: 'not_reached', opinion: null })).toEqual(
      [],
    );
    expect(checkOpinion({ stage: 'full', hearing: 'too_young', opinion: null })).toEqual([]);
  });
});

describe('who may be told', () => {
  const kept = { childId: 'child', ofAge: false, day: day('2026-03-02'), guardianships: [] };

  it('is nobody but the child and whoever is verified that day, whatever else is claimed', () => {
    fc.assert(
      fc.property(fc.array(anyGuardianship, { maxLength: 5 }), anyDay, (guardianships, on) => {
        const told = mayBeTold([{ ...kept, day: on, guardianships }], 'mother');
        const standing = guardianships.some(
          (g) =>
            g.personId === 'mother' &&
            g.state === 'verified' &&
            !g.replaced &&
            (!g.issuedOn || g.issuedOn.since(on).sign <= 0) &&
            (!g.expiresOn || g.expiresOn.since(on).sign >= 0),
        );
        expect(told).toBe(standing);
      }),
    );
  });

  it('is the child, never somebody who is not in the register, anybody once of age', () => {
    expect(mayBeTold([kept], 'child')).toBe(true);
    expect(mayBeTold([kept], null)).toBe(false);
    expect(mayBeTold([{ ...kept, ofAge: true }], null)).toBe(true);
    expect(mayBeTold([], 'anybody')).toBe(true);
  });

  it('needs a verified guardianship of each child', () => {
    const of = (childId: string, guardianships = [guardianship()]) => ({
      ...kept,
      childId,
      guardianships,
    });
    expect(mayBeTold([of('one'), of('two', [])], 'mother')).toBe(false);
    expect(mayBeTold([of('one'), of('one', [])], 'mother')).toBe(true);
  });

  it('goes from claimed to verified or rejected and to nothing that returns', () => {
    const reached = new Set(['claimed']);
    for (let i = 0; i < GUARDIANSHIP_STATES.length; i += 1) {
      for (const state of GUARDIANSHIP_STATES) {
        if (reached.has(state)) GUARDIANSHIP_TRANSITIONS[state].forEach((to) => reached.add(to));
      }
    }
    expect([...reached].sort()).toEqual([...GUARDIANSHIP_STATES].sort());
    expect(GUARDIANSHIP_TRANSITIONS.rejected).toEqual([]);
  });
});

describe('whether a child may travel', () => {
  const journey = { day: day('2026-03-10'), destination: 'PE' };
  const father = { id: 'b', personId: 'father' };
  const parents = [guardianship(), guardianship({ ...father, id: 'h' })];

  it.each([
    ['both parents', [authorisation(), authorisation(father)], parents, 'both_parents'],
    [
      'the one with sole custody',
      [authorisation()],
      [guardianship({ ground: 'custody_judgment', sole: true })],
      'sole_custody',
    ],
    [
      'the surviving parent',
      [authorisation(), authorisation({ ...father, kind: 'death_certificate' })],
      [guardianship()],
      'other_parent_dead',
    ],
    ['a court', [authorisation({ kind: 'court_order', personId: null })], [], 'court_order'],
  ] as const)('by %s', (_, authorisations, guardianships, ground) => {
    expect(mayTravel({ authorisations, guardianships }, journey)).toMatchObject({ ground });
  });

  it.each([
    ['nothing', [], parents, ['NO_AUTHORISATION']],
    ['one parent alone', [authorisation()], parents, ['SECOND_PARENT']],
    ['one who is not verified', [authorisation()], [], ['PARENT_NOT_VERIFIED', 'SECOND_PARENT']],
    [
      'one of two unverified',
      [authorisation(), authorisation(father)],
      [guardianship()],
      ['PARENT_NOT_VERIFIED'],
    ],
    ['another destination', [authorisation({ destination: 'ES' })], parents, ['NO_AUTHORISATION']],
    [
      'one that expired',
      [authorisation({ expiresOn: day('2026-03-09') })],
      parents,
      ['NO_AUTHORISATION'],
    ],
    [
      'sole custody not verified',
      [authorisation()],
      [guardianship({ sole: true, state: 'claimed' })],
      ['PARENT_NOT_VERIFIED', 'SECOND_PARENT'],
    ],
    [
      'the death of the same parent',
      [authorisation(), authorisation({ id: 'd', kind: 'death_certificate' })],
      [guardianship()],
      ['SECOND_PARENT'],
    ],
  ] as const)('not with %s', (_, authorisations, guardianships, missing) => {
    expect(mayTravel({ authorisations, guardianships }, journey)).toEqual({
      allowed: false,
      missing,
    });
  });

  it('never less when one more paper is there, and always says why not', () => {
    const facts = fc.record({
      authorisations: fc.array(anyAuthorisation, { maxLength: 4 }),
      guardianships: fc.array(anyGuardianship, { maxLength: 4 }),
    });
    fc.assert(
      fc.property(facts, anyAuthorisation, anyDay, (f, more, on) => {
        const before = mayTravel(f, { ...journey, day: on });
        const after = mayTravel(
          { ...f, authorisations: [...f.authorisations, more] },
          { ...journey, day: on },
        );
        if (before.allowed) expect(after.allowed).toBe(true);
        expect(before.allowed).toBe(before.missing.length === 0);
      }),
    );
  });
});

describe('the convention of 1980', () => {
  const states = hagueStatesSchema.parse(FIRST_HAGUE_STATES);

  it('binds contracting States in both directions, unless it is not in force between them', () => {
    expect([binds(states, 'PE', 'ES'), binds(states, 'ES', 'PE')]).toEqual([true, true]);
    expect(binds({ ...states, notBetween: [['ES', 'PE']] }, 'PE', 'ES')).toBe(false);
    expect([routeOf(states, 'PE', 'ES'), routeOf(states, 'PE', 'KW')]).toEqual([
      'hague_1980',
      'diplomatic',
    ]);
  });

  it('leaves less than one year to begin the proceedings', () => {
    expect(lastDayOfTheYear(day('2026-01-15')).toString()).toBe('2027-01-14');
  });
});

describe('handing the child to a family', () => {
  const interests = [
    { id: 'i', stage: 'full', course: 'reunification', occurredAt: at('2026-03-02T09:00:00Z') },
  ] as const;
  const relatives = [
    { id: 'r', personId: 'mother', state: 'verified', suitability: 'suitable' },
  ] as const;
  const ready = minorFacts({ interests, relatives, guardianships: [guardianship()] });
  const home = { relativeId: 'r', day: day('2026-03-10'), from: 'ES', to: 'ES' };

  it('waits for everything that it needs, and says what', () => {
    expect(missingForReunion(ready, home)).toEqual([]);
    expect(missingForReunion(minorFacts(), { ...home, to: 'PE' })).toEqual([
      'INTERESTS_SAY_OTHERWISE',
      'RELATIONSHIP_NOT_VERIFIED',
      'FAMILY_NOT_SUITABLE',
      'GUARDIANSHIP_NOT_VERIFIED',
      'NO_AUTHORISATION',
    ]);
    const bad = { ...relatives[0], suitability: 'not_suitable' } as const;
    expect(missingForReunion({ ...ready, relatives: [bad] }, home)).toEqual([
      'FAMILY_NOT_SUITABLE',
    ]);
    const other = [...interests, { ...interests[0], id: 'j', course: 'alternative_care' } as const];
    expect(missingForReunion({ ...ready, interests: other }, home)).toEqual([
      'INTERESTS_SAY_OTHERWISE',
    ]);
  });

  it('never crosses a border without an authorisation', () => {
    expect(missingForReunion(ready, { ...home, to: 'PE' })).toEqual(['NO_AUTHORISATION']);
    const authorised = { ...ready, authorisations: [authorisation({ kind: 'court_order' })] };
    expect(missingForReunion(authorised, { ...home, to: 'PE' })).toEqual([]);
  });
});

describe('the guided steps', () => {
  const nothing = { type: 'minor_at_risk', tracings: 0, careSteps: [] } as const;
  const required = (f = minorFacts(), on = '2026-03-02') =>
    minorChecklist(f, nothing, day(on))
      .filter((s) => s.required && !s.done)
      .map(({ code }) => code);

  it('ask for the whole assessment of a child, and of an adult only what follows', () => {
    expect(required()).toEqual(['interests_assessed']);
    expect(required(minorFacts(), '2040-01-01')).toEqual(['of_age_handed_over']);
  });

  it('wait for the end of State care, the decision on an abduction and the follow-up', () => {
    const f = minorFacts({
      care: [{ id: 'c', since: day('2026-03-01'), endedAt: null, hearings: [] }],
      abductions: [
        {
          id: 'a',
          route: 'diplomatic',
          takenOn: day('2026-01-01'),
          toldAt: at('2026-03-02T09:00:00Z'),
          replacedAt: null,
          steps: [],
        },
      ],
      reunions: [{ id: 'r', occurredAt: at('2026-03-02T09:00:00Z'), followUps: [] }],
    });
    expect(required(f)).toEqual([
      'interests_assessed',
      'state_care_ended',
      'abduction_decided',
      'reunification_followed_up',
    ]);
  });
});

describe('the first instrument', () => {
  it('is sound', () => {
    expect(questionnaireSchema.safeParse(FIRST_INTERESTS).success).toBe(true);
  });
});
