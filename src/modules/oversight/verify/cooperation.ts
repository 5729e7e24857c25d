import { counted, type Invariant, type Witness } from './invariant';

/** Accepted transfers after which the file was somewhere else than at the post that accepted it. */
const ELSEWHERE = `
  WITH accepted AS (
    SELECT t.case_id, t.to_post_id,
           lead(t.from_post_id) OVER (PARTITION BY t.case_id ORDER BY t.decided_at, t.id) AS next_from
      FROM case_transfers t WHERE t.state = 'accepted')
  SELECT count(*) AS n FROM accepted a JOIN cases c ON c.id = a.case_id
   WHERE a.to_post_id <> coalesce(a.next_from, c.post_id)`;

const TWICE = `
  SELECT coalesce(sum(pending - 1), 0) AS n
    FROM (SELECT count(*) AS pending FROM case_transfers WHERE state = 'pending'
           GROUP BY case_id HAVING count(*) > 1) repeated`;

/** Waiting at a post that the file has left, or of a file that is finished. */
const ASTRAY = `
  SELECT count(*) AS n FROM case_transfers t JOIN cases c ON c.id = t.case_id
   WHERE t.state = 'pending' AND (c.post_id <> t.from_post_id OR c.closed_at IS NOT NULL)`;

const DUTIES_ELSEWHERE = `
  SELECT count(*) AS n FROM obligations o JOIN cases c ON c.id = o.case_id
   WHERE o.status = 'open' AND o.post_id <> c.post_id`;

/** Files between posts: each at one, with its clocks. */
export const cooperationInvariants = ({ owner }: Witness): Invariant[] => [
  counted('accepted_transfers_elsewhere', owner, ELSEWHERE),
  counted('cases_transferred_twice_at_once', owner, TWICE),
  counted('pending_transfers_astray', owner, ASTRAY),
  counted('open_obligations_at_another_post', owner, DUTIES_ELSEWHERE),
];
