import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentUpkeep } from '../../src/modules/documents/scanning/document-upkeep';
import { Files } from '../../src/platform/files/files';
import { createLogger } from '../../src/platform/http/logger';
import { createWorker } from '../../src/worker.module';
import { pdf } from '../factories/files';
import { logDetention } from '../factories/detentions';
import { createTestApp, testConfig, type TestApp } from '../support/app';
import {
  clamdProgram,
  describeWithClamd,
  EICAR,
  openGate,
  SIGNATURE,
  startClamd,
  type ScannerGate,
  type TestClamd,
} from '../support/clamd';
import type { Client } from '../support/client';
import { problem } from '../support/problem';
import { upload } from '../support/upload';

/** Looks again until `look` answers; the test's own time limit is the only one. */
async function eventually<T>(look: () => Promise<T | null | undefined | false>): Promise<T> {
  for (;;) {
    const found = await look();
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** An API and workers over one folder of files. */
class Bench {
  private workers: NestFastifyApplication[] = [];
  private constructor(
    readonly t: TestApp,
    private readonly filesUrl: string,
  ) {}

  static async open(): Promise<Bench> {
    const url = `file:${mkdtempSync(join(tmpdir(), 'amparo-scan-'))}`;
    return new Bench(await createTestApp({ env: { FILES_URL: url } }), url);
  }

  async startWorker(clamdUrl: string | null): Promise<NestFastifyApplication> {
    const env = { FILES_URL: this.filesUrl, ...(clamdUrl ? { CLAMD_URL: clamdUrl } : {}) };
    const worker = await createWorker(testConfig(this.t.database, env), {
      logger: createLogger('silent'),
      clock: this.t.clock,
    });
    this.workers.push(worker);
    return worker;
  }

  async stopWorkers(): Promise<void> {
    for (const worker of this.workers.splice(0)) await worker.close();
  }

  async close(): Promise<void> {
    await this.stopWorkers();
    await this.t.close();
  }

  async scanOf(client: Client, caseId: string, documentId: string) {
    const { body } = await client.get(`/cases/${caseId}/documents`);
    return body.items.find((d: { id: string }) => d.id === documentId).versions[0];
  }
}

const virus = () => Buffer.from(`Recibo\n${EICAR}\n`);

describeWithClamd('documents and their scanner', () => {
  let bench: Bench;
  let clamd: TestClamd;
  let gate: ScannerGate;
  let officer: Client;
  let caseId: string;
  beforeAll(async () => {
    bench = await Bench.open();
    clamd = await startClamd();
    gate = await openGate(clamd);
    officer = await bench.t.as('oficial.mad');
    caseId = await logDetention(officer, bench.t.staff.posts['MAD']!);
    await bench.startWorker(gate.url);
  });
  afterAll(async () => {
    await bench.close();
    await gate.close();
    await clamd.stop();
  });

  const add = async (content: Buffer, name: string) => {
    const path = `/cases/${caseId}/documents`;
    const answer = await upload(officer, path, content, name, { kind: 'other' });
    expect(answer.status).toBe(201);
    return answer.body as { id: string; versionId: string };
  };
  const verdict = (id: string) =>
    eventually(async () => {
      const version = await bench.scanOf(officer, caseId, id);
      return version.scan !== 'quarantined' && version;
    });
  const link = (versionId: string) =>
    officer.post(`/document-versions/${versionId}/links`, { purpose: 'download' });

  it('leave quarantine once a real scanner has found nothing', async () => {
    const { id, versionId } = await add(pdf(), 'acta.pdf');
    expect(await verdict(id)).toMatchObject({ scan: 'clean', withheld: null, signature: null });
    expect((await link(versionId)).status).toBe(201);
  });

  it('stay closed for ever when it found something, and those concerned are told', async () => {
    const { id, versionId } = await add(virus(), 'recibo.txt');
    expect(await verdict(id)).toMatchObject({
      scan: 'infected',
      withheld: 'DOCUMENT_INFECTED',
      signature: `${SIGNATURE}.UNOFFICIAL`,
    });
    expect(await link(versionId)).toMatchObject(problem(409, 'DOCUMENT_INFECTED'));
    for (const username of ['oficial.mad', 'jefe.mad']) {
      const client = await bench.t.as(username);
      const { items } = (await client.get('/notices')).body;
      const told = items.filter((n: { kind: string }) => n.kind === 'document_infected');
      expect([username, told.length]).toEqual([username, 1]);
      expect(told[0]).toMatchObject({ caseId, path: `/cases/${caseId}` });
      expect(JSON.stringify(told[0])).not.toContain('recibo');
    }
    const colleague = await bench.t.as('oficial2.mad');
    expect((await colleague.get('/notices')).body.items).toEqual([]);
    const entries = (await officer.get(`/cases/${caseId}/timeline`)).body.items;
    expect(entries[0]).toMatchObject({ kind: 'document.infected', data: { documentId: id } });
    const { rows } = await bench.t.owner.query(
      `SELECT actor_id FROM audit_entries WHERE action = 'document.infected' AND subject_id = $1`,
      [id],
    );
    expect(rows).toEqual([{ actor_id: null }]);
  });

  it('stay in quarantine while the scanner is gone in mid-scan, and are scanned when it is back', async () => {
    let scans = 0;
    const died = new Promise<void>((resolve) =>
      gate.onScan(async () => {
        scans += 1;
        if (scans > 1) return;
        await clamd.kill();
        resolve();
      }),
    );
    const { id, versionId } = await add(pdf('otra'), 'otra.pdf');
    await died;
    expect(await bench.scanOf(officer, caseId, id)).toMatchObject({ scan: 'quarantined' });
    expect(await link(versionId)).toMatchObject(problem(409, 'DOCUMENT_IN_QUARANTINE'));
    await clamd.start();
    expect(await verdict(id)).toMatchObject({ scan: 'clean' });
    expect(scans).toBeGreaterThan(1);
  });
});

describe('documents without a scanner', () => {
  let bench: Bench;
  let officer: Client;
  let caseId: string;
  beforeAll(async () => {
    bench = await Bench.open();
    officer = await bench.t.as('oficial.mad');
    caseId = await logDetention(officer, bench.t.staff.posts['MAD']!);
  });
  afterAll(() => bench.close());

  const add = async () =>
    (await upload(officer, `/cases/${caseId}/documents`, virus(), 'r.txt', { kind: 'other' })).body;
  const becomes = (id: string, scan: string) =>
    eventually(async () => (await bench.scanOf(officer, caseId, id)).scan === scan);

  it('are marked unscanned, and a scanner that comes later still looks at them', async () => {
    await bench.startWorker(null);
    const { id } = await add();
    await becomes(id, 'unscanned');
    await bench.stopWorkers();
    if (!clamdProgram()) return;
    const clamd = await startClamd();
    try {
      await bench.startWorker(clamd.url);
      await becomes(id, 'infected');
    } finally {
      await bench.stopWorkers();
      await clamd.stop();
    }
  });

  it('lose what no row names once it is a day old, and nothing else', async () => {
    const files = bench.t.app.get(Files, { strict: false });
    const worker = await bench.startWorker(null);
    const { id } = await add();
    const orphan = await files.receive(Buffer.from('nadie me nombra'), 1_000);
    await orphan.keep();
    const kept = async () => {
      const ids: string[] = [];
      for await (const { id } of files.list()) ids.push(id);
      return ids;
    };
    const upkeep = worker.get(DocumentUpkeep, { strict: false });
    // files carry the machine's own hour, whatever the standing clock of the test says
    const begun = bench.t.clock.now();
    const ages: Record<string, Date> = {};
    for await (const { id, at } of files.list()) ages[id] = at;
    bench.t.clock.set(new Date(ages[orphan.id]!.getTime() + 23 * 3_600_000).toISOString());
    expect(await upkeep.sweep()).toBe(0);
    const before = await kept();
    expect(before).toContain(orphan.id);
    bench.t.clock.advance({ hours: 2 });
    expect(await upkeep.sweep()).toBe(1);
    expect(await kept()).toEqual(before.filter((kept) => kept !== orphan.id));
    bench.t.clock.set(begun);
    await becomes(id, 'unscanned');
  });
});
