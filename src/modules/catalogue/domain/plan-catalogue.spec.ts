import { Temporal } from '@js-temporal/polyfill';
import { FIRST_CATALOGUE } from '../../../../migrations/first-catalogue';
import type { Answer } from './answers';
import type { CatalogueFacts } from './catalogue-facts';
import { catalogueChecklist } from './checklist';
import { catalogueSchema, contentOf } from './content';
import { cataloguePlanner } from './plan-catalogue';

const CONTENT = catalogueSchema.parse(FIRST_CATALOGUE);
const at = (text: string) => Temporal.Instant.from(text);
const OPENED = at('2026-03-02T09:00:00Z');
const everyDay = { isWorkingDay: () => true } as never;

function facts(
  family: string,
  type: string,
  answers: Record<string, Answer> = {},
  more: Partial<CatalogueFacts> = {},
): CatalogueFacts {
  return {
    content: contentOf(CONTENT, family, type)!,
    openedAt: OPENED,
    answered: Object.fromEntries(
      Object.entries(answers).map(([code, value]) => [
        code,
        { id: `answer-${code}`, value, recordedAt: OPENED },
      ]),
    ),
    marks: [],
    actions: [],
    ...more,
  };
}
const action = (id: string, code: string, when: string) => ({
  id,
  action: code,
  occurredAt: at(when),
});
const planned = (given: CatalogueFacts) =>
  cataloguePlanner(given.content.family.code)
    .plan(given, {} as never, everyDay, 'Europe/Madrid')
    .map(({ kind, anchor, state, metBy }) =>
      [kind, anchor, state, metBy].filter(Boolean).join(' '),
    );

describe('duties that are data', () => {
  it('start with the case, when their conditions hold', () => {
    expect(planned(facts('health', 'hospitalisation', { care_setting: 'home' }))).toEqual([
      'health_first_contact start open',
    ]);
    expect(
      planned(facts('health', 'accident', { care_setting: 'hospital', family_wish: 'yes' })),
    ).toEqual([
      'health_first_contact start open',
      'health_hospital_follow_up start open',
      'health_family_notification start open',
    ]);
  });

  it('repeat from each meeting to the next, in the order of the world', () => {
    const actions = [
      action('a', 'call', '2026-03-03T09:00:00Z'),
      action('b', 'visit_in_person', '2026-03-08T09:00:00Z'),
    ];
    const given = facts('maritime', 'crew_assistance', { vessel: 'Kon Tiki' }, { actions });
    expect(planned(given)).toEqual([
      'maritime_first_contact start met a',
      'maritime_crew_follow_up start met a',
      'maritime_crew_follow_up a met b',
      'maritime_crew_follow_up b open',
    ]);
  });

  it('start on the day in a field, at its first instant in the zone of the post', () => {
    const given = facts('health', 'hospitalisation', {
      care_setting: 'hospital',
      discharged_on: '2026-03-05',
    });
    const duty = cataloguePlanner('health')
      .plan(given, {} as never, everyDay, 'Europe/Madrid')
      .find(({ kind }) => kind === 'health_discharge_follow_up')!;
    expect(duty.startsAt.toString()).toBe('2026-03-04T23:00:00Z');
    expect(duty.rule).toEqual({ unit: 'business_days', value: 3 });
  });

  it('are met by a mark, and open again when it is taken back', () => {
    const answers = { employer: 'X', documents_held: true };
    const mark = (done: boolean, id: string) => ({
      id,
      item: 'forced_labour_ruled_out',
      done,
      occurredAt: OPENED,
    });
    const check = (marks: CatalogueFacts['marks']) =>
      planned(facts('labour', 'labour_rights', answers, { marks })).find((text) =>
        text.startsWith('labour_forced'),
      );
    expect(check([])).toBe('labour_forced_labour_check start open');
    expect(check([mark(true, 'm1')])).toBe('labour_forced_labour_check start met m1');
    expect(check([mark(true, 'm1'), mark(false, 'm2')])).toBe(
      'labour_forced_labour_check start open',
    );
  });

  it('tell contact and visit apart, and attention from orientation', () => {
    const actions = [
      action('a', 'call', '2026-03-03T09:00:00Z'),
      action('b', 'visit_video', '2026-03-04T09:00:00Z'),
      action('c', 'call', '2026-03-05T09:00:00Z'),
    ];
    const planner = cataloguePlanner('health');
    expect(planner.milestones(facts('health', 'accident', {}, { actions }))).toEqual({
      firstContactAt: at('2026-03-03T09:00:00Z'),
      lastVisitAt: at('2026-03-04T09:00:00Z'),
    });
    const ofAttention = planner.ofAttention as (given: CatalogueFacts) => boolean;
    expect(ofAttention(facts('health', 'accident'))).toBe(true);
    expect(ofAttention(facts('legal_orientation', 'civil'))).toBe(false);
  });
});

describe('the checklist', () => {
  it('shows what applies, and the fields that closing waits for', () => {
    const given = facts('health', 'hospitalisation', { care_setting: 'home', can_decide: 'no' });
    const steps = catalogueChecklist(given);
    expect(steps.map(({ code }) => code)).toEqual([
      'spoken_to',
      'cover_known',
      'report_kept',
      'field.decides_for',
    ]);
    expect(steps.filter(({ required }) => required).map(({ code }) => code)).toEqual([
      'spoken_to',
      'field.decides_for',
    ]);
  });
});
