import { Temporal } from '@js-temporal/polyfill';
import type { Violation } from './first-instants';
import { mayFollow, type Stage } from './stage';

/** One entry of the stage history; an entry named by another's `replaces` no longer counts. */
export interface StageFact {
  id: string;
  stage: Stage;
  occurredAt: Temporal.Instant;
  replaces: string | null;
}

export const atOrAfter = (a: Temporal.Instant, b: Temporal.Instant): boolean =>
  Temporal.Instant.compare(a, b) >= 0;

/** Oldest first; entries of the same instant keep the order in which they were recorded (UUIDv7). */
export const byTime = <T extends { id: string; occurredAt: Temporal.Instant }>(
  facts: readonly T[],
): T[] =>
  [...facts].sort(
    (a, b) =>
      Temporal.Instant.compare(a.occurredAt, b.occurredAt) ||
      (a.id < b.id ? -1 : a.id > b.id ? 1 : 0),
  );

/** The stages that count, oldest first. */
export function standingStages(history: readonly StageFact[]): StageFact[] {
  const replaced = new Set(history.flatMap((s) => (s.replaces ? [s.replaces] : [])));
  return byTime(history.filter((s) => !replaced.has(s.id)));
}

/** The stage at `instant`, or the newest one; the first stage also covers the time before it. */
export function stageAt(history: readonly StageFact[], instant?: Temporal.Instant): Stage {
  const standing = standingStages(history);
  const past = instant
    ? standing.filter((s) => Temporal.Instant.compare(s.occurredAt, instant) <= 0)
    : standing;
  const stage = (past.at(-1) ?? standing[0])?.stage;
  if (!stage) throw new Error('a detention has a stage from its first record');
  return stage;
}

/**
 * Whether `entry` fits between its neighbours in time: the transition table must allow both steps.
 * Repeating the current stage is refused, it would say nothing.
 */
export function checkStage(
  history: readonly StageFact[],
  entry: StageFact,
): { violations: Violation[]; from: Stage | null } {
  if (entry.replaces && !standingStages(history).some((s) => s.id === entry.replaces)) {
    return { violations: [{ path: 'replaces', code: 'STAGE_NOT_IN_HISTORY' }], from: null };
  }
  const sequence = standingStages([...history, entry]);
  const at = sequence.findIndex((s) => s.id === entry.id);
  const previous = sequence[at - 1];
  const next = sequence[at + 1];
  const refused =
    (previous && !mayFollow(previous.stage, entry.stage)) ||
    (next && !mayFollow(entry.stage, next.stage));
  return {
    violations: refused ? [{ path: 'stage', code: 'STAGE_DOES_NOT_FOLLOW' }] : [],
    from: previous?.stage ?? null,
  };
}
