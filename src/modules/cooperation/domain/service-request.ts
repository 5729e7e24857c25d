import type { Temporal } from '@js-temporal/polyfill';
import { DomainError } from '../../../platform/errors/domain-error';
import { durationOf, openDuty, type CommonDutyPlanner } from '../../obligations';

export const REQUEST_DIRECTIONS = ['to_headquarters', 'to_post'] as const;
export type RequestDirection = (typeof REQUEST_DIRECTIONS)[number];

export const REQUEST_KINDS = ['consultation', 'instruction', 'authorisation', 'demarche'] as const;
/** What is asked: an opinion, an order, a permission, a diplomatic step. */
export type RequestKind = (typeof REQUEST_KINDS)[number];

export const REQUEST_STATES = ['open', 'answered', 'withdrawn'] as const;
export type RequestState = (typeof REQUEST_STATES)[number];

export const REQUEST_OUTCOMES = ['answered', 'granted', 'refused', 'done', 'not_possible'] as const;
export type RequestOutcome = (typeof REQUEST_OUTCOMES)[number];

/** How each kind may end. */
export const OUTCOMES_OF = {
  consultation: ['answered'],
  instruction: ['answered', 'done', 'not_possible'],
  authorisation: ['granted', 'refused'],
  demarche: ['done', 'not_possible'],
} as const satisfies Record<RequestKind, readonly RequestOutcome[]>;

/** Only headquarters authorises: a post is asked for the rest. */
export function assertAskable(direction: RequestDirection, kind: RequestKind): void {
  if (direction === 'to_post' && kind === 'authorisation') {
    throw new DomainError('REQUEST_KIND_NOT_FOR_POST', {
      errors: [{ path: 'kind', code: 'REQUEST_KIND_NOT_FOR_POST' }],
    });
  }
}

/** 409 REQUEST_IS_ENDED unless it waits for an answer; 422 OUTCOME_NOT_FOR_REQUEST. */
export function assertOpenRequest(state: RequestState): void {
  if (state !== 'open') {
    throw new DomainError('REQUEST_IS_ENDED', { status: 409, params: { state }, allowed: [] });
  }
}

export function assertOutcome(kind: RequestKind, outcome: RequestOutcome): void {
  const allowed: readonly RequestOutcome[] = OUTCOMES_OF[kind];
  if (!allowed.includes(outcome)) {
    throw new DomainError('OUTCOME_NOT_FOR_REQUEST', {
      allowed,
      errors: [{ path: 'outcome', code: 'OUTCOME_NOT_FOR_REQUEST' }],
    });
  }
}

export interface RequestFact {
  id: string;
  direction: RequestDirection;
  kind: RequestKind;
  urgent: boolean;
  askedAt: Temporal.Instant;
  endedAt: Temporal.Instant | null;
  state: RequestState;
}

/** The clock that answers for a request: of headquarters' desk, or of the post. */
export const answerDuty = ({
  direction,
  kind,
  urgent,
}: Pick<RequestFact, 'direction' | 'kind' | 'urgent'>): string =>
  `${direction === 'to_headquarters' ? 'headquarters' : 'post'}_${urgent ? 'urgent' : kind}`;

const OF_HEADQUARTERS = [
  ...REQUEST_KINDS.map((kind) => `headquarters_${kind}`),
  'headquarters_urgent',
];
const OF_POSTS = ['post_consultation', 'post_instruction', 'post_demarche', 'post_urgent'];

/** Each request runs its own clock until it is answered or withdrawn (lengths: default). */
export const requestPlanner: CommonDutyPlanner<readonly RequestFact[]> = {
  name: 'service_requests',
  kinds: [...OF_HEADQUARTERS, ...OF_POSTS],
  ofHeadquarters: OF_HEADQUARTERS,
  plan: (requests, policy, calendar, zone) =>
    requests.map((request) => {
      const kind = answerDuty(request);
      const rule = durationOf(policy, kind);
      const duty = openDuty(kind, request.id, request.askedAt, rule, calendar, zone);
      const { endedAt: metAt, id: metBy } = request;
      if (!metAt) return duty;
      return request.state === 'withdrawn'
        ? { ...duty, state: 'cancelled' as const, metAt, why: 'request_withdrawn' }
        : { ...duty, state: 'met' as const, metAt, metBy };
    }),
};
