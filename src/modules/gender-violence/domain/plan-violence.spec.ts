import { Temporal } from '@js-temporal/polyfill';
import { at } from '../../../../test/factories/detention-facts';
import { OPENED, plan, violenceFacts as facts } from '../../../../test/factories/violence-facts';
import { reassessmentKind, violencePlanner } from './plan-violence';
import type { ViolenceFacts } from './violence-facts';

const openOf = (f: ViolenceFacts, kind: string) =>
  plan(f).filter((d) => d.kind === kind && d.state === 'open');
const due = (f: ViolenceFacts, kind: string) => openOf(f, kind).map((d) => d.due.toString());

describe('planning a case of gender violence', () => {
  it('owes a first contact and an assessment within a day of opening', () => {
    expect(due(facts(), 'first_contact')).toEqual(['2026-03-03T09:00:00Z']);
    expect(due(facts(), 'risk_assessment')).toEqual(['2026-03-03T09:00:00Z']);
  });

  it.each([
    ['extreme', '2026-03-04T10:00:00Z'],
    ['high', '2026-03-06T10:00:00Z'],
    ['moderate', '2026-03-18T00:00:00Z'],
    ['low', '2026-04-03T00:00:00Z'],
  ] as const)('assesses %s danger again by its level', (level, expected) => {
    const assessed = facts({
      assessments: [{ id: 'a', level, occurredAt: at('2026-03-03T10:00:00Z') }],
    });
    expect(due(assessed, reassessmentKind(level))).toEqual([expected]);
    expect(openOf(assessed, 'risk_assessment')).toEqual([]);
  });

  it('does not take for a contact whoever did not say the agreed word', () => {
    const reached = (codeWordGiven: boolean | null) =>
      facts({
        contacts: [
          {
            id: 'c',
            channel: 'telephone',
            outcome: 'reached',
            codeWordGiven,
            occurredAt: at('2026-03-02T10:00:00Z'),
          },
        ],
      });
    expect(openOf(reached(false), 'first_contact')).toHaveLength(1);
    expect(openOf(reached(true), 'first_contact')).toHaveLength(0);
    expect(openOf(reached(null), 'first_contact')).toHaveLength(0);
    expect(violencePlanner.milestones(reached(false)).firstContactAt).toBeNull();
  });

  it('is in contact from the start with whoever came in person', () => {
    expect(openOf(facts({ cameInPerson: true }), 'first_contact')).toHaveLength(0);
  });

  const measure = (changes: object = {}) => ({
    id: 'm',
    state: 'granted' as const,
    grantedOn: Temporal.PlainDate.from('2026-03-02'),
    expiresOn: Temporal.PlainDate.from('2026-05-31'),
    renewsId: null,
    endedAt: null,
    askedOn: Temporal.PlainDate.from('2026-03-02'),
    ...changes,
  });

  it('reminds before a protection measure expires', () => {
    const [renewal] = openOf(facts({ measures: [measure()] }), 'protection_measure_renewal');
    expect(renewal).toMatchObject({
      startsAt: at('2026-05-17T00:00:00Z'),
      due: at('2026-06-01T00:00:00Z'),
    });
  });

  it('is met by a renewal, unless it is refused, and ends with the measure', () => {
    const renewed = (state: 'requested' | 'refused') =>
      facts({
        measures: [measure(), measure({ id: 'n', state, renewsId: 'm', expiresOn: null })],
      });
    expect(openOf(renewed('requested'), 'protection_measure_renewal')).toHaveLength(0);
    expect(openOf(renewed('refused'), 'protection_measure_renewal')).toHaveLength(1);
    const ended = facts({ measures: [measure({ state: 'ended', endedAt: at(OPENED) })] });
    expect(plan(ended).find((d) => d.kind === 'protection_measure_renewal')).toMatchObject({
      state: 'cancelled',
      why: 'measure_ended',
    });
  });

  it('asks after the return until the person is safe', () => {
    const back = (finding?: 'safe' | 'needs_help') =>
      facts({
        returns: [
          {
            id: 'r',
            returnedAt: at('2026-04-01T12:00:00Z'),
            followUps: finding
              ? [{ id: 'f', occurredAt: at('2026-04-20T12:00:00Z'), finding }]
              : [],
          },
        ],
      });
    expect(due(back(), 'return_follow_up')).toEqual(['2026-05-02T00:00:00Z']);
    expect(due(back('needs_help'), 'return_follow_up')).toEqual(['2026-05-21T00:00:00Z']);
    expect(due(back('safe'), 'return_follow_up')).toEqual([]);
  });
});
