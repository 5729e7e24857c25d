import fc from 'fast-check';
import { Temporal } from '@js-temporal/polyfill';
import { firstPolicy } from '../../../../test/factories/obligations';

import { assertMayReceive, referralPlanner } from './referral';
import {
  answerDuty,
  assertAskable,
  assertOutcome,
  OUTCOMES_OF,
  REQUEST_DIRECTIONS,
  REQUEST_KINDS,
  REQUEST_OUTCOMES,
  requestPlanner,
} from './service-request';
import { assertPending, assertReceives, transferPlanner, type Destination } from './transfer';

const ZONE = 'Europe/Madrid';
const calendar = { isWorkingDay: (day: Temporal.PlainDate) => day.dayOfWeek <= 5 };
const at = (iso: string) => Temporal.Instant.from(iso);
const NOW = at('2026-03-02T09:00:00Z');
const kinds = [...transferPlanner.kinds, ...requestPlanner.kinds, ...referralPlanner.kinds];
const policy = {
  ...firstPolicy(),
  durations: Object.fromEntries(
    kinds.map((kind) => [kind, { unit: 'business_days', value: 3, source: 'x' }] as const),
  ),
};

const destination = (more: Partial<Destination> = {}): Destination => ({
  id: 'pat',
  kind: 'consulate_general',
  state: 'open',
  hasHead: true,
  supervisor: null,
  ...more,
});

describe('where a case may be transferred', () => {
  it('is another open post of career officers with a head', () => {
    expect(() => assertReceives('mad', destination())).not.toThrow();
  });

  it.each<[string, Partial<Destination>]>([
    ['TRANSFER_TO_SAME_POST', { id: 'mad' }],
    ['TRANSFER_TO_CLOSED_POST', { state: 'closed' }],
    ['TRANSFER_TO_HONORARY', { kind: 'honorary_consulate', supervisor: 'BUE' }],
    ['TRANSFER_TO_NO_CAREER_POST', { kind: 'headquarters' }],
    ['TRANSFER_TO_NO_CAREER_POST', { kind: 'decentralised_office' }],
    ['TRANSFER_WITHOUT_HEAD', { hasHead: false }],
  ])('is refused as %s', (code, more) => {
    expect(() => assertReceives('mad', destination(more))).toThrow(code);
  });

  it('is decided once', () => {
    expect(() => assertPending('pending')).not.toThrow();
    for (const state of ['accepted', 'rejected', 'revoked'] as const) {
      expect(() => assertPending(state)).toThrow('TRANSFER_ALREADY_DECIDED');
    }
  });
});

describe('requests between posts and headquarters', () => {
  it('lets only headquarters authorise', () => {
    expect(() => assertAskable('to_post', 'authorisation')).toThrow('REQUEST_KIND_NOT_FOR_POST');
    for (const kind of REQUEST_KINDS) {
      expect(() => assertAskable('to_headquarters', kind)).not.toThrow();
    }
  });

  it('ends each kind only as it may end', () => {
    for (const kind of REQUEST_KINDS) {
      for (const outcome of REQUEST_OUTCOMES) {
        const allowed = (OUTCOMES_OF[kind] as readonly string[]).includes(outcome);
        const end = () => assertOutcome(kind, outcome);
        if (allowed) expect(end).not.toThrow();
        else expect(end).toThrow('OUTCOME_NOT_FOR_REQUEST');
      }
    }
  });

  it('runs a clock of a known kind for whatever may be asked, of the side that answers', () => {
    for (const direction of REQUEST_DIRECTIONS) {
      for (const kind of REQUEST_KINDS.filter(
        (k) => direction !== 'to_post' || k !== 'authorisation',
      )) {
        for (const urgent of [true, false]) {
          const duty = answerDuty({ direction, kind, urgent });
          expect(requestPlanner.kinds).toContain(duty);
          expect(requestPlanner.ofHeadquarters!.includes(duty)).toBe(
            direction === 'to_headquarters',
          );
        }
      }
    }
  });
});

describe('the clocks of working together', () => {
  const ended = fc.record({
    asked: fc.integer({ min: 0, max: 10_000 }),
    after: fc.option(fc.integer({ min: 0, max: 10_000 }), { nil: null }),
    withdrawn: fc.boolean(),
  });

  it('are open exactly while nobody has answered, and end when somebody did', () => {
    fc.assert(
      fc.property(ended, ({ asked, after, withdrawn }) => {
        const askedAt = NOW.add({ minutes: asked });
        const endedAt = after === null ? null : askedAt.add({ minutes: after });
        const state = endedAt ? (withdrawn ? 'withdrawn' : 'answered') : 'open';
        const [request] = requestPlanner.plan(
          [
            {
              id: 'r',
              direction: 'to_headquarters',
              kind: 'consultation',
              urgent: false,
              askedAt,
              endedAt,
              state,
            },
          ],
          policy,
          calendar,
          ZONE,
        );
        const [transfer] = transferPlanner.plan(
          [{ id: 't', requestedAt: askedAt, decidedAt: endedAt }],
          policy,
          calendar,
          ZONE,
        );
        const [referral] = referralPlanner.plan(
          [{ id: 'd', expiresAt: askedAt, endedAt, state: state === 'open' ? 'sent' : state }],
          policy,
          calendar,
          ZONE,
        );
        const expected = endedAt ? (withdrawn ? 'cancelled' : 'met') : 'open';
        expect([request!.state, referral!.state]).toEqual([expected, expected]);
        expect(transfer!.state).toBe(endedAt ? 'met' : 'open');
        for (const duty of [request!, transfer!, referral!]) {
          expect(duty.metAt ?? null).toEqual(endedAt);
          expect(Temporal.Instant.compare(duty.startsAt, duty.due)).toBeLessThan(0);
        }
      }),
    );
  });
});

describe('what an institution may receive', () => {
  it('is what its entry says, and the refusal names the rest', () => {
    expect(() => assertMayReceive(['identity'], ['identity', 'contact'])).not.toThrow();
    expect(() => assertMayReceive(['identity', 'health'], ['identity'])).toThrow(
      expect.objectContaining({
        allowed: ['identity'],
        errors: [expect.objectContaining({ path: 'categories.1' })],
      }),
    );
  });
});
