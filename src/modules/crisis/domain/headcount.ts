import { PERSON_STATES, type PersonState } from './vocabulary';

interface Fact {
  /** UUID; tells apart facts of the same instant. */
  id: string;
  personId: string;
  /** When it was so in the world, epoch milliseconds. */
  occurredAt: number;
  /** When the register learned of it, epoch milliseconds. */
  recordedAt: number;
}
/** Somebody is in a state. */
export interface StateFact extends Fact {
  kind: 'state';
  state: PersonState;
}
/** Two records are one person; null: they are two after all. */
export interface MergeFact extends Fact {
  kind: 'merge';
  intoPersonId: string | null;
}
export type IncidentFact = StateFact | MergeFact;

export interface Headcount {
  persons: number;
  byState: Record<PersonState, number>;
}

const later = (a: Fact, b: Fact): boolean =>
  a.occurredAt !== b.occurredAt
    ? a.occurredAt > b.occurredAt
    : a.recordedAt !== b.recordedAt
      ? a.recordedAt > b.recordedAt
      : a.id > b.id;

/** Being named once more tells nothing of how somebody is: any other fact outweighs it. */
const outweighs = (a: StateFact, b: StateFact): boolean =>
  (a.state === 'registered') === (b.state === 'registered')
    ? later(a, b)
    : b.state === 'registered';

/**
 * How many persons are in each state at an instant of the world, as the register knew it at another
 * (absent: all that it knows). Facts come in any order; each person counts once however many lists
 * named them, and the states always add up to the persons.
 */
export function headcount(
  facts: readonly IncidentFact[],
  at: number,
  knownAt = Number.POSITIVE_INFINITY,
): Headcount {
  const known = facts.filter((f) => f.occurredAt <= at && f.recordedAt <= knownAt);
  const merges = new Map<string, MergeFact>();
  for (const fact of known) {
    if (fact.kind !== 'merge') continue;
    const before = merges.get(fact.personId);
    if (!before || later(fact, before)) merges.set(fact.personId, fact);
  }
  const standsFor = (personId: string): string => {
    let root = personId;
    for (let into = merges.get(root)?.intoPersonId; into; into = merges.get(root)?.intoPersonId) {
      root = into;
    }
    return root;
  };
  const states = new Map<string, StateFact>();
  for (const fact of known) {
    if (fact.kind !== 'state') continue;
    const person = standsFor(fact.personId);
    const before = states.get(person);
    if (!before || outweighs(fact, before)) states.set(person, fact);
  }
  const byState = Object.fromEntries(PERSON_STATES.map((state) => [state, 0])) as Record<
    PersonState,
    number
  >;
  for (const { state } of states.values()) byState[state] += 1;
  return { persons: states.size, byState };
}
