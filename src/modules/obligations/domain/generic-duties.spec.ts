import fc from 'fast-check';
import {
  aDuty,
  businessDays,
  firstPolicy,
  instant,
  setting,
  written,
} from '../../../../test/factories/obligations';
import type { Duty } from './duty';
import { allDuties, type CaseFacts } from './generic-duties';
import type { StoredObligation } from './obligation';
import { reconcile } from './reconcile';

const base = setting();
const facts: CaseFacts = {
  open: true,
  openedAt: base.now,
  reopenedAt: null,
  assessments: [],
  reviews: [],
  ofAttention: true,
};
const oriented: CaseFacts = { ...facts, ofAttention: false };
const plan = (
  family: Duty[],
  changes: Partial<CaseFacts> = {},
  stored: StoredObligation[] = [],
  now = base.now,
) =>
  allDuties(family, { ...facts, ...changes }, stored, {
    now,
    policy: firstPolicy(),
    calendar: base.calendar,
    zone: base.zone,
  });
const store = (duties: Duty[], before: StoredObligation[] = [], now = base.now) =>
  written(before, reconcile(before, duties, setting({ now })));
const states = (duties: Duty[]) => duties.map((d) => `${d.kind} ${d.anchor} ${d.state}`);

describe('what every case owes', () => {
  it('an assessment of vulnerability within 3 business days of its opening', () => {
    const [assessment] = plan([]);
    expect(assessment).toMatchObject({
      kind: 'vulnerability_assessment',
      state: 'open',
      rule: businessDays(3),
    });
    expect(assessment!.due.toString()).toBe('2026-03-05T23:00:00Z');
    const done = { id: 'x', occurredAt: instant('2026-03-03T10:00:00Z') };
    expect(plan([], { assessments: [done] })[0]).toMatchObject({ state: 'met', metBy: 'x' });
  });

  it('no assessment for a mere orientation, but never nothing', () => {
    expect(states(plan([], oriented))).toEqual(['case_review 1 open']);
  });

  it('a review when nothing else is open, and again after each review', () => {
    const rows = store(plan([], oriented));
    const now = instant('2026-03-20T10:00:00Z');
    const review = { id: 'r1', occurredAt: now };
    expect(states(plan([], { ...oriented, reviews: [review] }, rows, now))).toEqual([
      'case_review 1 met',
      'case_review 2 open',
    ]);
  });

  it('no review while another duty is open', () => {
    const rows = store(plan([], oriented));
    const duty = aDuty(base);
    expect(states(plan([duty], oriented, rows))).toEqual([
      'first_contact notice open',
      'case_review 1 cancelled',
    ]);
    const both = store(plan([duty], oriented, rows), rows);
    const met: Duty = { ...duty, state: 'met', metAt: base.now };
    expect(states(plan([met], oriented, both))).toEqual([
      'first_contact notice met',
      'case_review 1 cancelled',
      'case_review 2 open',
    ]);
  });

  it('nothing once it is closed', () => {
    const rows = store(plan([aDuty(base)]));
    const closed = plan([aDuty(base)], { open: false }, rows);
    expect(closed.map((d) => [d.state, d.why])).toEqual([
      ['cancelled', 'case_closed'],
      ['cancelled', 'case_closed'],
    ]);
    const after = store(closed, rows);
    expect(states(plan([aDuty(base)], { open: false }, after))).toHaveLength(2);
  });

  it('starts what is still owed again when a closed case is reopened', () => {
    const reopenedAt = instant('2026-05-04T09:00:00Z');
    const [contact] = plan([aDuty(base)], { reopenedAt }, [], reopenedAt);
    expect(contact!.startsAt).toEqual(reopenedAt);
    expect(contact!.due.toString()).toBe('2026-05-05T09:00:00Z');
  });

  it('always has an open duty with a due instant while the case is open', () => {
    const anyFamily = fc.uniqueArray(
      fc.record({
        anchor: fc.constantFrom('a', 'b', 'c'),
        state: fc.constantFrom('open', 'met', 'excused', 'cancelled' as const),
      }),
      { selector: (d) => d.anchor },
    );
    const step = fc.record({
      family: anyFamily,
      open: fc.boolean(),
      ofAttention: fc.boolean(),
      hours: fc.integer({ min: 0, max: 3000 }),
      reviewed: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 6 }), (history) => {
        let rows: StoredObligation[] = [];
        let now = base.now;
        const reviews: { id: string; occurredAt: typeof now }[] = [];
        for (const { family, open, ofAttention, hours: passed, reviewed } of history) {
          now = now.add({ hours: passed });
          if (reviewed) reviews.push({ id: `r${reviews.length}`, occurredAt: now });
          const duties = family.map(({ anchor, state }) =>
            aDuty(base, { anchor, state, ...(state !== 'open' && { metAt: base.now }) }),
          );
          const desired = plan(duties, { open, ofAttention, reviews: [...reviews] }, rows, now);
          const result = reconcile(rows, desired, setting({ now }));
          rows = written(rows, result);
          const openRows = rows.filter((row) => row.state === 'open').length;
          if (open ? openRows === 0 : openRows > 0) return false;
          if (result.open.length !== openRows) return false;
        }
        return true;
      }),
    );
  });
});
