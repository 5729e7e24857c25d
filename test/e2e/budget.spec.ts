import { createTestApp, type TestApp } from '../support/app';
import type { Client } from '../support/client';
import { FakeClock } from '../support/fake-clock';

const RATES = 'currency,day,pen,usd\nPEN,2026-03-02,1,0.2667\nEUR,2026-03-02,4.0235,1.0871\n';

describe('the budget', () => {
  let t: TestApp;
  let finance: Client;
  let head: Client;
  let mad: string;
  let pat: string;
  beforeAll(async () => {
    t = await createTestApp({ clock: new FakeClock('2026-03-02T15:00:00Z') });
    [finance, head] = await Promise.all([t.as('finanzas'), t.as('jefe.mad')]);
    [mad, pat] = [t.staff.posts['MAD']!, t.staff.posts['PAT']!];
  });
  afterAll(() => t.close());

  const rates = (csv: string, more: object = {}, client = finance) =>
    client.post('/exchange-rates', { csv, source: 'SBS', ...more });
  const allot = (changes: object = {}, client = finance) =>
    client.post('/allotments', {
      postId: mad,
      programme: 'palh',
      year: 2026,
      quarter: 1,
      amount: '10000.00',
      certificate: 'CCP 12-2026',
      ...changes,
    });
  const quarter = (n: number, to: 'opening' | 'closing', body: object = {}) =>
    finance.post(`/budget-years/2026/quarters/${n}/${to}`, body);
  const balance = async (post = mad, more = '', client = finance) =>
    (await client.get(`/balances?year=2026&post=${post}${more}`)).body.items[0];

  it('takes rates whole or not at all, and says which line is wrong', async () => {
    const wrong = await rates('currency,day,pen,usd\nEUR,2026-02-30,4,1\neur,2026-03-02,0,x\n');
    expect(wrong.status).toBe(422);
    expect(wrong.body.errors.map((e: { path: string }) => e.path)).toEqual([
      'csv.2.day',
      'csv.3.currency',
      'csv.3.pen',
      'csv.3.usd',
    ]);
    expect((await rates('moneda;dia\n')).body.errors[0].code).toBe('RATE_COLUMNS');
    expect((await rates('currency,day,pen,usd\nPEN,2026-03-02,1.1,0.27\n')).body.errors[0]).toEqual(
      expect.objectContaining({ path: 'csv.2', code: 'RATE_OF_ITSELF' }),
    );
    expect((await finance.get('/exchange-rates')).body.items).toEqual([]);
    expect((await rates(RATES)).body).toEqual({ saved: 2 });
  });

  it('asks about a rate that lies far from the last one', async () => {
    const odd = 'currency,day,pen,usd\nEUR,2026-03-03,40.235,1.0871\n';
    const asked = await rates(odd);
    expect([asked.status, asked.body.code]).toEqual([422, 'RATE_STRANGE']);
    expect(asked.body.errors[0].path).toBe('csv.2');
    const right = 'currency,day,pen,usd\nEUR,2026-03-03,5.1,1.4\n';
    expect((await rates(right, { confirmed: true })).status).toBe(201);
  });

  it('opens a year closed, and its quarters one by one', async () => {
    expect((await allot()).body.errors[0].code).toBe('YEAR_NOT_OPEN');
    expect((await finance.post('/budget-years', { year: 2026 })).status).toBe(201);
    expect((await finance.post('/budget-years', { year: 2026 })).body.code).toBe('YEAR_IS_OPEN');
    expect((await quarter(1, 'closing')).body.code).toBe('QUARTER_DOES_NOT_FOLLOW');
    expect((await quarter(5, 'opening')).status).toBe(404);
  });

  it('lets what is allotted ahead wait for its quarter', async () => {
    expect((await allot()).status).toBe(201);
    expect(await balance()).toMatchObject({
      allotted: '10000.00',
      ahead: '10000.00',
      available: '0.00',
    });
    expect((await quarter(1, 'opening')).body).toEqual({ state: 'open' });
    expect(await balance()).toMatchObject({
      allotted: '10000.00',
      ahead: '0.00',
      available: '10000.00',
    });
    expect((await allot({ amount: '500.50' })).status).toBe(201);
    expect(await balance()).toMatchObject({ allotted: '10500.50', available: '10500.50' });
  });

  it('moves available money between posts, never more than there is', async () => {
    const move = (amount: string, changes: object = {}, headers: Record<string, string> = {}) =>
      finance.post(
        '/allotment-transfers',
        {
          ...{ fromPostId: mad, toPostId: pat, programme: 'palh', amount, reason: 'Más casos' },
          ...changes,
        },
        headers,
      );
    expect((await move('10500.51')).body.code).toBe('FUNDS_NOT_AVAILABLE');
    const once = { 'idempotency-key': 'una-transferencia-de-mas' };
    expect((await move('10500.51', {}, once)).body.code).toBe('FUNDS_NOT_AVAILABLE');
    expect((await move('1.00', { toPostId: mad })).body.errors[0].code).toBe('SAME_POST');
    const { body } = await move('500.50');
    expect(await balance()).toMatchObject({ allotted: '10000.00', available: '10000.00' });
    expect(await balance(pat)).toMatchObject({ allotted: '500.50', available: '500.50' });
    const back = await finance.post(`/ledger-transactions/${body.id}/reversal`, {
      reason: 'Oficina equivocada',
    });
    expect(back.status).toBe(201);
    expect(await balance(pat)).toMatchObject({ allotted: '0.00', available: '0.00' });
    const again = await finance.post(`/ledger-transactions/${body.id}/reversal`, { reason: 'x' });
    expect(again.body.code).toBe('ALREADY_REVERSED');
    const { items } = (await finance.get(`/ledger-transactions?post=${pat}`)).body;
    expect(items.map((m: { kind: string }) => m.kind)).toEqual(['reversed', 'transferred']);
    expect(items[1]).toMatchObject({
      pen: '500.50',
      usd: '133.48',
      rate: '1.00000000',
      reversed: true,
    });
  });

  it('knows the balance of any past instant', async () => {
    const before = (await t.owner.query('SELECT clock_timestamp() AS now')).rows[0].now as Date;
    expect((await allot({ amount: '77.77' })).status).toBe(201);
    expect((await balance()).available).toBe('10578.27');
    expect((await balance(mad, `&at=${before.toISOString()}`)).available).toBe('10500.50');
    const none = await finance.get(`/balances?year=2026&at=2026-01-01T00:00:00Z`);
    expect(none.body).toMatchObject({ items: [], total: { allotted: '0.00', available: '0.00' } });
    const future = await finance.get(`/balances?year=2026&at=2199-01-01T00:00:00Z`);
    expect(future.status).toBe(422);
  });

  it('locks a rate once money rests on it', async () => {
    const changed = await rates('currency,day,pen,usd\nPEN,2026-03-02,1,0.27\n');
    expect([changed.status, changed.body.code]).toEqual([409, 'RATE_IS_LOCKED']);
    const same = await rates('currency,day,pen,usd\nPEN,2026-03-02,1,0.2667\n');
    expect(same.status).toBe(201);
  });

  it('refuses amounts that are none', async () => {
    for (const amount of ['0', '-1', '0.001', '10000000000000000', '1e3', '', 'diez']) {
      expect([amount, (await allot({ amount })).status]).toEqual([amount, 400]);
    }
    expect(
      (await allot({ postId: '01890000-0000-7000-8000-000000000000' })).body.errors[0],
    ).toEqual(expect.objectContaining({ path: 'postId', code: 'UNKNOWN_POST' }));
  });

  it('shows a post its own money, and lets nobody there allot', async () => {
    expect((await balance(mad, '', head)).available).toBe('10578.27');
    const all = (await head.get('/balances?year=2026')).body.items;
    expect([...new Set(all.map((b: { postCode: string }) => b.postCode))]).toEqual(['MAD']);
    expect((await allot({}, head)).status).toBe(403);
    expect((await (await t.as('guardian')).get('/balances?year=2026')).status).toBe(403);
  });

  it('closes a quarter for good measure, and opens it again only with a reason', async () => {
    expect((await quarter(1, 'closing')).status).toBe(200);
    expect((await allot({ amount: '1.00' })).body.code).toBe('QUARTER_NOT_OPEN');
    expect((await quarter(1, 'opening')).body.errors[0].path).toBe('reason');
    expect((await quarter(1, 'opening', { reason: 'Falta una rendición' })).status).toBe(200);
  });
});
