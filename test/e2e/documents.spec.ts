import { request as httpRequest } from 'node:http';
import { createHash } from 'node:crypto';
import { Files } from '../../src/platform/files/files';
import { newId } from '../../src/platform/ids';
import { docx, jpeg, pdf, png } from '../factories/files';
import { logDetention } from '../factories/detentions';
import { createTestApp, type TestApp } from '../support/app';
import type { Client } from '../support/client';
import { problem } from '../support/problem';
import { fetchContent, upload } from '../support/upload';

describe('documents', () => {
  let t: TestApp;
  let officer: Client;
  let mad: string;
  let caseId: string;
  let files: Files;
  beforeAll(async () => {
    t = await createTestApp();
    files = t.app.get(Files, { strict: false });
    officer = await t.as('oficial.mad');
    mad = t.staff.posts['MAD']!;
    caseId = await logDetention(officer, mad);
  });
  afterAll(() => t.close());

  const add = (content = pdf(), name = 'acta.pdf', fields = {}, headers = {}, client = officer) =>
    upload(
      client,
      `/cases/${caseId}/documents`,
      content,
      name,
      { kind: 'court', ...fields },
      headers,
    );
  const listed = async (id: string, client = officer) =>
    (await client.get(`/cases/${caseId}/documents`)).body.items.find(
      (d: { id: string }) => d.id === id,
    );
  const kept = async () => {
    const ids: string[] = [];
    for await (const { id } of files.list()) ids.push(id);
    return ids.length;
  };
  /** As if the scanner had spoken. */
  const scanned = (versionId: string, scan: string, signature: string | null = null) =>
    t.owner.query('UPDATE document_versions SET scan = $2, signature = $3 WHERE id = $1', [
      versionId,
      scan,
      signature,
    ]);
  const link = (versionId: string, purpose = 'download', client = officer) =>
    client.post(`/document-versions/${versionId}/links`, { purpose });

  it('are kept sealed, with their hash, in quarantine, and leave their traces', async () => {
    const content = pdf('Sentencia de prueba');
    const answer = await add(content, 'C:\\Papeles\\Sentencia Ñahui.pdf', { title: 'Sentencia' });
    expect([answer.status, answer.body.number]).toEqual([201, 1]);
    const document = await listed(answer.body.id);
    expect(document).toMatchObject({
      caseId,
      kind: 'court',
      tier: 'standard',
      origin: 'uploaded',
      title: 'Sentencia',
      versions: [
        {
          id: answer.body.versionId,
          number: 1,
          fileName: 'Sentencia Ñahui.pdf',
          mime: 'application/pdf',
          size: content.length,
          sha256: createHash('sha256').update(content).digest('hex'),
          scan: 'quarantined',
          withheld: 'DOCUMENT_IN_QUARANTINE',
          uploadedBy: 'oficial.mad',
        },
      ],
    });
    const { rows } = await t.owner.query(
      'SELECT file_id, key_reference FROM document_versions WHERE id = $1',
      [answer.body.versionId],
    );
    expect(rows[0].key_reference).toBe('test-1');
    expect(await files.hash(rows[0].file_id)).toBe(document.versions[0].sha256);
    const entries = (await officer.get(`/cases/${caseId}/timeline`)).body.items;
    expect(entries[0]).toMatchObject({
      kind: 'document.added',
      data: { documentId: answer.body.id, documentKind: 'court' },
    });
    const jobs = await t.owner.query(
      `SELECT queue, payload FROM outbox WHERE job = 'document.scan'`,
    );
    expect(jobs.rows).toEqual([
      { queue: `post-${mad}`, payload: { versionId: answer.body.versionId } },
    ]);
    expect(await link(answer.body.versionId)).toMatchObject(problem(409, 'DOCUMENT_IN_QUARANTINE'));
  });

  it('are opened by short-lived links of one session, with headers that let nothing run', async () => {
    const content = pdf();
    const { body } = await add(content, 'acta final año.pdf');
    await scanned(body.versionId, 'clean');
    const { body: made } = await link(body.versionId);
    expect(made.url).not.toMatch(/acta|oficial/);
    const { status, bytes, headers } = await fetchContent(officer, made.url);
    expect([status, bytes.equals(content)]).toEqual([200, true]);
    expect(headers.get('content-type')).toBe('application/pdf');
    expect(headers.get('content-security-policy')).toMatch(/default-src 'none';.*sandbox$/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('cache-control')).toBe('private, no-store');
    expect(headers.get('content-disposition')).toBe(
      `attachment; filename="acta final a_o.pdf"; filename*=UTF-8''acta%20final%20a%C3%B1o.pdf`,
    );
    const preview = await link(body.versionId, 'preview');
    const shown = await fetchContent(officer, preview.body.url);
    expect(shown.headers.get('content-disposition')).toMatch(/^inline;/);

    for (const other of [await t.as('jefe.mad'), await t.as('oficial.mad')]) {
      expect((await fetchContent(other, made.url)).status).toBe(404);
    }
    expect((await fetchContent(t.anonymous(), made.url)).status).toBe(401);
    const forged = made.url.replace(/\.d\./, '.p.');
    expect((await fetchContent(officer, forged)).status).toBe(404);

    const { rows } = await t.owner.query(
      `SELECT action, details->>'versionId' AS version FROM audit_entries
        WHERE subject_type = 'document' AND action IN ('document.downloaded', 'document.previewed')
        ORDER BY id`,
    );
    expect(rows).toEqual([
      { action: 'document.downloaded', version: body.versionId },
      { action: 'document.previewed', version: body.versionId },
    ]);
    t.clock.advance({ minutes: 6 });
    expect((await fetchContent(officer, made.url)).status).toBe(410);
  });

  it('end their links with the session', async () => {
    const { body } = await add();
    await scanned(body.versionId, 'clean');
    const leaving = await t.as('oficial.mad');
    const { url } = (await link(body.versionId, 'download', leaving)).body;
    expect((await fetchContent(leaving, url)).status).toBe(200);
    await leaving.delete('/sessions/current');
    expect((await fetchContent(leaving, url)).status).toBe(401);
  });

  it('keep every version, and the newest counts', async () => {
    const { body } = await add(pdf('uno'));
    const second = await upload(officer, `/documents/${body.id}/versions`, png(), 'foto.png');
    expect([second.status, second.body.number]).toEqual([201, 2]);
    const { versions } = await listed(body.id);
    expect(versions.map((v: { number: number; mime: string }) => [v.number, v.mime])).toEqual([
      [2, 'image/png'],
      [1, 'application/pdf'],
    ]);
    const missing = await upload(officer, `/documents/${newId()}/versions`, png(), 'foto.png');
    expect(missing).toMatchObject(problem(404, 'NOT_FOUND'));
  });

  it('are corrected with If-Match and withdrawn with a reason, never deleted', async () => {
    const { body } = await add();
    const edit = (version: number, change: object) =>
      officer.patch(`/documents/${body.id}`, change, { 'if-match': `"${version}"` });
    const edited = await edit(1, { title: 'Acta corregida', kind: 'correspondence' });
    expect([edited.status, edited.body.title, edited.body.version]).toEqual([
      200,
      'Acta corregida',
      2,
    ]);
    expect(await edit(1, { kind: 'other' })).toMatchObject({
      ...problem(412, 'STALE_VERSION'),
      body: { changes: [{ fields: ['title', 'kind'], by: 'oficial.mad' }] },
    });
    const withdrawal = () =>
      officer.post(`/documents/${body.id}/withdrawal`, { reason: 'wrong_file' });
    expect((await withdrawal()).body).toMatchObject({ withdrawnReason: 'wrong_file', version: 3 });
    expect(await withdrawal()).toMatchObject(problem(409, 'DOCUMENT_WITHDRAWN'));
    const renewed = await upload(officer, `/documents/${body.id}/versions`, png(), 'a.png');
    expect(renewed).toMatchObject(problem(409, 'DOCUMENT_WITHDRAWN'));
    expect((await listed(body.id)).withdrawnReason).toBe('wrong_file');
  });

  it('follow their case, and the restricted ones its restricted parts', async () => {
    const { body } = await add(pdf(), 'informe.pdf', { kind: 'medical', tier: 'restricted' });
    const colleague = await t.as('oficial2.mad');
    const elsewhere = await t.as('oficial.pat');
    expect(await listed(body.id)).toMatchObject({ tier: 'restricted' });
    expect(await listed(body.id, await t.as('jefe.mad'))).toBeDefined();
    expect(await listed(body.id, colleague)).toBeUndefined();
    await scanned(body.versionId, 'clean');
    expect((await link(body.versionId, 'download', colleague)).status).toBe(404);
    expect((await elsewhere.get(`/cases/${caseId}/documents`)).status).toBe(404);
    const timeline = (await colleague.get(`/cases/${caseId}/timeline`)).body.items;
    expect(JSON.stringify(timeline)).not.toContain(body.id);
    expect(await add(pdf(), 'a.pdf', { tier: 'restricted' }, {}, colleague)).toMatchObject(
      problem(403, 'DOCUMENT_TIER_BEYOND_REACH'),
    );
    expect(await add(pdf(), 'a.pdf', {}, {}, elsewhere)).toMatchObject(problem(404, 'NOT_FOUND'));
    expect(await add(pdf(), 'a.pdf', {}, {}, await t.as('directora.dgc'))).toMatchObject(
      problem(403, 'FORBIDDEN'),
    );
    expect((await (await t.as('auditora')).get(`/cases/${caseId}/documents`)).status).toBe(403);
  });

  it('of a person follow the person', async () => {
    const { personId } = (await officer.get(`/cases/${caseId}`)).body;
    const path = `/people/${personId}/files`;
    const added = await upload(officer, path, jpeg(), 'dni.jpg', { kind: 'identity' });
    expect(added.status).toBe(201);
    const elsewhere = await t.as('oficial.pat');
    expect((await elsewhere.get(path)).body.items).toMatchObject([{ id: added.body.id, personId }]);
    expect((await (await t.as('honorario.ros')).get(path)).status).toBe(404);
    const restricted = { kind: 'identity', tier: 'restricted' };
    expect(await upload(officer, path, jpeg(), 'dni.jpg', restricted)).toMatchObject(
      problem(422, 'DOCUMENT_OF_PERSON_RESTRICTED'),
    );
  });

  it('give the same answer to a repeated upload, and keep one file', async () => {
    const headers = { 'idempotency-key': newId() };
    const content = pdf('repetido');
    const before = await kept();
    const [a, b] = [
      await add(content, 'a.pdf', {}, headers),
      await add(content, 'a.pdf', {}, headers),
    ];
    expect([a.status, b.status, b.body]).toEqual([201, 201, a.body]);
    expect(await kept()).toBe(before + 1);
    expect(await add(pdf('otro'), 'a.pdf', {}, headers)).toMatchObject(
      problem(422, 'IDEMPOTENCY_KEY_REUSED'),
    );
    expect(await kept()).toBe(before + 1);
  });

  it('refuse what they cannot be, with the reason and nothing kept', async () => {
    const before = await kept();
    const macro = docx({ name: 'word/vbaProject.bin', content: 'x' });
    expect(await add(macro, 'carta.docx')).toMatchObject(
      problem(422, 'FILE_HAS_MACROS', ['file', 'FILE_HAS_MACROS']),
    );
    expect(await add(pdf(), 'foto.jpg')).toMatchObject(problem(422, 'FILE_EXTENSION_MISMATCH'));
    expect(await add(Buffer.from('MZ\x90\0', 'latin1'), 'a.exe')).toMatchObject(
      problem(415, 'FILE_TYPE_NOT_ALLOWED'),
    );
    expect(await add(Buffer.alloc(0), 'a.pdf')).toMatchObject(problem(422, 'FILE_EMPTY'));
    expect(await add(pdf(), 'a.pdf', { kind: 'secret' })).toMatchObject(
      problem(400, 'VALIDATION_FAILED', ['kind', 'isIn']),
    );
    expect(await add(pdf(), 'a.pdf', { more: 'x' })).toMatchObject(
      problem(400, 'VALIDATION_FAILED', ['more', 'whitelistValidation']),
    );
    expect(await officer.post(`/cases/${caseId}/documents`, { kind: 'court' })).toMatchObject(
      problem(415, 'UNSUPPORTED_MEDIA_TYPE'),
    );
    const form = { 'content-type': 'multipart/form-data; boundary=x' };
    const path = `/cases/${caseId}/documents`;
    expect(await officer.send('POST', path, '--x--\r\n', form)).toMatchObject(
      problem(400, 'FILE_MISSING_IN_FORM'),
    );
    expect((await officer.send('POST', path, 'not a form at all', form)).status).toBe(400);
    expect(await kept()).toBe(before);
  });

  it('are not taken into a finished case', async () => {
    const finished = await logDetention(officer, mad);
    await t.owner.query(
      `UPDATE cases SET status = 'closed', closed_at = now(), outcome = 'resolved' WHERE id = $1`,
      [finished],
    );
    const before = await kept();
    const path = `/cases/${finished}/documents`;
    expect(await upload(officer, path, pdf(), 'a.pdf', { kind: 'court' })).toMatchObject(
      problem(409, 'CASE_IS_FINISHED'),
    );
    expect((await officer.get(path)).body.canAdd).toBe(false);
    expect(await kept()).toBe(before);
  });

  it('keep to limits that headquarters sets and versions', async () => {
    const director = await t.as('directora.dgc');
    const current = (await officer.get('/document-policies/current')).body;
    const { version, ...content } = current;
    expect([version, content.unscannedDownload]).toEqual([1, true]);
    const next = { ...content, maxBytes: 2_048, unscannedDownload: false };
    expect((await officer.post('/document-policies', { content: next, reason: 'No' })).status).toBe(
      403,
    );
    const bad = await director.post('/document-policies', {
      content: { ...next, maxBytes: 1 },
      reason: 'Menos',
    });
    expect(bad).toMatchObject(problem(422, 'VALIDATION_FAILED', ['content.maxBytes', 'too_small']));
    const { body: unscanned } = await add();
    await scanned(unscanned.versionId, 'unscanned');
    expect((await link(unscanned.versionId)).status).toBe(201);
    const written = await director.post('/document-policies', { content: next, reason: 'Prueba' });
    expect([written.status, written.body.version]).toEqual([201, 2]);
    expect(await link(unscanned.versionId)).toMatchObject(problem(409, 'DOCUMENT_NOT_SCANNED'));
    expect(await add(Buffer.alloc(3_000, 'a'), 'nota.txt')).toMatchObject(
      problem(413, 'FILE_TOO_LARGE'),
    );
    expect(await add(Buffer.alloc(300_000, 'a'), 'nota.txt')).toMatchObject(
      problem(413, 'FILE_TOO_LARGE'),
    );
    const history = (await director.get('/document-policies')).body.items;
    expect(history.map((p: { version: number }) => p.version)).toEqual([2, 1]);
    await director.post('/document-policies', { content, reason: 'Como antes' });
  });

  it('leave nothing when the line breaks half-way', async () => {
    const before = await kept();
    const head = Buffer.from(
      '--x\r\ncontent-disposition: form-data; name="kind"\r\n\r\ncourt\r\n' +
        '--x\r\ncontent-disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n',
    );
    const sending = httpRequest(`${t.url}/api/v1/cases/${caseId}/documents`, {
      method: 'POST',
      headers: {
        'x-amparo': '1',
        cookie: `amparo_session=${officer.cookie}`,
        'content-type': 'multipart/form-data; boundary=x',
        'content-length': 2_000_000,
      },
    });
    sending.on('error', () => undefined);
    sending.write(Buffer.concat([head, pdf()]));
    const arriving = async () => (await files.arriving()).length;
    while ((await arriving()) === 0) await new Promise((resolve) => setTimeout(resolve, 10));
    sending.destroy();
    while ((await arriving()) > 0) await new Promise((resolve) => setTimeout(resolve, 10));
    expect(await kept()).toBe(before);
    const { rows } = await t.owner.query('SELECT count(*)::int AS n FROM document_versions');
    expect(rows[0].n).toBe(before);
  });
});
