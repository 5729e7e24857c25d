import { Pool } from 'pg';
import type { KeyServices, WrappedKey } from '../crypto/key-service';
import { createRecoveryKey, openRecovery, wrapForRecovery } from '../crypto/recovery';
import { newId } from '../ids';

interface KeyRow extends WrappedKey {
  id: string;
  context: string;
  recovery: string | null;
  recoveryKeyId: string | null;
}

const KEYS = `
  SELECT id, wrapped AS text, wrapped_by AS by, recovery, recovery_key_id AS "recoveryKeyId",
         CASE WHEN case_id IS NULL THEN 'person:' || person_id ELSE 'case:' || case_id END AS context
    FROM data_keys ORDER BY id`;
const PUT = 'UPDATE data_keys SET wrapped = $2, wrapped_by = $3 WHERE id = $1';

async function withOwner<T>(ownerUrl: string, work: (owner: Pool) => Promise<T>): Promise<T> {
  const owner = new Pool({ connectionString: ownerUrl, max: 1 });
  try {
    return await work(owner);
  } finally {
    await owner.end();
  }
}

/**
 * Wraps data keys again: those that a fallback, another service or an older key wrapped; `all` to
 * follow a rotation inside the service. Texts and files stay as they are.
 */
export function rotateKeys(
  ownerUrl: string,
  services: KeyServices,
  all: boolean,
): Promise<{ keys: number; wrappedAgain: number }> {
  return withOwner(ownerUrl, async (owner) => {
    const { rows } = await owner.query<KeyRow>(KEYS);
    const stale = rows.filter((row) => all || services.isStale(row));
    for (const row of stale) {
      const wrapped = await services.wrap(await services.unwrap(row, row.context), row.context);
      await owner.query(PUT, [row.id, wrapped.text, wrapped.by]);
    }
    return { keys: rows.length, wrappedAgain: stale.length };
  });
}

/**
 * A recovery key for two custodians, and every data key wrapped with it too. The shares are in the
 * answer and nowhere else: give one to each.
 */
export function createRecovery(
  ownerUrl: string,
  services: KeyServices,
): Promise<{ recoveryKey: string; shares: [string, string]; keys: number }> {
  return withOwner(ownerUrl, async (owner) => {
    const { publicKey, privateKey, shares } = createRecoveryKey();
    const id = newId();
    await owner.query(
      'INSERT INTO recovery_keys (id, public_key, private_key) VALUES ($1, $2, $3)',
      [id, publicKey, privateKey],
    );
    const { rows } = await owner.query<KeyRow>(KEYS);
    for (const row of rows) {
      const key = await services.unwrap(row, row.context);
      await owner.query('UPDATE data_keys SET recovery_key_id = $2, recovery = $3 WHERE id = $1', [
        ...[row.id, id, wrapForRecovery(publicKey, key, row.context)],
      ]);
    }
    return { recoveryKey: id, shares, keys: rows.length };
  });
}

/**
 * After the key service was lost: opens every data key with both custodians' shares and wraps it with
 * the service configured now.
 * @throws Error when a share is wrong; nothing is changed then
 */
export function recoverKeys(
  ownerUrl: string,
  services: KeyServices,
  shares: [string, string],
): Promise<{ recovered: number; withoutRecovery: number }> {
  return withOwner(ownerUrl, async (owner) => {
    const { rows } = await owner.query<KeyRow>(KEYS);
    const recovery = await owner.query<{ id: string; privateKey: string }>(
      'SELECT id, private_key AS "privateKey" FROM recovery_keys ORDER BY recorded_at DESC, id DESC',
    );
    const openers = new Map(
      recovery.rows.flatMap(({ id, privateKey }) => {
        try {
          return [[id, openRecovery(privateKey, shares)] as const];
        } catch {
          return [];
        }
      }),
    );
    if (openers.size === 0) throw new Error('these two shares open no recovery key');
    let recovered = 0;
    for (const { id, context, recovery: kept, recoveryKeyId } of rows) {
      const open = recoveryKeyId && openers.get(recoveryKeyId);
      if (!open || !kept) continue;
      const wrapped = await services.wrap(open(kept, context), context);
      await owner.query(PUT, [id, wrapped.text, wrapped.by]);
      recovered += 1;
    }
    return { recovered, withoutRecovery: rows.length - recovered };
  });
}
