import { Temporal } from '@js-temporal/polyfill';
import { FIRST_POLICY } from '../../migrations/1764000000401-seed-obligation-policy';
import { planDetention } from '../../src/modules/detention/domain/plan-detention';
import type { Policy, WorkingCalendar } from '../../src/modules/obligations';
import type {
  DatedContact,
  DetentionFacts,
} from '../../src/modules/detention/domain/detention-facts';

export const at = (iso: string): Temporal.Instant => Temporal.Instant.from(iso);
export const NOTICE = '2026-03-02T09:00:00Z';

/** Monday to Friday, no holidays. */
export const weekdays: WorkingCalendar = { isWorkingDay: (day) => day.dayOfWeek <= 5 };
/** Every day is worked, so that days are only counted. */
export const everyDay: WorkingCalendar = { isWorkingDay: () => true };

/** The first version of the policy, as every register starts with it. */
export const policy = { version: 1, ...FIRST_POLICY } as unknown as Policy;

/** A detention just logged: in pretrial, visits wanted, nothing done yet. */
export const facts = (changes: Partial<DetentionFacts> = {}): DetentionFacts => ({
  postNotifiedAt: at(NOTICE),
  country: 'ES',
  birthDate: Temporal.PlainDate.from('1990-05-14'),
  vulnerability: [],
  stages: [
    { id: 'stage-1', stage: 'pretrial', occurredAt: at('2026-03-01T20:00:00Z'), replaces: null },
  ],
  stays: [],
  wishes: [
    { id: 'wish-1', subject: 'visit', wish: 'yes', occurredAt: at(NOTICE) },
    { id: 'wish-2', subject: 'family', wish: 'not_asked', occurredAt: at(NOTICE) },
  ],
  contacts: [],
  familyNotifications: [],
  notesVerbales: [],
  hearings: [],
  expulsions: [],
  allegations: [],
  ...changes,
});

export const contact = (
  id: string,
  occurredAt: string,
  changes: Partial<DatedContact> = {},
): DatedContact => ({
  id,
  kind: 'in_person',
  withWhom: 'detainee',
  outcome: 'done',
  evidence: null,
  occurredAt: at(occurredAt),
  ...changes,
});

export type PlannedDuty = ReturnType<typeof planDetention>[number];

/** The duties of `facts(changes)` under the first policy; every day is worked unless told. */
export const plan = (
  changes: Partial<DetentionFacts> = {},
  calendar: WorkingCalendar = everyDay,
): PlannedDuty[] => planDetention(facts(changes), policy, calendar, 'UTC');

export const find = (duties: readonly PlannedDuty[], kind: string): PlannedDuty[] =>
  duties.filter((duty) => duty.kind === kind);

/** The one duty of its kind. */
export function only(duties: readonly PlannedDuty[], kind: string): PlannedDuty {
  const found = find(duties, kind);
  if (found.length !== 1) throw new Error(`${found.length} duties of kind ${kind}, not one`);
  return found[0]!;
}

export const wish = (
  id: string,
  subject: 'visit' | 'family',
  value: 'yes' | 'no' | 'not_asked',
  when: string,
) => ({ id, subject, wish: value, occurredAt: at(when) });
