import { Actor } from '../../src/platform/access/actor';
import { Database } from '../../src/platform/database/database';
import { newId } from '../../src/platform/ids';
import { Notices, NoticesModule, type NewNotice } from '../../src/modules/notices';
import { backends, eventually, startProcess, type JobsProcess } from '../integration/jobs/harness';
import { createTestApp, type TestApp } from '../support/app';
import { startRedis, type TestRedis } from '../support/redis';

/** What has arrived on an open stream so far. */
interface OpenStream {
  text(): string;
  ended(): boolean;
  close(): void;
}

describe.each(backends)('notices over %s', (kind) => {
  let redis: TestRedis | null;
  let app: TestApp;
  let worker: JobsProcess;

  beforeAll(async () => {
    redis = kind === 'Redis' ? await startRedis() : null;
    app = await createTestApp(redis ? { env: { REDIS_URL: redis.url } } : {});
    worker = await startProcess(app.database, redis, [], {
      worker: false,
      imports: [NoticesModule],
    });
  });
  afterAll(() => redis?.stop());

  const notify = (username: string, more: Partial<NewNotice> = {}) =>
    worker.app.get(Database).inTransaction(Actor.system(), () =>
      worker.app.get(Notices).notify({
        accountId: app.staff.accounts[username]!,
        kind: 'duty_due',
        data: {
          params: { reference: 'MAD-2026-000007' },
          labels: { duty: 'notices.duty_due.title' },
          instants: { due: '2026-03-02T17:30:00Z' },
          timeZone: 'Europe/Madrid',
          path: '/cases/7',
        },
        key: newId(),
        ...more,
      }),
    );

  const openStream = async (username: string): Promise<OpenStream> => {
    const client = await app.as(username);
    const abort = new AbortController();
    const response = await fetch(`${app.url}/api/v1/stream`, {
      headers: { cookie: `amparo_session=${client.cookie}` },
      signal: abort.signal,
    });
    expect(response.headers.get('content-type')).toContain('text/event-stream');
    let text = '';
    let ended = false;
    const read = async () => {
      for await (const chunk of response.body!) text += Buffer.from(chunk).toString('utf8');
    };
    void read()
      .catch(() => undefined)
      .finally(() => (ended = true));
    await eventually('the stream is open', () => text.includes('event: ready'));
    return { text: () => text, ended: () => ended, close: () => abort.abort() };
  };

  it('are read by their addressee alone, in their language, and marked as read', async () => {
    await notify('oficial.mad');
    const officer = await app.as('oficial.mad');
    const { body } = await officer.get('/notices');
    expect(body).toMatchObject({ unread: 1, nextCursor: null });
    const [notice] = body.items;
    expect(notice).toMatchObject({ kind: 'duty_due', path: '/cases/7', readAt: null });
    expect(notice.text).toContain('MAD-2026-000007');
    const head = await app.as('jefe.mad');
    expect((await head.get('/notices')).body.items).toEqual([]);
    expect((await head.post(`/notices/${notice.id}/read`)).status).toBe(404);
    expect((await officer.post(`/notices/${notice.id}/read`)).status).toBe(204);
    expect((await officer.get('/notices?unread=true')).body).toMatchObject({
      items: [],
      unread: 0,
    });
    expect((await officer.get('/notices?unread=perhaps')).status).toBe(400);
  });

  it('are paged without losing those of one instant', async () => {
    const all = new Set<string>();
    for (let n = 0; n < 3; n += 1) await notify('honorario.ros');
    await app.owner.query(
      `UPDATE notices SET created_at = date_trunc('second', now()) + make_interval(secs => f.n * 0.000001)
         FROM (SELECT id, row_number() OVER () AS n FROM notices WHERE account_id = $1) f WHERE notices.id = f.id`,
      [app.staff.accounts['honorario.ros']],
    );
    const reader = await app.as('honorario.ros');
    for (let cursor: string | null = ''; cursor !== null;) {
      const { body } = await reader.get(`/notices?limit=1${cursor && `&cursor=${cursor}`}`);
      body.items.forEach(({ id }: { id: string }) => all.add(id));
      cursor = body.nextCursor;
    }
    expect(all.size).toBe(3);
  });

  it('reach open browsers as ids and kinds, from whichever process', async () => {
    const officer = await openStream('oficial.pat');
    const head = await openStream('jefe.pat');
    await notify('oficial.pat');
    await eventually('the hint arrives', () => officer.text().includes('event: notice'));
    expect(officer.text()).toMatch(/data: \{"kind":"notice","id":"[0-9a-f-]{36}"\}/);
    expect(officer.text()).not.toContain('MAD-2026');
    expect(head.text()).not.toContain('event: notice');
    officer.close();
    head.close();
  });

  it('keep how their reader wants to be told', async () => {
    const officer = await app.as('oficial.mad');
    expect((await officer.get('/notices/preferences')).body).toEqual({ mail: 'all' });
    const changed = await officer.send('PUT', '/notices/preferences', { mail: 'breaches' });
    expect([changed.status, changed.body]).toEqual([200, { mail: 'breaches' }]);
    expect((await officer.get('/notices/preferences')).body).toEqual({ mail: 'breaches' });
    expect((await officer.send('PUT', '/notices/preferences', { mail: 'never' })).status).toBe(400);
  });

  it('let a stopping process end its open streams', async () => {
    const stream = await openStream('oficial.mad');
    const stopped = worker.stop().then(() => app.close());
    await eventually('ended', () => stream.ended());
    await stopped;
  });
});
