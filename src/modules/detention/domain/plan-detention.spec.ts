import {
  at,
  contact,
  facts,
  find,
  NOTICE,
  only,
  plan,
  weekdays,
  wish,
} from '../../../../test/factories/detention-facts';
import type { DetentionFacts } from './detention-facts';
import { detentionMilestones } from './plan-detention';

const VISIT = '2026-03-03T10:00:00Z';

describe('first contact', () => {
  it('is due 24 hours after the post was notified', () => {
    expect(only(plan(), 'first_contact')).toMatchObject({
      state: 'open',
      startsAt: at(NOTICE),
      due: at('2026-03-03T09:00:00Z'),
    });
  });

  it.each([
    ['a call', { kind: 'telephone' }, true],
    ['a video call', { kind: 'video' }, true],
    ['a visit', {}, true],
    ['a letter with proof', { kind: 'letter', evidence: 'AR 33' }, true],
    ['the person’s refusal', { outcome: 'refused_by_person' }, true],
    ['a letter without proof', { kind: 'letter' }, false],
    ['a denied access', { outcome: 'refused_by_authority' }, false],
    ['a person moved elsewhere', { outcome: 'person_moved' }, false],
    ['a talk with the family', { withWhom: 'family' }, false],
    ['a talk with the authority', { withWhom: 'authority', kind: 'telephone' }, false],
  ] as const)('with %s: met %#', (_, changes, qualifies) => {
    const duty = only(plan({ contacts: [contact('c', VISIT, changes)] }), 'first_contact');
    expect(duty.state).toBe(qualifies ? 'met' : 'open');
    if (qualifies) expect(duty).toMatchObject({ metAt: at(VISIT), metBy: 'c' });
  });
});

describe('family notification', () => {
  const yes = wish('w3', 'family', 'yes', '2026-03-03T10:00:00Z');

  it('is owed only from a wish on', () => {
    expect(find(plan(), 'family_notification')).toEqual([]);
    expect(only(plan({ wishes: [...facts().wishes, yes] }), 'family_notification').due).toEqual(
      at('2026-03-04T10:00:00Z'),
    );
  });

  it('is met by telling the family, and cancelled when the person changes their mind', () => {
    const wishes = [...facts().wishes, yes];
    const told = [{ id: 'n', occurredAt: at('2026-03-03T12:00:00Z') }];
    expect(only(plan({ wishes, familyNotifications: told }), 'family_notification').state).toBe(
      'met',
    );
    const withdrawn = [...wishes, wish('w4', 'family', 'no', '2026-03-03T11:00:00Z')];
    expect(only(plan({ wishes: withdrawn }), 'family_notification')).toMatchObject({
      state: 'cancelled',
      why: 'family_not_wanted',
    });
  });
});

describe('proceedings, expulsions and notes verbales', () => {
  const hearing = (notes: DetentionFacts['hearings'][number]['notes'] = []) => [
    { id: 'h', at: at('2026-03-06T10:00:00Z'), notes },
  ];

  it('follow a hearing within two business days', () => {
    const duty = only(plan({ hearings: hearing() }, weekdays), 'proceedings_follow_up');
    expect(duty).toMatchObject({
      startsAt: at('2026-03-06T10:00:00Z'),
      due: at('2026-03-11T00:00:00Z'),
    });
    const note = { id: 'n', outcome: 'held' as const, occurredAt: at('2026-03-06T16:00:00Z') };
    expect(only(plan({ hearings: hearing([note]) }), 'proceedings_follow_up').state).toBe('met');
  });

  it('ask nothing for a hearing that was called off before', () => {
    const note = { id: 'n', outcome: 'postponed' as const, occurredAt: at('2026-03-05T16:00:00Z') };
    expect(only(plan({ hearings: hearing([note]) }), 'proceedings_follow_up')).toMatchObject({
      state: 'cancelled',
      why: 'hearing_postponed',
    });
  });

  it('review an expulsion within 48 hours', () => {
    const expulsion = { id: 'e', notifiedAt: at(VISIT), reviews: [] };
    expect(only(plan({ expulsions: [expulsion] }), 'expulsion_review').due).toEqual(
      at('2026-03-05T10:00:00Z'),
    );
    const reviewed = {
      ...expulsion,
      reviews: [{ id: 'r', occurredAt: at('2026-03-04T10:00:00Z') }],
    };
    expect(only(plan({ expulsions: [reviewed] }), 'expulsion_review')).toMatchObject({
      state: 'met',
      metBy: 'r',
    });
  });

  it('await the reply to a note verbale, or a second note', () => {
    const note = {
      id: 'n1',
      contactId: null,
      followsId: null,
      sentAt: at(VISIT),
      repliedAt: null,
      explainedAt: null,
    };
    expect(only(plan({ notesVerbales: [note] }, weekdays), 'note_verbale_reply').due).toEqual(
      at('2026-03-18T00:00:00Z'),
    );
    const replied = { ...note, repliedAt: at('2026-03-05T10:00:00Z') };
    expect(only(plan({ notesVerbales: [replied] }), 'note_verbale_reply').state).toBe('met');
    const second = { ...note, id: 'n2', followsId: 'n1', sentAt: at('2026-03-17T10:00:00Z') };
    expect(
      find(plan({ notesVerbales: [note, second] }), 'note_verbale_reply').map((d) => d.state),
    ).toEqual(['met', 'open']);
    const explained = { ...note, explainedAt: at('2026-03-20T10:00:00Z') };
    expect(only(plan({ notesVerbales: [explained] }), 'note_verbale_reply').state).toBe('excused');
  });
});

describe('mistreatment', () => {
  it('informs the consul in 1 hour, headquarters in 4, and is assessed in 5 business days, all restricted', () => {
    const allegation = {
      id: 'm',
      reportedAt: at(VISIT),
      consulInformedAt: at('2026-03-03T10:30:00Z'),
      headquartersInformedAt: null,
      assessedAt: null,
      conclusion: null,
    };
    const duties = plan({ allegations: [allegation] }, weekdays).filter((d) =>
      d.kind.startsWith('mistreatment'),
    );
    expect(duties).toMatchObject([
      {
        kind: 'mistreatment_consul_informed',
        due: at('2026-03-03T11:00:00Z'),
        state: 'met',
        tier: 'restricted',
      },
      {
        kind: 'mistreatment_headquarters_informed',
        due: at('2026-03-03T14:00:00Z'),
        state: 'open',
        tier: 'restricted',
      },
      {
        kind: 'mistreatment_assessment',
        due: at('2026-03-11T00:00:00Z'),
        state: 'open',
        tier: 'restricted',
      },
    ]);
  });
});

describe('milestones', () => {
  it('come from events, in the order of the world', () => {
    const contacts = [
      contact('v2', '2026-03-20T10:00:00Z'),
      contact('c', VISIT, { kind: 'telephone' }),
      contact('v1', '2026-03-10T10:00:00Z'),
    ];
    expect(detentionMilestones(facts({ contacts }))).toEqual({
      firstContactAt: at(VISIT),
      lastVisitAt: at('2026-03-20T10:00:00Z'),
    });
    expect(detentionMilestones(facts())).toEqual({ firstContactAt: null, lastVisitAt: null });
  });
});
