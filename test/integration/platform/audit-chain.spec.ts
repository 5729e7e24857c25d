import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { Actor } from '../../../src/platform/access/actor';
import { Audit } from '../../../src/platform/audit/audit';
import { AuditChain } from '../../../src/platform/audit/audit-chain';
import { AuditChainModule } from '../../../src/platform/audit/audit-chain.module';
import { AuditHeads } from '../../../src/platform/audit/audit-heads';
import { Database } from '../../../src/platform/database/database';
import { newId } from '../../../src/platform/ids';
import { CLUSTER_VARIABLE } from '../../support/global-postgres';
import { createTestPlatform, type TestPlatform } from '../../support/platform';

describe('the chain of the audit', () => {
  let t: TestPlatform;
  let chain: AuditChain;
  beforeEach(async () => {
    const headsFile = join(
      mkdtempSync(join(process.env[CLUSTER_VARIABLE]!, 'heads-')),
      'heads.jsonl',
    );
    t = await createTestPlatform([AuditChainModule.of({ headsFile, links: false })]);
    chain = t.module.get(AuditChain);
  });
  afterEach(() => t.close());

  async function write(entries: number): Promise<void> {
    const database = t.module.get(Database);
    await database.inTransaction(Actor.system(), async () => {
      for (let i = 0; i < entries; i++) {
        await t.module
          .get(Audit)
          .record({ action: 'thing.done', subjectType: 'thing', subjectId: newId() });
      }
    });
  }

  it('links every committed entry once, over several runs and writers', async () => {
    await write(7);
    const [a, b] = await Promise.all([chain.link(), chain.link()]);
    expect(a + b).toBe(7);
    await write(3);
    expect(await chain.link()).toBe(3);
    expect(await chain.link()).toBe(0);
    expect(await chain.countFaults()).toBe(0);
  });

  it('leaves no trace of a transaction that failed', async () => {
    const database = t.module.get(Database);
    const failing = database.inTransaction(Actor.system(), async () => {
      await t.module
        .get(Audit)
        .record({ action: 'thing.done', subjectType: 'thing', subjectId: newId() });
      throw new Error('changed my mind');
    });
    await expect(failing).rejects.toThrow('changed my mind');
    expect(await chain.link()).toBe(0);
  });

  it.each([
    [
      'an entry was altered',
      `UPDATE audit_entries SET action = 'thing.undone' WHERE id = (SELECT entry_id FROM audit_links WHERE seq = 2)`,
    ],
    ['a link was removed', 'DELETE FROM audit_links WHERE seq = 2'],
    [
      'links were cut off the end after their day was kept outside',
      'DELETE FROM audit_links WHERE seq >= 3',
    ],
  ])('shows that %s', async (_, tampering) => {
    await write(4);
    await chain.link();
    await t.module.get(AuditHeads).write();
    expect(await chain.countFaults()).toBe(0);
    await t.owner.query(tampering);
    expect(await chain.countFaults()).toBeGreaterThan(0);
  });

  it('shows an entry that stayed unlinked for over a minute', async () => {
    await write(1);
    await t.owner.query(`UPDATE audit_entries SET at = at - interval '61 seconds'`);
    expect(await chain.countFaults()).toBe(1);
  });

  it('cannot be rewritten by the application role', async () => {
    await write(1);
    const { Client } = await import('pg');
    const app = new Client({ connectionString: t.database.appUrl });
    app.on('error', () => undefined);
    await app.connect();
    await app.query('SELECT app.act_as_system()');
    await expect(app.query(`UPDATE audit_entries SET action = 'a.b'`)).rejects.toThrow(
      /permission denied/,
    );
    await expect(app.query('DELETE FROM audit_entries')).rejects.toThrow(/permission denied/);
    await app.end();
  });
});
