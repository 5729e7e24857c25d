import { newId } from '../../src/platform/ids';
import { createTestApp, type TestApp } from '../support/app';
import type { Client } from '../support/client';

describe('the jobs screen', () => {
  let app: TestApp;
  let admin: Client;

  beforeAll(async () => {
    app = await createTestApp();
    admin = await app.as('admin');
  });
  afterAll(() => app.close());

  const failedJob = async (post: string | null) => {
    const id = newId();
    await app.owner.query(
      `INSERT INTO outbox (id, job, queue, payload, key, relayed_at, relays, failed_at, failure)
       VALUES ($1::uuid, 'mail.send', $2, $3, $1::text, now(), 1, now(), 'MAIL_REFUSED')`,
      [id, post ? `post-${app.staff.posts[post]}` : 'system', JSON.stringify({ mailId: id })],
    );
    return id;
  };
  const queue = async (code: string) => {
    const { body } = await admin.get('/job-queues');
    return body.items.find((each: { postCode: string }) => each.postCode === code);
  };

  it('shows every queue to administrators and to nobody else', async () => {
    const { status, body } = await admin.get('/job-queues');
    expect(status).toBe(200);
    const codes = body.items.map((each: { postCode: string }) => each.postCode);
    expect(codes).toEqual(expect.arrayContaining(['system', 'MAD', 'PAT']));
    expect(await queue('MAD')).toEqual({
      postCode: 'MAD',
      waiting: 0,
      active: 0,
      delayed: 0,
      failed: 0,
      paused: false,
    });
    for (const username of ['jefe.mad', 'directora.dgc', 'auditora']) {
      expect((await (await app.as(username)).get('/job-queues')).status).toBe(403);
    }
    expect((await app.anonymous().get('/job-queues')).status).toBe(401);
  });

  it('shows what failed by its fault and gives it its attempts again', async () => {
    const id = await failedJob('PAT');
    expect(await queue('PAT')).toMatchObject({ failed: 1, waiting: 0 });
    const failed = await admin.get('/job-queues/PAT/failed');
    expect(failed.body.items).toEqual([
      {
        id,
        job: 'mail.send',
        failure: 'MAIL_REFUSED',
        failedAt: expect.stringMatching(/Z$/),
        recordedAt: expect.stringMatching(/Z$/),
      },
    ]);
    const retried = await admin.post(`/job-queues/PAT/failed/${id}/retry`);
    expect([retried.status, retried.body]).toEqual([202, { retried: 1 }]);
    expect(await queue('PAT')).toMatchObject({ failed: 0, waiting: 1 });
    const audited = await app.owner.query(
      `SELECT details FROM audit_entries WHERE action = 'job.retried' AND subject_id = $1`,
      [id],
    );
    expect(audited.rows).toEqual([{ details: { queue: 'PAT', jobs: 1 } }]);
  });

  it('retries all of a queue at once and pages what failed', async () => {
    for (let n = 0; n < 3; n++) await failedJob(null);
    // within one millisecond, as the failures of one outage are
    await app.owner.query(
      `UPDATE outbox SET failed_at = date_trunc('second', now()) + make_interval(secs => f.n * 0.000001)
         FROM (SELECT id, row_number() OVER () AS n FROM outbox WHERE failed_at IS NOT NULL) f
        WHERE outbox.id = f.id`,
    );
    const first = await admin.get('/job-queues/system/failed?limit=2');
    expect(first.body.items).toHaveLength(2);
    const second = await admin.get(
      `/job-queues/system/failed?limit=2&cursor=${first.body.nextCursor}`,
    );
    expect(second.body.items).toHaveLength(1);
    expect(second.body.nextCursor).toBeNull();
    expect((await admin.post('/job-queues/system/failed/retry')).body).toEqual({ retried: 3 });
  });

  it('pauses and resumes a queue, and records who did', async () => {
    expect((await admin.post('/job-queues/BUE/pause')).status).toBe(204);
    expect((await admin.post('/job-queues/BUE/pause')).status).toBe(204);
    expect(await queue('BUE')).toMatchObject({ paused: true });
    expect((await admin.post('/job-queues/BUE/resume')).status).toBe(204);
    expect(await queue('BUE')).toMatchObject({ paused: false });
    const audited = await app.owner.query(
      `SELECT count(*)::int AS n FROM audit_entries WHERE action IN ('queue.paused', 'queue.resumed')`,
    );
    expect(audited.rows[0].n).toBe(3);
  });

  it.each([
    ['GET', '/job-queues/XXX/failed'],
    ['POST', '/job-queues/XXX/pause'],
    ['POST', `/job-queues/MAD/failed/${newId()}/retry`],
    ['POST', '/job-queues/MAD/failed/1/retry'],
    ['POST', `/job-queues/${'x'.repeat(150)}/pause`],
  ])('answers 404 to %s %s', async (method, path) => {
    expect((await admin.send(method, path)).status).toBe(404);
  });
});
