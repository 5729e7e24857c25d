import type { FastifyRequest } from 'fastify';

/** Milliseconds between the moments at which "there is no such thing" is said. */
const STEP = 25;

const RECEIVED = Symbol('received');
type Timed = FastifyRequest & { [RECEIVED]?: number };

/** Remembers when a request came; to be called first of all. */
export const noteArrival = (request: FastifyRequest): void => {
  (request as Timed)[RECEIVED] = performance.now();
};

/**
 * Sends an answer of absence at a full step after its request came. Looking at a row that the reader
 * may not see takes the database a moment longer than finding none: without the step, asking often
 * enough would tell a sealed case from one that does not exist (rules §4).
 */
export function sendAtStep(request: FastifyRequest, send: () => void): void {
  const received = (request as Timed)[RECEIVED] ?? performance.now();
  const due = received + Math.ceil((performance.now() - received) / STEP) * STEP;
  // a timer is only as fine as a millisecond, and that rest is what would tell: it is waited out
  const wait = (): void => {
    if (performance.now() < due) setImmediate(wait);
    else send();
  };
  setTimeout(wait, due - performance.now() - 2);
}
