import type { z } from 'zod';
import { assertIdsOnly } from './ids-only';

/** What every part that appends or handles a job needs to know of it. */
export interface JobContract<P extends object> {
  /** Imperative `noun.verb`, e.g. `reminder.send`. Unique in the product. */
  readonly name: string;
  /** `post`: travels in the queue of one post. `system`: in the queue of the system itself. */
  readonly queue: 'post' | 'system';
  /** Ids, numbers and codes only; the processor reloads whatever it needs. */
  readonly payload: z.ZodType<P>;
  /** What the job achieves, the same for every delivery of the same work. */
  readonly key: (payload: P) => string;
  /** Deliveries before the job counts as failed and waits for a person. */
  readonly attempts: number;
  /** Milliseconds before the second attempt; doubles with every further one. */
  readonly backoff: number;
}

/** A contract whose payload type does not matter to the holder. */
export type AnyJobContract = JobContract<never>;

export interface JobDefinition<P extends object> {
  name: string;
  queue: 'post' | 'system';
  payload: z.ZodType<P>;
  key: (payload: P) => string;
  attempts?: number;
  backoff?: number;
}

/** The work behind a contract; one per contract, found by `@Handles`. */
export interface JobHandler<P extends object> {
  /** Ends quietly when the work is void; throws to be tried again; see `PermanentFailure`. */
  run(payload: P): Promise<void>;
  /**
   * Told, in a transaction of the system, that no further attempt is made unless a person asks for one
   * (*Trabajos*): whatever shows the work as running says so here. `fault` as on the jobs screen.
   */
  failed?(payload: P, fault: string): Promise<void>;
}

/**
 * What went wrong with work that gave up, for whoever asked for it: the process died each time, or the
 * system met a fault. The jobs screen says more to administrators.
 */
export const GIVEN_UP = ['WORKER_ENDED', 'SYSTEM_FAULT'] as const;
export type GivenUpReason = (typeof GIVEN_UP)[number];

const contracts = new Map<string, AnyJobContract>();

const NAME = /^[a-z][a-z-]*\.[a-z][a-z-]*$/;

/**
 * Declares a job, e.g.
 * `defineJob({ name: 'reminder.send', queue: 'post', payload: z.object({ reminderId: z.uuid() }), key: (p) => p.reminderId })`.
 * A second job of the same name, a name that is not `noun.verb` or a payload that could carry
 * personal data are programming errors and stop the boot.
 */
export function defineJob<P extends object>(definition: JobDefinition<P>): JobContract<P> {
  const { name } = definition;
  if (!NAME.test(name)) throw new Error(`job ${name}: a name is noun.verb`);
  if (contracts.has(name)) throw new Error(`job ${name} is declared twice`);
  assertIdsOnly(name, definition.payload);
  const contract = Object.freeze({ attempts: 8, backoff: 5_000, ...definition });
  contracts.set(name, contract as unknown as AnyJobContract);
  return contract;
}

/** Every contract that this process has loaded. */
export const jobContracts = (): readonly AnyJobContract[] => [...contracts.values()];

/**
 * Thrown by a handler when no further attempt can succeed. `code` (UPPER_SNAKE) is shown on the
 * jobs screen: it names the fault and never a person.
 */
export class PermanentFailure extends Error {
  constructor(readonly code: string) {
    super(code);
    this.name = 'PermanentFailure';
  }
}
