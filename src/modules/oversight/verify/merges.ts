import { counted, type Invariant, type Witness } from './invariant';

/** Records from which the merges that stand lead back to themselves. */
const RINGS = `
  WITH RECURSIVE up AS (
    SELECT person_id AS start, survivor_id AS id FROM person_merges WHERE undone_at IS NULL
    UNION
    SELECT up.start, m.survivor_id FROM up JOIN person_merges m ON m.person_id = up.id AND m.undone_at IS NULL
  )
  SELECT count(DISTINCT start) AS n FROM up WHERE start = id`;

/** Of merges that stand, everything after a record's first. */
const TWICE = `
  SELECT coalesce(sum(standing - 1), 0) AS n
    FROM (SELECT count(*) AS standing FROM person_merges WHERE undone_at IS NULL
           GROUP BY person_id HAVING count(*) > 1) repeated`;

/** Records that stand for one that stands for another itself, so that a reader would stop half-way. */
const HALF_WAY = `
  SELECT count(*) AS n FROM persons p JOIN persons s ON s.id = p.merged_into WHERE s.merged_into IS NOT NULL`;

/** Records whose pointer is not where the kept history of merges leads. */
const WITHOUT_HISTORY = `
  WITH RECURSIVE up AS (
    SELECT person_id AS start, survivor_id AS id FROM person_merges WHERE undone_at IS NULL
    UNION
    SELECT up.start, m.survivor_id FROM up JOIN person_merges m ON m.person_id = up.id AND m.undone_at IS NULL
  ), leads AS (
    SELECT up.start, up.id FROM up
     WHERE NOT EXISTS (SELECT 1 FROM person_merges m WHERE m.person_id = up.id AND m.undone_at IS NULL)
  )
  SELECT count(*) AS n
    FROM (SELECT id, merged_into FROM persons WHERE merged_into IS NOT NULL) p
    FULL JOIN leads l ON l.start = p.id
   WHERE l.id IS DISTINCT FROM p.merged_into`;

/** A merge without the entries in the timelines of the cases that it touched. */
const UNTOLD = `
  SELECT count(*) AS n FROM person_merges m
   WHERE EXISTS (SELECT 1 FROM case_people cp WHERE cp.person_id = m.person_id AND cp.since < m.recorded_at
            AND NOT EXISTS (SELECT 1 FROM timeline_entries t WHERE t.case_id = cp.case_id
                              AND t.kind = 'person.merged' AND t.data ->> 'mergeId' = m.id::text))`;

/** Merging duplicates can be undone: trees, never rings, and a history that explains every pointer. */
export const mergeInvariants = ({ owner }: Witness): Invariant[] => [
  counted('merges_in_a_ring', owner, RINGS),
  counted('records_merged_twice', owner, TWICE),
  counted('records_standing_for_a_duplicate', owner, HALF_WAY),
  counted('merged_records_without_history', owner, WITHOUT_HISTORY),
  counted('merges_untold_in_cases', owner, UNTOLD),
];
