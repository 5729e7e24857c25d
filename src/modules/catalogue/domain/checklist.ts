import { askedFields, holds, visibleAnswers } from './answers';
import { answersOf, type CatalogueFacts, type MarkFact } from './catalogue-facts';
import type { Item, Label } from './content';

/** One step of a case's checklist, with its name from the catalogue. */
export interface CatalogueStep {
  code: string;
  label: Label;
  done: boolean;
  required: boolean;
  /** Whether an officer marks it; else a field or an action shows that it is done. */
  markable: boolean;
}

/** The last word on an item; null when nobody said that it is done. */
export function markOf(facts: CatalogueFacts, item: string): MarkFact | null {
  const last = facts.marks.filter((mark) => mark.item === item).at(-1);
  return last?.done ? last : null;
}

function isDone(item: Item, facts: CatalogueFacts): boolean {
  const { metBy } = item;
  switch (metBy.by) {
    case 'mark':
      return markOf(facts, item.code) !== null;
    case 'field':
      return facts.answered[metBy.field] !== undefined;
    case 'action':
      return facts.actions.some(({ action }) => metBy.actions.includes(action));
  }
}

/**
 * What to do, in the catalogue's order, and then the fields without which the case does not close.
 * Only what applies to the case as it stands.
 */
export function catalogueChecklist(facts: CatalogueFacts): CatalogueStep[] {
  const answers = visibleAnswers(facts.content.fields, answersOf(facts));
  const items = facts.content.checklist
    .filter(({ when }) => holds(when, answers))
    .map((item) => ({
      code: item.code,
      label: item.label,
      done: isDone(item, facts),
      required: item.requiredToClose,
      markable: item.metBy.by === 'mark',
    }));
  const fields = askedFields(facts.content.fields, answers)
    .filter(({ required }) => required === 'closing')
    .map(({ code, label }) => ({
      code: `field.${code}`,
      label,
      done: answers[code] !== undefined,
      required: true,
      markable: false,
    }));
  return [...items, ...fields];
}
