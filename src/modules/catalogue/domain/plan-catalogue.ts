import { Temporal } from '@js-temporal/polyfill';
import { openDuty, type Duty, type DutyPlanner, type WorkingCalendar } from '../../obligations';
import { holds, visibleAnswers, type Answers } from './answers';
import { answersOf, type CatalogueFacts } from './catalogue-facts';
import { markOf } from './checklist';
import { dutyKind, type DutyRule } from './content';

/** Direct contact with the person, and the kinds of it that are visits. */
const VISITS = ['visit_in_person', 'visit_video'];
const CONTACTS = [...VISITS, 'call'];

interface Met {
  id: string;
  at: Temporal.Instant;
}

const byTime = (a: Met, b: Met): number => Temporal.Instant.compare(a.at, b.at);

/** What met the rule, oldest first. */
function meetings(rule: DutyRule, facts: CatalogueFacts): Met[] {
  const { metBy } = rule;
  if (metBy.by === 'field') {
    const fact = facts.answered[metBy.field];
    return fact ? [{ id: fact.id, at: fact.recordedAt }] : [];
  }
  if (metBy.by === 'action') return actionsOf(metBy.actions, facts);
  const item = facts.content.checklist.find(({ code }) => code === metBy.item);
  if (item?.metBy.by === 'action') return actionsOf(item.metBy.actions, facts);
  if (item?.metBy.by === 'field') {
    const fact = facts.answered[item.metBy.field];
    return fact ? [{ id: fact.id, at: fact.recordedAt }] : [];
  }
  const mark = markOf(facts, metBy.item);
  return mark ? [{ id: mark.id, at: mark.occurredAt }] : [];
}

const actionsOf = (codes: readonly string[], facts: CatalogueFacts): Met[] =>
  facts.actions
    .filter(({ action }) => codes.includes(action))
    .map(({ id, occurredAt }) => ({ id, at: occurredAt }))
    .sort(byTime);

/** When the rule starts; null while its field is empty. A civil date starts with its first instant. */
function startOf(
  rule: DutyRule,
  facts: CatalogueFacts,
  answers: Answers,
  zone: string,
): Temporal.Instant | null {
  if (rule.starts.on === 'opening') return facts.openedAt;
  const value = answers[rule.starts.field];
  if (typeof value !== 'string') return null;
  return value.length === 10
    ? Temporal.PlainDate.from(value).toZonedDateTime(zone).toInstant()
    : Temporal.Instant.from(value);
}

function plan(facts: CatalogueFacts, calendar: WorkingCalendar, zone: string): Duty[] {
  const answers = visibleAnswers(facts.content.fields, answersOf(facts));
  return facts.content.duties
    .filter(({ when }) => holds(when, answers))
    .flatMap((rule) => {
      const start = startOf(rule, facts, answers, zone);
      return start ? dutiesOf(rule, start, facts, calendar, zone) : [];
    });
}

/**
 * One duty, or a chain of them for a rule that repeats: each meeting ends one and starts the next. A
 * rule that starts on a day in a field is not met by what was done before that day.
 */
function dutiesOf(
  rule: DutyRule,
  start: Temporal.Instant,
  facts: CatalogueFacts,
  calendar: WorkingCalendar,
  zone: string,
): Duty[] {
  const kind = dutyKind(facts.content.family.code, rule.code);
  const qualifying = meetings(rule, facts).filter(
    ({ at }) =>
      rule.starts.on === 'opening' ||
      rule.metBy.by !== 'action' ||
      Temporal.Instant.compare(at, start) >= 0,
  );
  const open = (anchor: string, from: Temporal.Instant): Duty =>
    openDuty(kind, anchor, from, rule.within, calendar, zone);
  const met = (duty: Duty, by: Met): Duty => ({
    ...duty,
    state: 'met',
    metAt: by.at,
    metBy: by.id,
  });
  const [first, ...later] = qualifying;
  const opening = open('start', start);
  if (!first) return [opening];
  if (!rule.repeats) return [met(opening, first)];
  const duties = [met(opening, first)];
  let previous = first;
  for (const next of later) {
    duties.push(met(open(previous.id, previous.at), next));
    previous = next;
  }
  return [...duties, open(previous.id, previous.at)];
}

const newest = (instants: readonly Met[]): Temporal.Instant | null => instants.at(-1)?.at ?? null;

/**
 * The rules of a family that the catalogue serves: every duty with its length comes from the version
 * under which the case was opened, so the ledger's policy adds none.
 */
export const cataloguePlanner = (family: string): DutyPlanner<CatalogueFacts> => ({
  family,
  kinds: [],
  visitKinds: [],
  ofAttention: (facts) => facts.content.type.attention,
  plan: (facts, _policy, calendar, zone) => plan(facts, calendar, zone),
  milestones: (facts) => ({
    firstContactAt: actionsOf(CONTACTS, facts)[0]?.at ?? null,
    lastVisitAt: newest(actionsOf(VISITS, facts)),
  }),
});
