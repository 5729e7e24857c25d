import type { Temporal } from '@js-temporal/polyfill';
import type { Answer, Answers } from './answers';
import type { TypeContent } from './content';

/** The newest answer to a field: what, and when the register learned of it. */
export interface AnsweredFact {
  id: string;
  value: Answer;
  recordedAt: Temporal.Instant;
}

/** An officer's word that an item of the checklist is done, or is not after all. */
export interface MarkFact {
  id: string;
  item: string;
  done: boolean;
  occurredAt: Temporal.Instant;
}

/** An action of assistance. */
export interface ActionFact {
  id: string;
  action: string;
  occurredAt: Temporal.Instant;
}

/** All that the catalogue decides by for one case, under the version it was opened with. */
export interface CatalogueFacts {
  content: TypeContent;
  openedAt: Temporal.Instant;
  answered: Readonly<Record<string, AnsweredFact>>;
  /** In the order in which they were recorded. */
  marks: readonly MarkFact[];
  actions: readonly ActionFact[];
}

export const answersOf = (facts: CatalogueFacts): Answers =>
  Object.fromEntries(Object.entries(facts.answered).map(([code, { value }]) => [code, value]));
