import { Temporal } from '@js-temporal/polyfill';
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

const source = 'test';
const hours = (value: number) => ({ unit: 'hours' as const, value, source });
const days = (value: number) => ({ unit: 'days' as const, value, source });
const businessDays = (value: number) => ({ unit: 'business_days' as const, value, source });

/** The table of rules §3, as headquarters would load it. */
export const policy: Policy = {
  version: 1,
  durations: {
    first_contact: hours(24),
    first_visit: hours(48),
    visit_attempt: days(7),
    wish_review: days(30),
    family_notification: hours(24),
    proceedings_followup: businessDays(2),
    expulsion_review: hours(48),
    note_verbale: businessDays(2),
    note_verbale_reply: businessDays(10),
    mistreatment_consul_informed: hours(1),
    mistreatment_headquarters_informed: hours(4),
    mistreatment_assessment: businessDays(5),
  },
  visits: {
    intervals: [
      ...['arrested', 'pretrial', 'on_trial', 'bail', 'appeal_pending'].map((stage) => ({
        stage,
        days: 30,
        source,
      })),
      ...['sentenced', 'parole', 'suspended_sentence'].map((stage) => ({
        stage,
        days: 90,
        source,
      })),
      ...['immigration_detention', 'pending_expulsion'].map((stage) => ({
        stage,
        days: 7,
        source,
      })),
      { condition: 'hospitalised', days: 7, source },
      { days: 90, source },
    ],
    harshness: [{ harshness: 'harsh', divisor: 2, minimumDays: 3, source }],
    caps: [
      { when: 'younger_than', years: 18, days: 14, source },
      { when: 'older_than', years: 65, days: 14, source },
      ...['pregnant', 'serious_illness', 'mistreatment_alleged'].map((factor) => ({
        when: 'factor' as const,
        factor,
        days: 14,
        source,
      })),
    ],
  },
  escalation: { localHour: 8, ladders: [], source },
  digest: { reminders: 10, withinMinutes: 60, source },
};

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
