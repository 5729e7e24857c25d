/** Somebody who wants a seat. */
export interface Candidate {
  personId: string;
  /** Points; more go first. */
  priority: number;
  /** When they were registered, epoch milliseconds: the earlier first among equals. */
  registeredAt: number;
}

/** Who goes first: by priority, then whoever has waited longest. */
export const inOrderOfNeed = <C extends Candidate>(people: readonly C[]): C[] =>
  [...people].sort(
    (a, b) =>
      b.priority - a.priority ||
      a.registeredAt - b.registeredAt ||
      (a.personId < b.personId ? -1 : 1),
  );

/** Gives the free seats in order of need; the rest wait. */
export function giveSeats<C extends Candidate>(
  people: readonly C[],
  free: number,
): { seated: C[]; waiting: C[] } {
  const ordered = inOrderOfNeed(people);
  const n = Math.max(0, free);
  return { seated: ordered.slice(0, n), waiting: ordered.slice(n) };
}
