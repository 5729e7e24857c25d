/** A record as merging sees it: itself, and whom it stands for when it was merged. */
export interface Mergeable {
  id: string;
  mergedInto: string | null;
}

export type MergeObstacle =
  'MERGE_INTO_ITSELF' | 'PERSON_ALREADY_MERGED' | 'MERGE_INTO_OWN_DUPLICATE' | 'SURVIVOR_IS_MERGED';

/**
 * Why `duplicate` may not be merged into `survivor`; null when it may. Both must stand for themselves:
 * so merges form trees, never a ring, and a record is merged once at a time.
 */
export function mergeObstacle(duplicate: Mergeable, survivor: Mergeable): MergeObstacle | null {
  if (duplicate.id === survivor.id) return 'MERGE_INTO_ITSELF';
  if (survivor.mergedInto === duplicate.id) return 'MERGE_INTO_OWN_DUPLICATE';
  if (duplicate.mergedInto !== null) return 'PERSON_ALREADY_MERGED';
  return survivor.mergedInto !== null ? 'SURVIVOR_IS_MERGED' : null;
}

/** The pair of two ids in a fixed order, so that each pair is written one way only. */
export const inOrder = (a: string, b: string): [string, string] => (a < b ? [a, b] : [b, a]);
