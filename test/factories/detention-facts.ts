import { Temporal } from '@js-temporal/polyfill';
import { FIRST_POLICY } from '../../migrations/1764000000401-seed-obligation-policy';
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
