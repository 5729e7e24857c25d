import { Temporal } from '@js-temporal/polyfill';
import {
  at,
  contact,
  facts,
  find,
  only,
  plan,
  weekdays,
  wish,
  type PlannedDuty,
} from '../../../../test/factories/detention-facts';
import type { DetentionFacts, StayFact } from './detention-facts';
import { VISIT_DUTIES } from './plan-detention';
import type { Stage } from './stage';

const openVisits = (duties: readonly PlannedDuty[]) =>
  duties.filter((d) => (VISIT_DUTIES as readonly string[]).includes(d.kind) && d.state === 'open');
const stay = (changes: Partial<StayFact> = {}): StayFact => ({
  facilityId: 'facility',
  kind: 'prison',
  harshness: 'standard',
  country: 'ES',
  since: at('2026-03-01T20:00:00Z'),
  ...changes,
});
const VISIT = '2026-03-03T10:00:00Z';

describe('visits', () => {
  it('start with one within 48 hours', () => {
    expect(only(plan(), 'first_visit').due).toEqual(at('2026-03-04T09:00:00Z'));
  });

  it('go on from the last visit', () => {
    const duties = plan({
      contacts: [contact('v1', VISIT), contact('v2', '2026-03-20T10:00:00Z')],
    });
    expect(only(duties, 'first_visit')).toMatchObject({ state: 'met', metBy: 'v1' });
    expect(find(duties, 'periodic_visit')).toMatchObject([
      { anchor: 'v1', state: 'met', metBy: 'v2' },
      { anchor: 'v2', state: 'open', due: at('2026-04-20T00:00:00Z') },
    ]);
  });

  it('are not met by a call', () => {
    expect(
      openVisits(plan({ contacts: [contact('c', VISIT, { kind: 'telephone' })] })),
    ).toMatchObject([{ kind: 'first_visit' }]);
  });

  it.each([
    ['arrested', 30],
    ['pretrial', 30],
    ['on_trial', 30],
    ['bail', 30],
    ['appeal_pending', 30],
    ['sentenced', 90],
    ['parole', 90],
    ['suspended_sentence', 90],
    ['immigration_detention', 7],
    ['pending_expulsion', 7],
  ] as [Stage, number][])('of a person %s come every %d days', (stage, days) => {
    const duties = plan({
      stages: [{ id: 's', stage, occurredAt: at('2026-03-01T20:00:00Z'), replaces: null }],
      contacts: [contact('v', VISIT)],
    });
    expect(only(duties, 'periodic_visit').rule).toEqual({ unit: 'days', value: days });
  });

  it.each<[string, Partial<DetentionFacts>, number]>([
    ['in a harsh prison', { stays: [stay({ harshness: 'harsh' })] }, 15],
    ['in hospital', { stays: [stay({ kind: 'hospital' })] }, 7],
    ['in a harsh hospital', { stays: [stay({ kind: 'hospital', harshness: 'harsh' })] }, 3],
    ['a minor', { birthDate: Temporal.PlainDate.from('2009-01-01') }, 14],
    ['over 65', { birthDate: Temporal.PlainDate.from('1959-01-01') }, 14],
    ['pregnant', { vulnerability: ['pregnant'] }, 14],
    ['seriously ill', { vulnerability: ['serious_illness'] }, 14],
  ])('of a person %s come sooner', (_, changes, days) => {
    expect(
      only(plan({ ...changes, contacts: [contact('v', VISIT)] }), 'periodic_visit').rule.value,
    ).toBe(days);
  });

  it('come every 14 days once mistreatment is alleged, unless it proves unfounded', () => {
    const allegation = {
      id: 'm',
      reportedAt: at('2026-03-05T10:00:00Z'),
      consulInformedAt: null,
      headquartersInformedAt: null,
      assessedAt: null,
      conclusion: null,
    };
    const contacts = [contact('v', VISIT)];
    const every = (a: object) =>
      only(plan({ contacts, allegations: [{ ...allegation, ...a }] }), 'periodic_visit').rule.value;
    expect(every({})).toBe(14);
    expect(every({ assessedAt: at('2026-03-06T10:00:00Z'), conclusion: 'credible' })).toBe(14);
    expect(every({ assessedAt: at('2026-03-06T10:00:00Z'), conclusion: 'unfounded' })).toBe(30);
  });

  it('follow the stage of the time for what is past and the newest for what is open', () => {
    const duties = plan({
      stages: [
        ...facts().stages,
        { id: 's2', stage: 'sentenced', occurredAt: at('2026-03-25T10:00:00Z'), replaces: null },
      ],
      contacts: [contact('v1', VISIT), contact('v2', '2026-03-20T10:00:00Z')],
    });
    expect(find(duties, 'periodic_visit').map((d) => d.rule.value)).toEqual([30, 90]);
  });

  it('move back to the working day before, never before their start', () => {
    const contacts = [contact('v', '2026-03-06T10:00:00Z')];
    expect(only(plan({ contacts }, weekdays), 'periodic_visit').due).toEqual(
      at('2026-04-04T00:00:00Z'),
    );
  });

  it('are excused when the authority denies access; a note and a new attempt fall due', () => {
    const denial = contact('d', VISIT, { outcome: 'refused_by_authority' });
    const duties = plan({ contacts: [denial] });
    expect(only(duties, 'first_visit')).toMatchObject({
      state: 'excused',
      why: 'access_denied',
      metBy: 'd',
    });
    expect(only(duties, 'visit_attempt')).toMatchObject({
      anchor: 'd',
      state: 'open',
      due: at('2026-03-11T00:00:00Z'),
    });
    expect(only(duties, 'note_verbale')).toMatchObject({ anchor: 'd', state: 'open' });
    const after = plan({ contacts: [denial, contact('v', '2026-03-09T10:00:00Z')] });
    expect(only(after, 'visit_attempt')).toMatchObject({ state: 'met', metBy: 'v' });
    expect(only(after, 'periodic_visit')).toMatchObject({ anchor: 'v', state: 'open' });
  });

  it('are cancelled when the person opposes them; the wish is reviewed in 30 days', () => {
    const no = wish('w3', 'visit', 'no', VISIT);
    const duties = plan({ wishes: [...facts().wishes, no] });
    expect(only(duties, 'first_visit')).toMatchObject({
      state: 'cancelled',
      why: 'visits_opposed',
    });
    expect(only(duties, 'wish_review')).toMatchObject({
      anchor: 'w3',
      state: 'open',
      due: at('2026-04-03T00:00:00Z'),
    });
    expect(openVisits(duties)).toEqual([]);

    const still = plan({
      wishes: [...facts().wishes, no, wish('w4', 'visit', 'no', '2026-04-01T10:00:00Z')],
    });
    expect(find(still, 'wish_review').map((d) => d.state)).toEqual(['met', 'open']);

    const again = plan({
      wishes: [...facts().wishes, no, wish('w4', 'visit', 'yes', '2026-04-01T10:00:00Z')],
    });
    expect(openVisits(again)).toMatchObject([
      { kind: 'first_visit', anchor: 'w4', due: at('2026-04-03T10:00:00Z') },
    ]);
  });

  it('end with the detention and start again with a recapture', () => {
    const stages = [
      ...facts().stages,
      {
        id: 's2',
        stage: 'escaped' as const,
        occurredAt: at('2026-03-10T10:00:00Z'),
        replaces: null,
      },
    ];
    const contacts = [contact('v', VISIT)];
    const ended = plan({ stages, contacts });
    expect(openVisits(ended)).toEqual([]);
    expect(only(ended, 'periodic_visit')).toMatchObject({
      state: 'cancelled',
      why: 'detention_ended',
    });
    const back = plan({
      stages: [
        ...stages,
        { id: 's3', stage: 'arrested', occurredAt: at('2026-03-20T10:00:00Z'), replaces: null },
      ],
      contacts,
    });
    expect(openVisits(back)).toMatchObject([{ kind: 'periodic_visit', anchor: 's3' }]);
  });
});
