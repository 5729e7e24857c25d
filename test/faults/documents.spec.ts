import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pdf } from '../factories/files';
import { logDetention } from '../factories/detentions';
import { createTestApp, type TestApp } from '../support/app';
import { describeWithClamd, openGate, startClamd } from '../support/clamd';
import { Client } from '../support/client';
import { CLUSTER_VARIABLE } from '../support/global-postgres';
import { problem } from '../support/problem';
import { upload } from '../support/upload';

/** Looks again until `look` holds; the test's own time limit is the only one. */
async function eventually(look: () => Promise<boolean>): Promise<void> {
  while (!(await look())) await new Promise((resolve) => setTimeout(resolve, 50));
}

describe('documents and faults', () => {
  let t: TestApp;
  let folder: string;
  let caseId: string;
  const started: ChildProcess[] = [];
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'amparo-faults-'));
    t = await createTestApp({ env: { FILES_URL: `file:${folder}` } });
    caseId = await logDetention(await t.as('oficial.mad'), t.staff.posts['MAD']!);
  });
  afterEach(() => Promise.all(started.splice(0).map(kill)));
  afterAll(async () => {
    await t.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** A process of its own; `limit` is the largest file it may write, in KiB. */
  async function start(part: 'api' | 'worker', env: object = {}, limit = 'unlimited') {
    const node = [process.execPath, '--no-warnings', '--require', join(__dirname, 'register.cjs')];
    const command = `ulimit -f ${limit}; exec "$@"`;
    const child = spawn(
      'bash',
      ['-c', command, 'bash', ...node, join(__dirname, 'documents-process.ts')],
      {
        stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
        env: {
          PATH: process.env['PATH'],
          [CLUSTER_VARIABLE]: process.env[CLUSTER_VARIABLE],
          DATABASE_URL: t.database.appUrl,
          DATABASE_OWNER_URL: t.database.ownerUrl,
          FILES_URL: `file:${folder}`,
          PART: part,
          ...env,
        },
      },
    );
    started.push(child);
    const url = await new Promise<string>((resolve, reject) => {
      child.once('message', ({ ready }: { ready: string }) => resolve(ready));
      child.once('exit', (code) => reject(new Error(`it ended with ${code}`)));
    });
    return { child, url };
  }

  function kill(child: ChildProcess): Promise<void> {
    return new Promise((resolve) => {
      if (child.exitCode !== null || child.signalCode !== null) return resolve();
      child.once('exit', () => resolve());
      child.kill('SIGKILL');
    });
  }

  const files = () =>
    readdirSync(folder, { recursive: true, withFileTypes: true }).filter((f) => f.isFile()).length;
  const rows = async () => {
    const { rows } = await t.owner.query('SELECT count(*)::int AS n FROM document_versions');
    return rows[0].n as number;
  };
  const path = () => `/cases/${caseId}/documents`;

  it('a full disk refuses with 507, and nothing is half-saved', async () => {
    const { url } = await start('api', {}, '128');
    const officer = new Client(url, await t.staff.openSession('oficial.mad'));
    const large = Buffer.from('Rosa Quispe declara.\n'.repeat(20_000));
    expect(await upload(officer, path(), large, 'nota.txt', { kind: 'other' })).toMatchObject(
      problem(507, 'STORAGE_FULL'),
    );
    expect([files(), await rows()]).toEqual([0, 0]);
    const small = await upload(officer, path(), pdf(), 'acta.pdf', { kind: 'other' });
    expect([small.status, files(), await rows()]).toEqual([201, 1, 1]);
  });

  describeWithClamd('with a real scanner', () => {
    it('a worker killed in mid-scan leaves the file in quarantine, and the next one scans it', async () => {
      const clamd = await startClamd();
      const gate = await openGate(clamd);
      let begun = 0;
      gate.onScan(() => {
        begun += 1;
        return begun === 1 ? new Promise(() => undefined) : Promise.resolve();
      });
      try {
        const first = await start('worker', { CLAMD_URL: gate.url });
        const officer = await t.as('oficial.mad');
        const { body } = await upload(officer, path(), pdf('otra'), 'otra.pdf', { kind: 'other' });
        const scan = async () => {
          const { rows } = await t.owner.query('SELECT scan FROM document_versions WHERE id = $1', [
            body.versionId,
          ]);
          return rows[0].scan as string;
        };
        await eventually(async () => begun > 0);
        await kill(first.child);
        expect(await scan()).toBe('quarantined');
        await start('worker', { CLAMD_URL: gate.url });
        await eventually(async () => (await scan()) === 'clean');
        // the end of the job is written after the verdict
        await eventually(async () => {
          const { rows } = await t.owner.query(
            `SELECT count(*)::int AS n FROM outbox WHERE job = 'document.scan' AND done_at IS NULL`,
          );
          return rows[0].n === 0;
        });
      } finally {
        await Promise.all(started.splice(0).map(kill));
        await gate.close();
        await clamd.stop();
      }
    }, 120_000);
  });
});
