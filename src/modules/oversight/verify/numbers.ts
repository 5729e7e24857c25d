import { counted, type Invariant, type Witness } from './invariant';

/** Ordinals missing between one and the last of each series, and those beyond its last. */
const GAPS = `
  WITH issued AS (
    SELECT post_id, year, kind, count(*) AS taken, max(n) AS highest
      FROM issued_numbers GROUP BY post_id, year, kind
  )
  SELECT coalesce(sum(greatest(coalesce(s.last_n, 0), coalesce(i.highest, 0)) - coalesce(i.taken, 0)
           + greatest(coalesce(i.highest, 0) - coalesce(s.last_n, 0), 0)), 0) AS n
    FROM number_series s FULL JOIN issued i USING (post_id, year, kind)`;

const ISSUED = (state: string) => `
  SELECT p.code || '-' || i.year || '-' || CASE i.kind WHEN 'CASE' THEN '' ELSE i.kind || '-' END
         || lpad(i.n::text, 6, '0') AS number, i.kind
    FROM issued_numbers i JOIN posts p ON p.id = i.post_id WHERE ${state}`;

/** Sealed files take random references, which begin with S- and have no ordinal. */
const UNISSUED = `
  WITH issued AS (${ISSUED(`i.state = 'in_use'`)}),
  borne AS (
    SELECT reference AS number FROM cases
     WHERE reference IS NULL OR (reference NOT LIKE 'S-%' AND status <> 'dismissed')
    UNION ALL SELECT act_number FROM detention_contacts WHERE act_number NOT LIKE 'S-%'
    UNION ALL SELECT act_number FROM notes_verbales WHERE act_number NOT LIKE 'S-%'
    UNION ALL SELECT number FROM papers WHERE number NOT LIKE 'S-%'
  )
  SELECT count(*) AS n FROM borne b
   WHERE NOT EXISTS (SELECT 1 FROM issued i WHERE i.number = b.number)`;

const UNBORNE = `
  SELECT count(*) AS n FROM (${ISSUED(`i.state = 'in_use' AND i.kind = 'CASE'`)}) i
   WHERE NOT EXISTS (SELECT 1 FROM cases c WHERE c.reference = i.number)`;

/**
 * A sealed case with an ordinary number, an ordinary one with a random number, and numbers given up
 * (by dismissed and once sealed cases) that the register still calls in use.
 */
const BETRAYING = `
  SELECT (SELECT count(*) FROM cases c WHERE c.reference IS NOT NULL
             AND (c.tier = 'sealed') <> (c.reference LIKE 'S-%'))
       + (SELECT count(*) FROM (${ISSUED(`i.state = 'in_use' AND i.kind = 'CASE'`)}) i
           WHERE i.number IN (SELECT reference FROM case_references
                              UNION ALL SELECT reference FROM cases WHERE status = 'dismissed')) AS n`;

/** The gap-free register of numbers (former RC 180–181). */
export const numberInvariants = ({ owner }: Witness): Invariant[] => [
  counted('gaps_in_numbers', owner, GAPS),
  counted('files_without_issued_number', owner, UNISSUED),
  counted('issued_numbers_without_case', owner, UNBORNE),
  counted('numbers_betraying_a_tier', owner, BETRAYING),
];
