import { Accounts } from '../../src/platform/access/accounts';
import { Actor } from '../../src/platform/access/actor';
import { openViolenceCase } from '../factories/violence-cases';
import { createTestApp, type TestApp } from '../support/app';
import type { Client } from '../support/client';
import { fetchContent, upload } from '../support/upload';

const OCCURRED = { occurredAt: '2026-03-02T08:40:00Z' };

/** What somebody took along from a sealed case opens nothing once they are out of its circle. */
describe('out of the circle', () => {
  let t: TestApp;
  let officer: Client;
  let colleague: Client;
  let id: string;
  beforeEach(async () => {
    t ??= await createTestApp();
    [officer, colleague] = await Promise.all([t.as('oficial.mad'), t.as('oficial2.mad')]);
    id = await openViolenceCase(officer, t.staff.posts['MAD']!);
    const answer = await officer.post(`/cases/${id}/members`, {
      accountId: t.staff.accounts['oficial2.mad'],
      kind: 'circle',
      reason: 'Apoya en el caso',
    });
    expect(answer.status).toBe(201);
  });
  afterAll(() => t.close());

  const bar = async () => {
    const body = {
      accountId: t.staff.accounts['oficial2.mad'],
      ground: 'related_to_aggressor',
      reason: 'Es su prima',
    };
    expect((await officer.post(`/cases/${id}/bars`, body)).status).toBe(201);
  };

  it('a tab left open reads no further and saves nothing', async () => {
    for (let n = 0; n < 30; n += 1) {
      await officer.post(`/cases/${id}/notes`, { text: `Nota ${n}`, ...OCCURRED });
    }
    const page = await colleague.get(`/cases/${id}`);
    expect(page.status).toBe(200);
    const { version } = (await colleague.get(`/cases/${id}/circle`)).body;
    const next = `/cases/${id}/timeline?cursor=${page.body.timeline.nextCursor}`;
    expect((await colleague.get(next)).status).toBe(200);
    await bar();
    for (const path of [`/cases/${id}`, next, `/violence-cases/${id}`, `/cases/${id}/circle`]) {
      expect([path, (await colleague.get(path)).status]).toEqual([path, 404]);
    }
    const note = { text: 'Desde la pestaña abierta', ...OCCURRED };
    expect((await colleague.post(`/cases/${id}/notes`, note)).status).toBe(404);
    const tier = { tier: 'standard', reason: 'x' };
    const headers = { 'if-match': `"${version}"` };
    expect((await colleague.post(`/cases/${id}/tier`, tier, headers)).status).toBe(404);
    const kept = await officer.get(`/cases/${id}/timeline?limit=200`);
    expect(JSON.stringify(kept.body)).not.toContain('Desde la pestaña abierta');
  });

  it('a known tag of the page is answered as absence, never as “not changed”', async () => {
    const { headers } = await colleague.get(`/cases/${id}`);
    const tag = headers.get('etag')!;
    expect(tag).toBeTruthy();
    await bar();
    const again = await colleague.get(`/cases/${id}`, { 'if-none-match': tag });
    expect([again.status, again.headers.get('etag')]).toEqual([404, null]);
  });

  it('a machine with a token from before the bar is out as well', async () => {
    const token = await t.app
      .get(Accounts, { strict: false })
      .createToken(Actor.system(), { username: 'oficial2.mad', scope: ['case.read'], days: 30 });
    const machine = t.anonymous();
    const headers = { authorization: `Bearer ${token}` };
    expect((await machine.get(`/cases/${id}`, headers)).status).toBe(200);
    await bar();
    expect((await machine.get(`/cases/${id}`, headers)).status).toBe(404);
    const list = await machine.get('/cases?view=sealed&limit=200', headers);
    expect(JSON.stringify(list.body)).not.toContain(id);
  });

  it('a link to a file, made before, opens nothing after', async () => {
    const content = Buffer.from('Parte médico\n');
    const fields = { kind: 'medical', title: 'Parte médico' };
    const file = await upload(officer, `/cases/${id}/documents`, content, 'parte.txt', fields);
    expect(file.status).toBe(201);
    const { versionId } = file.body;
    await t.owner.query(`UPDATE document_versions SET scan = 'clean' WHERE id = $1`, [versionId]);
    const link = await colleague.post(`/document-versions/${versionId}/links`, {
      purpose: 'download',
    });
    expect((await fetchContent(colleague, link.body.url)).status).toBe(200);
    await bar();
    expect((await fetchContent(colleague, link.body.url)).status).toBe(404);
  });

  it('an answer kept under an idempotency key is not repeated', async () => {
    const key = { 'idempotency-key': 'una-nota-de-la-colega' };
    const note = { text: 'Nota de la colega', ...OCCURRED };
    expect((await colleague.post(`/cases/${id}/notes`, note, key)).status).toBe(201);
    expect((await colleague.post(`/cases/${id}/notes`, note, key)).status).toBe(201);
    await bar();
    expect((await colleague.post(`/cases/${id}/notes`, note, key)).status).toBe(404);
  });
});
