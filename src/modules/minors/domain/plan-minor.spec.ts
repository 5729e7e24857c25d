import { at, weekdays } from '../../../../test/factories/detention-facts';
import {
  day,
  guardianship,
  minorFacts as facts,
  plan,
} from '../../../../test/factories/minor-facts';
import type { AbductionFact, MinorFacts } from './minor-facts';

const open = (f: MinorFacts, kind: string) =>
  plan(f).filter((d) => d.kind === kind && d.state === 'open');
const due = (f: MinorFacts, kind: string) => open(f, kind).map((d) => d.due.toString());
const only = (f: MinorFacts, kind: string) => plan(f).find((d) => d.kind === kind)!;

const full = {
  id: 'i',
  stage: 'full',
  course: 'reunification',
  occurredAt: at('2026-03-20T10:00:00Z'),
} as const;

describe('planning a minor’s case', () => {
  it('owes a contact in 24 h, a first look in 72 h and a whole assessment in 30 days', () => {
    expect(due(facts(), 'first_contact')).toEqual(['2026-03-03T09:00:00Z']);
    expect(due(facts(), 'interests_preliminary')).toEqual(['2026-03-05T09:00:00Z']);
    expect(due(facts(), 'interests_full')).toEqual(['2026-04-02T00:00:00Z']);
  });

  it('looks again 90 days after a whole assessment, by its course; a first look ends only the first', () => {
    const first = { ...full, id: 'p', stage: 'preliminary' } as const;
    expect(open(facts({ interests: [first] }), 'interests_full')).toHaveLength(1);
    const assessed = facts({ interests: [first, full] });
    expect(due(assessed, 'interests_review_reunification')).toEqual(['2026-06-19T00:00:00Z']);
    expect(open(assessed, 'interests_full')).toEqual([]);
  });

  it('verifies what is claimed and renews before it expires', () => {
    const claimed = guardianship({ state: 'claimed', decidedAt: null });
    expect(open(facts({ guardianships: [claimed] }), 'guardianship_verification')).toHaveLength(1);
    const expiring = guardianship({ expiresOn: day('2026-06-30') });
    const renewal = only(facts({ guardianships: [expiring] }), 'guardianship_renewal');
    expect([renewal.startsAt.toString(), renewal.due.toString()]).toEqual([
      '2026-05-31T00:00:00Z',
      '2026-07-01T00:00:00Z',
    ]);
    const revoked = { ...expiring, state: 'revoked', endedAt: at('2026-04-01T10:00:00Z') } as const;
    expect(only(facts({ guardianships: [revoked] }), 'guardianship_renewal')).toMatchObject({
      state: 'cancelled',
      why: 'revoked',
    });
  });

  it('sees the child in State care every 30 days until it ends, and follows each hearing', () => {
    const care = {
      id: 'c',
      since: day('2026-02-20'),
      endedAt: null,
      hearings: [{ id: 'h', at: at('2026-04-10T09:00:00Z'), notedAt: null, outcome: null }],
    };
    expect(due(facts({ care: [care] }), 'care_contact')).toEqual(['2026-04-02T00:00:00Z']);
    const reached = {
      id: 'k',
      channel: 'in_person',
      outcome: 'reached',
      codeWordGiven: null,
      occurredAt: at('2026-03-25T10:00:00Z'),
    };
    const seen = facts({ care: [care], contacts: [reached] });
    expect(due(seen, 'care_contact')).toEqual(['2026-04-25T00:00:00Z']);
    const hearing = plan(seen, 'UTC', weekdays).find((d) => d.kind === 'proceedings_follow_up')!;
    expect(hearing.due.toString()).toBe('2026-04-15T00:00:00Z');
    const ended = facts({ care: [{ ...care, endedAt: at('2026-03-26T10:00:00Z') }] });
    expect(only(ended, 'care_contact')).toMatchObject({ state: 'cancelled', why: 'care_ended' });
  });

  it('counts six weeks from the application, and warns before the year is over (1980 arts. 11, 12)', () => {
    const abduction: AbductionFact = {
      id: 'a',
      route: 'hague_1980',
      takenOn: day('2026-01-15'),
      toldAt: at(facts().openedAt.toString()),
      replacedAt: null,
      steps: [{ id: 's', step: 'application_filed', decision: null, on: day('2026-03-02') }],
    };
    const asked = facts({ abductions: [abduction] });
    expect(due(asked, 'hague_decision')).toEqual(['2026-04-14T00:00:00Z']);
    const year = only(asked, 'hague_one_year');
    expect([year.startsAt.toString(), year.due.toString()]).toEqual([
      '2026-11-15T00:00:00Z',
      '2027-01-15T00:00:00Z',
    ]);
    const begun = {
      id: 't',
      step: 'proceedings_begun',
      decision: null,
      on: day('2026-03-09'),
    } as const;
    const heard = facts({ abductions: [{ ...abduction, steps: [...abduction.steps, begun] }] });
    expect(only(heard, 'hague_one_year').state).toBe('met');
    expect(only(heard, 'hague_decision').state).toBe('open');
  });

  it('asks for a démarche where the convention does not bind both, then for its answer', () => {
    const abduction: AbductionFact = {
      id: 'a',
      route: 'diplomatic',
      takenOn: day('2026-01-15'),
      toldAt: at('2026-03-02T09:00:00Z'),
      replacedAt: null,
      steps: [],
    };
    const kinds = (steps: AbductionFact['steps']) =>
      plan(facts({ abductions: [{ ...abduction, steps }] }))
        .filter(({ state, kind }) => state === 'open' && /demarche|verbale|hague/.test(kind))
        .map(({ kind }) => kind);
    expect(kinds([])).toEqual(['abduction_demarche']);
    const demarche = { id: 'd', step: 'demarche', decision: null, on: day('2026-03-05') } as const;
    expect(kinds([demarche])).toEqual(['note_verbale_reply']);
    const answered = {
      ...demarche,
      id: 'e',
      step: 'demarche_answered',
      on: day('2026-03-09'),
    } as const;
    expect(kinds([demarche, answered])).toEqual([]);
  });

  it('follows a reunification after 30 days until the child is safe', () => {
    const reunion = { id: 'r', occurredAt: at('2026-04-01T10:00:00Z'), followUps: [] };
    expect(due(facts({ reunions: [reunion] }), 'reunification_follow_up')).toEqual([
      '2026-05-02T00:00:00Z',
    ]);
  });

  it('owes what follows from the day on which the child is of age', () => {
    const grown = { ...facts().age, birthDate: day('2008-03-10') };
    const duty = only(facts({ age: grown }), 'coming_of_age');
    expect([duty.startsAt.toString(), duty.due.toString(), duty.state]).toEqual([
      '2026-03-10T00:00:00Z',
      '2026-04-10T00:00:00Z',
      'open',
    ]);
    const handed = { id: 'o', occurredAt: at('2026-03-12T10:00:00Z') };
    expect(only(facts({ age: grown, comingsOfAge: [handed] }), 'coming_of_age').state).toBe('met');
  });
});
