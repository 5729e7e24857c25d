import type { FormField } from '../../ui/fields-dialog';

/** What whoever takes over must know. */
export const HAND_OVER_FIELDS: readonly FormField[] = [
  { name: 'situation', kind: 'long', required: true },
  { name: 'pending', kind: 'long' },
  { name: 'risks', kind: 'long' },
  { name: 'peopleToCall', kind: 'long' },
];

/** The same fields as a part of their own, as a transfer sends them. */
export function splitHandOver(body: Record<string, unknown>): Record<string, unknown> {
  const names = HAND_OVER_FIELDS.map(({ name }) => name);
  const entries = Object.entries(body);
  return {
    ...Object.fromEntries(entries.filter(([name]) => !names.includes(name))),
    handOver: Object.fromEntries(entries.filter(([name]) => names.includes(name))),
  };
}
