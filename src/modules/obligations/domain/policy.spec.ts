import { FIRST_POLICY } from '../../../../migrations/1764000000401-seed-obligation-policy';
import { firstPolicy, hours, businessDays, days } from '../../../../test/factories/obligations';
import { ladderFor } from './escalation-ladder';
import { durationOf, policySchema } from './policy';

const edited = (edit: (content: ReturnType<typeof clone>) => void) => {
  const content = clone();
  edit(content);
  return policySchema.safeParse(content).success;
};
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- what an editor may send is anything
const clone = (): any => JSON.parse(JSON.stringify(FIRST_POLICY));

describe('the policy', () => {
  it('starts with the defaults of the service', () => {
    const policy = firstPolicy();
    const lengths = Object.fromEntries(
      Object.entries(policy.durations).map(([kind, { unit, value }]) => [kind, `${value} ${unit}`]),
    );
    expect(lengths).toEqual({
      first_contact: '24 hours',
      first_visit: '48 hours',
      visit_attempt: '7 days',
      wish_review: '30 days',
      family_notification: '24 hours',
      vulnerability_assessment: '3 business_days',
      proceedings_follow_up: '2 business_days',
      expulsion_review: '48 hours',
      note_verbale: '2 business_days',
      note_verbale_reply: '10 business_days',
      mistreatment_consul_informed: '1 hours',
      mistreatment_headquarters_informed: '4 hours',
      mistreatment_assessment: '5 business_days',
      case_review: '30 days',
    });
  });

  it('chooses the ladder by the length of the duty', () => {
    const { ladders } = firstPolicy().escalation;
    const at = (rule: Parameters<typeof ladderFor>[0]) => ladders.indexOf(ladderFor(rule, ladders));
    expect([hours(1), hours(4), hours(5), hours(72), hours(73)].map(at)).toEqual([0, 0, 1, 1, 2]);
    expect([days(1), days(7), days(8), days(90)].map(at)).toEqual([2, 2, 3, 3]);
    expect([businessDays(1), businessDays(10)].map(at)).toEqual([2, 2]);
  });

  it('has no length for a kind that nobody planned', () => {
    expect(() => durationOf(firstPolicy(), 'unheard_of')).toThrow(RangeError);
  });

  it('refuses what would leave a duty without length, interval or ladder', () => {
    expect(edited(() => undefined)).toBe(true);
    expect(edited((c) => (c.durations.first_visit.value = 0))).toBe(false);
    expect(edited((c) => (c.durations.first_visit.value = 1.5))).toBe(false);
    expect(edited((c) => (c.durations.first_visit.unit = 'weeks'))).toBe(false);
    expect(edited((c) => delete c.durations.first_visit.source)).toBe(false);
    expect(edited((c) => c.visits.intervals.shift())).toBe(false);
    expect(edited((c) => (c.visits.harshness[0].divisor = 1))).toBe(false);
    expect(edited((c) => c.escalation.ladders.pop())).toBe(false);
    expect(edited((c) => (c.escalation.ladders[0].rungs[1].code = 'officer_at_start'))).toBe(false);
    expect(edited((c) => (c.escalation.localHour = 24))).toBe(false);
    expect(edited((c) => (c.somethingElse = 1))).toBe(false);
  });
});
