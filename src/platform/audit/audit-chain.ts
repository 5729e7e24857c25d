import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Actor } from '../access/actor';
import { Database } from '../database/database';
import { statement } from '../database/statement';
import { AuditHeads } from './audit-heads';

/** One writer at a time, over all processes. */
const LOCK = statement(
  'audit-chain.lock',
  `SELECT pg_try_advisory_xact_lock(hashtext('audit-chain')) AS held`,
);
const LAST = statement(
  'audit-chain.last',
  `SELECT l.seq, l.hash, e.at FROM audit_links l JOIN audit_entries e ON e.id = l.entry_id
    ORDER BY l.seq DESC LIMIT 1`,
);
/**
 * Entries are stamped when their transaction starts and appear when it commits, so a late one may be
 * older than the last link; no transaction lives longer than the look back.
 */
const UNLINKED = statement(
  'audit-chain.unlinked',
  `SELECT e.id, to_jsonb(e)::text AS content FROM audit_entries e
    WHERE e.at > coalesce($1::timestamptz - interval '10 minutes', '-infinity')
      AND NOT EXISTS (SELECT 1 FROM audit_links l WHERE l.entry_id = e.id)
    ORDER BY e.at, e.id LIMIT $2`,
);
const INSERT = statement(
  'audit-chain.insert',
  `INSERT INTO audit_links (seq, entry_id, prev_hash, hash)
   SELECT * FROM unnest($1::bigint[], $2::uuid[], $3::bytea[], $4::bytea[])`,
);
const WALK = statement(
  'audit-chain.walk',
  `SELECT l.seq, l.prev_hash AS prev, l.hash, to_jsonb(e)::text AS content
     FROM audit_links l LEFT JOIN audit_entries e ON e.id = l.entry_id
    WHERE l.seq > $1 ORDER BY l.seq LIMIT $2`,
);
const FORGOTTEN = statement(
  'audit-chain.forgotten',
  `SELECT count(*)::int AS n FROM audit_entries e
    WHERE e.at < now() - interval '60 seconds'
      AND NOT EXISTS (SELECT 1 FROM audit_links l WHERE l.entry_id = e.id)`,
);

const ORIGIN = Buffer.alloc(32);
const BATCH = 1000;

/** The hash of an entry after `previous`: SHA-256 over both. */
export const linkHash = (previous: Buffer, content: string): Buffer =>
  createHash('sha256').update(previous).update(content).digest();

interface Unlinked {
  id: string;
  content: string;
}

/**
 * Links committed audit entries into a chain in which each proves all before it. Linking follows the
 * commits from behind, so that no transaction waits for the head of the chain.
 */
@Injectable()
export class AuditChain {
  constructor(
    private readonly database: Database,
    private readonly heads: AuditHeads,
  ) {}

  /** Links all that is committed; returns how many. Another process at it: 0. */
  async link(): Promise<number> {
    let linked = 0;
    for (;;) {
      const batch = await this.linkBatch();
      linked += batch;
      if (batch < BATCH) return linked;
    }
  }

  private async linkBatch(): Promise<number> {
    const head = await this.database.inTransaction(Actor.system(), async () => {
      const [lock] = await this.database.query<{ held: boolean }>(LOCK);
      if (!lock!.held) return null;
      const [last] = await this.database.query<{ seq: string; hash: Buffer; at: Date }>(LAST);
      const entries = await this.database.query<Unlinked>(UNLINKED, [last?.at ?? null, BATCH]);
      if (entries.length === 0) return null;

      let seq = Number(last?.seq ?? 0);
      let hash: Buffer = last?.hash ?? ORIGIN;
      const links = entries.map(({ id, content }) => {
        const previous = hash;
        hash = linkHash(previous, content);
        return { seq: ++seq, id, previous, hash };
      });
      await this.database.query(INSERT, [
        links.map((link) => link.seq),
        links.map((link) => link.id),
        links.map((link) => link.previous),
        links.map((link) => link.hash),
      ]);
      return { seq, hash: hash.toString('hex'), count: links.length };
    });
    if (!head) return 0;
    await this.heads.keep(head.seq, head.hash);
    return head.count;
  }

  /**
   * Faults of the chain: links whose hash, order or entry is not what it was, entries left unlinked
   * for over a minute, and heads kept outside that the chain no longer has.
   */
  async countFaults(): Promise<number> {
    const kept = await this.heads.all();
    return this.database.inTransaction(Actor.system(), async () => {
      let faults = 0;
      let seq = 0;
      let hash: Buffer = ORIGIN;
      for (;;) {
        const links = await this.database.query<{
          seq: string;
          prev: Buffer;
          hash: Buffer;
          content: string | null;
        }>(WALK, [seq, BATCH]);
        for (const link of links) {
          seq += 1;
          const whole =
            Number(link.seq) === seq &&
            link.content !== null &&
            link.prev.equals(hash) &&
            link.hash.equals(linkHash(hash, link.content));
          const asKept = !kept.has(seq) || kept.get(seq) === link.hash.toString('hex');
          if (!whole || !asKept) faults += 1;
          seq = Number(link.seq);
          hash = link.hash;
          kept.delete(seq);
        }
        if (links.length < BATCH) break;
      }
      const [forgotten] = await this.database.query<{ n: number }>(FORGOTTEN);
      return faults + forgotten!.n + kept.size;
    });
  }
}
