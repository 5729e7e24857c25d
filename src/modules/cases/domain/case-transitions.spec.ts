import { assertOpen, CASE_TRANSITIONS, transition } from './case-transitions';
import { CASE_STATUSES, type CaseStatus } from './case-vocabulary';

describe('the life of a case', () => {
  it('reaches every status from the first', () => {
    const reached = new Set<CaseStatus>(['registered']);
    for (const status of reached) CASE_TRANSITIONS[status].forEach((next) => reached.add(next));
    expect([...reached].sort()).toEqual([...CASE_STATUSES].sort());
  });

  it('has one end only: what is dismissed', () => {
    const ends = CASE_STATUSES.filter((status) => CASE_TRANSITIONS[status].length === 0);
    expect(ends).toEqual(['dismissed']);
  });

  it('refuses a step that the table does not have and says what is allowed', () => {
    expect(transition('active', 'closed')).toBe('closed');
    expect(() => transition('registered', 'closed')).toThrow(
      expect.objectContaining({ code: 'CASE_STATUS_FORBIDS', allowed: ['active', 'dismissed'] }),
    );
  });

  it('lets nothing be added to a finished case', () => {
    expect(() => assertOpen('on_hold')).not.toThrow();
    expect(() => assertOpen('closed')).toThrow(
      expect.objectContaining({ code: 'CASE_IS_FINISHED', allowed: ['active'] }),
    );
  });
});
