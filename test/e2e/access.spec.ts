import { generate } from 'otplib';
import { Accounts } from '../../src/platform/access/accounts';
import { Actor } from '../../src/platform/access/actor';
import { createTestApp, type TestApp } from '../support/app';
import { Client } from '../support/client';
import { PASSWORD } from '../factories/staff';

const cookieOf = (headers: Headers): string =>
  /amparo_session=([^;]+)/.exec(headers.get('set-cookie') ?? '')![1]!;

describe('signing in', () => {
  let t: TestApp;
  beforeAll(async () => {
    t = await createTestApp();
  });
  afterAll(() => t.close());

  const signIn = (username: string, password = PASSWORD) =>
    t.anonymous().post('/sessions', { username, password });

  it('opens a session in an HttpOnly, SameSite cookie and ends it', async () => {
    const answer = await signIn('oficial.mad');
    expect(answer.status).toBe(201);
    expect(answer.body).toEqual({ state: 'signed_in' });
    expect(answer.headers.get('set-cookie')).toMatch(/HttpOnly; SameSite=Strict/);

    const client = new Client(t.url, cookieOf(answer.headers));
    const me = await client.get('/me');
    expect(me.body).toMatchObject({
      account: { username: 'oficial.mad', language: 'es' },
      grants: [{ role: 'officer', postCode: 'MAD' }],
    });
    expect(me.body.permissions).toContain('visit.record');
    expect((await client.delete('/sessions/current')).status).toBe(204);
    expect((await client.get('/me')).status).toBe(401);
  });

  it('gives the same refusal for an unknown name and a wrong password', async () => {
    const unknown = await signIn('nadie');
    const wrong = await signIn('jefe.pat', 'otra-clave-distinta');
    const plain = ({ correlationId: _, ...body }: Record<string, unknown>) => body;
    expect(unknown.status).toBe(401);
    expect(plain(unknown.body)).toEqual(plain(wrong.body));
    expect(unknown.body.code).toBe('SIGN_IN_REFUSED');
  });

  it('locks the account after repeated failures and opens it again later', async () => {
    for (let i = 0; i < 5; i++) await signIn('local.mad', 'clave-equivocada');
    const locked = await signIn('local.mad');
    expect(locked.status).toBe(429);
    expect(locked.body.code).toBe('ACCOUNT_LOCKED');
    expect(Number(locked.headers.get('retry-after'))).toBeGreaterThan(0);
    t.clock.advance({ minutes: 16 });
    expect((await signIn('local.mad')).status).toBe(201);
  });

  it('signs out everywhere', async () => {
    const [a, b] = [await t.as('oficial.pat'), await t.as('oficial.pat')];
    expect((await a.delete('/sessions')).status).toBe(204);
    expect((await b.get('/me')).status).toBe(401);
  });

  it('asks for the second factor where the account requires one; a code is good once', async () => {
    await t.owner.query(`UPDATE accounts SET totp_required = true WHERE username = 'jefe.bue'`);
    const first = await signIn('jefe.bue');
    expect(first.body.state).toBe('second_factor_to_enrol');
    const half = new Client(t.url, cookieOf(first.headers));
    expect((await half.get('/me')).body.code).toBe('SECOND_FACTOR_TO_ENROL');

    const { secret } = (await half.post('/me/totp')).body;
    const epoch = () => Math.floor(t.clock.now().epochMilliseconds / 1000);
    const code = await generate({ secret, epoch: epoch() });
    expect((await half.post('/me/totp/confirmation', { code: '000000' })).status).toBe(401);
    expect((await half.post('/me/totp/confirmation', { code })).status).toBe(204);
    expect((await half.get('/me')).status).toBe(200);

    const second = await signIn('jefe.bue');
    expect(second.body.state).toBe('second_factor_required');
    const again = new Client(t.url, cookieOf(second.headers));
    expect((await again.post('/sessions/second-factor', { code })).body.code).toBe(
      'SECOND_FACTOR_REFUSED',
    );
    t.clock.advance({ minutes: 1 });
    const next = await generate({ secret, epoch: epoch() });
    expect((await again.post('/sessions/second-factor', { code: next })).status).toBe(204);

    const { rows } = await t.owner.query(`SELECT totp FROM accounts WHERE username = 'jefe.bue'`);
    expect(JSON.stringify(rows)).not.toContain(secret);
  });

  it('refuses an unsafe request that another site could have sent', async () => {
    const client = await t.as('oficial.mad');
    const noHeader = await client.delete('/sessions', { 'x-amparo': '' });
    expect(noHeader.body.code).toBe('FORGED_REQUEST');
    const elsewhere = await client.delete('/sessions', { origin: 'https://evil.example' });
    expect(elsewhere.body.code).toBe('FORGED_REQUEST');
    expect((await client.get('/me')).status).toBe(200);
  });

  it('lets an administrator forget a lost authenticator; its sessions end', async () => {
    const session = await t.as('jefe.bue');
    const accounts = t.app.get(Accounts, { strict: false });
    await accounts.resetSecondFactor(Actor.system(), 'jefe.bue');
    expect((await session.get('/me')).status).toBe(401);
    expect((await signIn('jefe.bue')).body.state).toBe('second_factor_to_enrol');
  });

  it('admits machines by a token, within its scope and until it expires', async () => {
    const accounts = t.app.get(Accounts, { strict: false });
    const token = await accounts.createToken(Actor.system(), {
      username: 'oficial.mad',
      scope: ['case.read'],
      days: 30,
    });
    const headers = { authorization: `Bearer ${token}` };
    const machine = t.anonymous();
    expect((await machine.get('/me', headers)).body.permissions).toEqual(['case.read']);
    expect((await machine.get('/cases', headers)).status).toBe(200);
    expect((await machine.get('/people?q=quispe', headers)).body.code).toBe('FORBIDDEN');
    await t.owner.query(`UPDATE api_tokens SET expires_at = now() - interval '1 second'`);
    expect((await machine.get('/cases', headers)).status).toBe(401);
    await expect(
      accounts.createToken(Actor.system(), { username: 'oficial.mad', scope: ['all'], days: 1 }),
    ).rejects.toMatchObject({ code: 'UNKNOWN_SCOPE' });
  });

  it('forgets a role the moment it ends', async () => {
    const client = await t.as('oficial2.mad');
    expect((await client.get('/cases')).status).toBe(200);
    await t.owner.query(`UPDATE staff_roles SET valid_until = now() WHERE account_id = $1`, [
      t.staff.accounts['oficial2.mad'],
    ]);
    expect((await client.get('/cases')).status).toBe(403);
  });

  it('answers in the language asked for, as problem+json', async () => {
    const answer = await t.anonymous().get('/me', { 'accept-language': 'en-GB,en;q=0.8' });
    expect(answer.headers.get('content-type')).toMatch('application/problem+json');
    expect(answer.body).toMatchObject({ status: 401, code: 'NOT_SIGNED_IN', title: 'Sign in' });
    expect(answer.body.correlationId).toBe(answer.headers.get('x-correlation-id'));
  });

  it.each([
    ['broken JSON', '{"username":', 400, 'MALFORMED_REQUEST'],
    ['a wrong type', '{"username": 1, "password": "x"}', 400, 'VALIDATION_FAILED'],
    ['a missing field', '{"username": "x"}', 400, 'VALIDATION_FAILED'],
    [
      'an unknown field',
      '{"username": "x", "password": "y", "admin": true}',
      400,
      'VALIDATION_FAILED',
    ],
    [
      'a name too long',
      JSON.stringify({ username: 'x'.repeat(65), password: 'y' }),
      400,
      'VALIDATION_FAILED',
    ],
    [
      'a 10 MB body',
      JSON.stringify({ username: 'x'.repeat(10_000_000), password: 'y' }),
      413,
      'TOO_LARGE',
    ],
    ['a null character', '{"username": "x\\u0000", "password": "y"}', 400, 'MALFORMED_REQUEST'],
  ])('says what to mend for %s', async (_, body, status, code) => {
    const answer = await t.anonymous().post('/sessions', body);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(answer.body.title).not.toMatch(/^errors\./);
  });

  it('refuses another media type and an unknown address', async () => {
    const xml = await t.anonymous().post('/sessions', '<a/>', { 'content-type': 'text/xml' });
    expect([xml.status, xml.body.code]).toEqual([415, 'UNSUPPORTED_MEDIA_TYPE']);
    const nowhere = await t.anonymous().get('/nowhere');
    expect([nowhere.status, nowhere.body.code]).toEqual([404, 'NOT_FOUND']);
  });

  it('describes itself at /api/openapi.json', async () => {
    const document = await t.anonymous().get('/api/openapi.json');
    expect(Object.keys(document.body.paths)).toContain('/api/v1/sessions');
    expect((await t.anonymous().get('/api/docs')).status).toBe(200);
  });
});
