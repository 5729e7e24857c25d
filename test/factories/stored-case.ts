import type { Pool } from 'pg';
import { newId } from '../../src/platform/ids';

/** A detention as rows, for what counts and compares rows; instants are ISO 8601. */
export interface StoredCase {
  post: string;
  tier?: 'standard' | 'restricted' | 'sealed';
  closedAt?: string;
  nextDueAt?: string;
  lastVisitAt?: string;
  postNotifiedAt?: string;
  firstContactAt?: string;
  family?: string;
  assignee?: string;
  /** Accounts whom the case itself admits. */
  circle?: string[];
}

/** Writes a case as the owner of the tables, past every rule; returns its id. */
export async function storeCase(owner: Pool, input: StoredCase): Promise<string> {
  const id = newId();
  const closed = input.closedAt ?? null;
  await owner.query(
    `INSERT INTO cases (id, post_id, family, type, tier, status, intake_channel, occurred_at, country,
       assignee_id, next_due_at, last_visit_at, first_contact_at, closed_at, outcome, stage)
     VALUES ($1, $2, $3, 'criminal_detention', $4, $5, 'relative', '2026-01-10Z', 'ES', $6, $7, $8, $9, $10, $11, 'pretrial')`,
    [
      id,
      input.post,
      input.family ?? 'detention',
      input.tier ?? 'standard',
      closed ? 'closed' : 'active',
      input.assignee ?? null,
      input.nextDueAt ?? null,
      input.lastVisitAt ?? null,
      input.firstContactAt ?? null,
      closed,
      closed ? 'released' : null,
    ],
  );
  await owner.query(
    `INSERT INTO detentions (case_id, post_notified_at, notice_channel) VALUES ($1, $2, 'telephone')`,
    [id, input.postNotifiedAt ?? '2026-01-10T08:00:00Z'],
  );
  for (const account of input.circle ?? []) {
    await owner.query(
      `INSERT INTO case_members (id, case_id, account_id, kind) VALUES ($1, $2, $3, 'circle')`,
      [newId(), id, account],
    );
  }
  return id;
}
