import { Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import type { Actor } from '../../../platform/access/actor';
import { Audit } from '../../../platform/audit/audit';
import { Database } from '../../../platform/database/database';
import { statement } from '../../../platform/database/statement';
import { DomainError } from '../../../platform/errors/domain-error';
import { decodeCursor, encodeCursor } from '../../../platform/http/cursor';
import { fullName } from '../domain/person-name';
import { compareNames, partsQuery, type Reason } from '../domain/similarity';
import { inOrder } from '../domain/merging';
import { DecidedPairs } from './decided-pairs';
import { LEAST_FOR_PAIR } from './duplicates-of-person';

/** Persons of the post looked at for one page, and pages' worth looked at before answering with none. */
const SCANNED = 40;
const MOST_SCANS = 5;

/**
 * Of persons registered by the post, the newest first: others who share a document number, the day of
 * birth with the first surname, or three of the pairs of words of their names. Equality on key rows
 * throughout, each list cut short, so the cost follows the page and not the register.
 */
const PAIRS = statement(
  'people.duplicate_pairs',
  `WITH mine AS (
     SELECT p.id FROM persons p
      WHERE p.registered_post_id = $1 AND p.merged_into IS NULL AND ($2::uuid IS NULL OR p.id < $2)
      ORDER BY p.id DESC LIMIT $3
   ), found AS (
     SELECT m.id, d.person_id AS other, true AS document, 3 AS weight
       FROM mine m JOIN person_documents own ON own.person_id = m.id AND own.withdrawn_at IS NULL
       CROSS JOIN LATERAL (SELECT o.person_id FROM person_documents o
          WHERE o.number_key = own.number_key AND o.withdrawn_at IS NULL AND o.person_id <> m.id LIMIT 20) d
     UNION ALL
     SELECT m.id, k.person_id, false, CASE WHEN own.key < ':' THEN 3 ELSE 1 END
       FROM mine m JOIN person_search_keys own ON own.person_id = m.id AND strpos(own.key, ' ') > 0
       CROSS JOIN LATERAL (SELECT o.person_id FROM person_search_keys o
          WHERE o.key = own.key AND o.person_id <> m.id ORDER BY o.person_id DESC LIMIT 20) k
   )
   SELECT m.id, f.other, coalesce(f.document, false) AS document
     FROM mine m LEFT JOIN (
       SELECT id, other, bool_or(document) AS document FROM found GROUP BY id, other HAVING sum(weight) >= 3) f
       ON f.id = m.id
    ORDER BY m.id DESC`,
);
const READ = statement(
  'people.duplicate_pair_records',
  `SELECT id, given_names AS "givenNames", first_surname AS "firstSurname", second_surname AS "secondSurname",
          birth_date::text AS "birthDate", coalesce(merged_into, id) AS "standsFor",
          registered_post_id AS "registeredPostId"
     FROM persons WHERE id = ANY ($1)`,
);

interface PairRow {
  id: string;
  other: string | null;
  document: boolean;
}

interface RecordRow {
  id: string;
  givenNames: string;
  firstSurname: string;
  secondSurname: string | null;
  birthDate: string | null;
  standsFor: string;
  registeredPostId: string | null;
}

export interface PairMember {
  id: string;
  fullName: string;
  birthDate: string | null;
}

/** Two persons who may be one, with how likely (0 to 1) and why. */
export interface ProposedPair {
  one: PairMember;
  two: PairMember;
  score: number;
  why: Reason[];
}

/**
 * The post's list of persons who may be on file twice. It is looked up when asked for, so that it is
 * never out of date: what was merged or told apart is gone from it.
 */
@Injectable()
export class DuplicatesDesk {
  constructor(
    private readonly database: Database,
    private readonly decided: DecidedPairs,
    private readonly audit: Audit,
  ) {}

  /** One page; a page may be short, and `nextCursor` says whether there is more to look at. */
  list(
    actor: Actor,
    query: { post: string; cursor?: string },
  ): Promise<{ items: ProposedPair[]; nextCursor: string | null }> {
    actor.require('person.merge');
    return this.database.inTransaction(actor, async () => {
      let after = decodeCursor(query.cursor)?.[0] ?? null;
      if (after !== null && !isUUID(after))
        throw new DomainError('INVALID_CURSOR', { status: 400 });
      let items: ProposedPair[] = [];
      for (let scan = 0; scan < MOST_SCANS && items.length === 0; scan += 1) {
        const rows = await this.database.query<PairRow>(PAIRS, [query.post, after, SCANNED]);
        const scanned = [...new Set(rows.map(({ id }) => id))];
        items = await this.judge(rows, query.post);
        after = scanned.length < SCANNED ? null : scanned.at(-1)!;
        if (after === null) break;
      }
      await this.audit.record({
        action: 'person.searched',
        subjectType: 'person',
        subjectId: null,
        details: { purpose: 'duplicates_desk', postId: query.post, shown: items.length },
      });
      return { items, nextCursor: after === null ? null : encodeCursor([after]) };
    });
  }

  /** A pair within one post is shown on the page of its newer record only. */
  private async judge(rows: readonly PairRow[], post: string): Promise<ProposedPair[]> {
    const found = rows.filter((row): row is PairRow & { other: string } => row.other !== null);
    if (found.length === 0) return [];
    const records = await this.read(found.flatMap(({ id, other }) => [id, other]));
    const survivors = await this.read([...records.values()].map(({ standsFor }) => standsFor));
    const apart = await this.decided.among([...survivors.keys()]);
    const pairs = new Map<string, ProposedPair>();
    for (const { id, other, document } of found) {
      const [one, match] = [records.get(id), records.get(other)];
      const two = match && survivors.get(match.standsFor);
      if (!one || !match || !two || two.id === id || apart.has(id, two.id)) continue;
      if (two.registeredPostId === post && two.id > id) continue;
      const { score, why } = compareNames(partsQuery(one), match);
      const likely = document ? 1 : score;
      const key = inOrder(id, two.id).join(' ');
      if (likely < LEAST_FOR_PAIR || likely <= (pairs.get(key)?.score ?? 0)) continue;
      pairs.set(key, {
        one: memberOf(one),
        two: memberOf(two),
        score: likely,
        why: document ? ['same_document', ...why] : why,
      });
    }
    return [...pairs.values()].sort((a, b) => b.score - a.score);
  }

  private async read(ids: readonly string[]): Promise<Map<string, RecordRow>> {
    const rows = await this.database.query<RecordRow>(READ, [[...new Set(ids)]]);
    return new Map(rows.map((row) => [row.id, row]));
  }
}

const memberOf = (record: RecordRow): PairMember => ({
  id: record.id,
  fullName: fullName(record),
  birthDate: record.birthDate,
});
