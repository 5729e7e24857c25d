import { createTestApp, type TestApp } from '../support/app';

describe('what operators ask', () => {
  let t: TestApp;
  beforeAll(async () => {
    t = await createTestApp();
  });
  afterAll(() => t.close());

  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(new URL(path, t.url), { headers });

  it('is alive, and ready with every check named', async () => {
    expect((await get('/health/live')).status).toBe(200);
    const ready = await get('/health/ready');
    expect(ready.status).toBe(200);
    expect(await ready.json()).toMatchObject({
      status: 'ok',
      details: {
        process: { status: 'up' },
        database: { status: 'up' },
        migrations: { status: 'up' },
        queues: { status: 'up' },
      },
    });
  });

  it('is not ready when the schema is not the one of this version', async () => {
    const { rows } = await t.owner.query(
      'DELETE FROM migrations WHERE id = (SELECT max(id) FROM migrations) RETURNING "timestamp", name',
    );
    const pending = await get('/health/ready');
    expect(pending.status).toBe(503);
    expect(pending.headers.get('retry-after')).toBe('5');
    expect(await pending.json()).toMatchObject({
      status: 'error',
      error: { migrations: { status: 'down', message: 'MIGRATIONS_PENDING' } },
    });
    expect((await get('/health/live')).status).toBe(200);

    await t.owner.query('INSERT INTO migrations ("timestamp", name) VALUES ($1, $2)', [
      rows[0].timestamp,
      rows[0].name,
    ]);
    expect((await get('/health/ready')).status).toBe(200);
  });

  it('counts requests by route pattern and the pool, without an address or a name', async () => {
    await get('/api/v1/people/018f2b7e-0000-7000-8000-000000000001?q=Quispe');
    const metrics = await (await get('/metrics')).text();
    expect(metrics).toMatch(/amparo_http_request_seconds_count\{.*route="\/health\/ready"/);
    expect(metrics).toMatch(/amparo_database_connections\{state="open"\} [1-9]/);
    expect(metrics).not.toMatch(/Quispe|018f2b7e/);
  });

  it('hides the metrics from callers that come through a proxy', async () => {
    expect((await get('/metrics', { 'X-Forwarded-For': '203.0.113.7' })).status).toBe(404);
  });
});
