import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { generate } from 'otplib';
import { createLogger } from '../../src/platform/http/logger';
import { createWorker } from '../../src/worker.module';
import { dutiesOf, logDetention } from '../factories/detentions';
import { createTestApp, testConfig, type TestApp } from '../support/app';
import type { Answer, Client } from '../support/client';

const REASON = 'La persona llamó a la guardia y dice que la siguen en este momento';

describe('entering a sealed case in an emergency', () => {
  let t: TestApp;
  let worker: NestFastifyApplication;
  let officer: Client;
  let guardian: Client;
  /** Knows of the case from outside the system: not in its circle, at another post. */
  let outsider: Client;
  let secret: string;
  beforeAll(async () => {
    t = await createTestApp();
    worker = await createWorker(testConfig(t.database), {
      logger: createLogger('silent'),
      clock: t.clock,
    });
    [officer, guardian, outsider] = await Promise.all([
      t.as('oficial.mad'),
      t.as('guardian'),
      t.as('oficial.pat'),
    ]);
    secret = (await outsider.post('/me/totp')).body.secret;
    await outsider.post('/me/totp/confirmation', { code: await code() });
  });
  afterAll(async () => {
    await worker.close();
    await t.close();
  });

  /** A code that was not used yet: each is good once, so the clock moves on. */
  async function code(): Promise<string> {
    t.clock.advance({ seconds: 30 });
    return generate({ secret, epoch: Math.floor(t.clock.now().epochMilliseconds / 1000) });
  }
  const ask = async (reference: string, more: Record<string, unknown> = {}) =>
    outsider.post('/break-glass-requests', {
      ...{ reference, reason: REASON, code: await code(), ...more },
    });

  async function sealedCase(): Promise<{ id: string; reference: string }> {
    const id = await logDetention(officer, t.staff.posts['MAD']!);
    const { version } = (await officer.get(`/cases/${id}/circle`)).body;
    const sealed = await officer.post(
      `/cases/${id}/tier`,
      { tier: 'sealed', reason: 'Riesgo', members: [t.staff.accounts['jefe.mad']] },
      { 'if-match': `"${version}"` },
    );
    return { id, reference: sealed.body.reference as string };
  }

  /** Looks again until `look` answers; the test's own time limit is the only one. */
  async function eventually<T>(look: () => Promise<T | null | undefined | false>): Promise<T> {
    for (;;) {
      const found = await look();
      if (found) return found;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
  const noticesOf = async (client: Client, kind: string) =>
    (await client.get('/notices')).body.items.filter((n: { kind: string }) => n.kind === kind);
  const shape = ({ status, body }: Answer) => [status, Object.keys(body).sort()];

  it('lets in by the guardian alone, for hours, and tells the circle and the guardian at once', async () => {
    const { id, reference } = await sealedCase();
    const asked = await ask(reference.toLowerCase());
    expect(asked.status).toBe(201);
    await eventually(async () => (await noticesOf(guardian, 'glass_asked')).length > 0);
    expect((await outsider.get(`/cases/${id}`)).status).toBe(404);

    const path = `/break-glass-requests/${asked.body.id}`;
    expect((await outsider.post(`${path}/admission`, { hours: 1 })).status).toBe(403);
    expect((await guardian.post(`${path}/admission`, { hours: 4 })).status).toBe(400);
    expect((await guardian.post(`${path}/admission`, { hours: 1 })).status).toBe(200);
    expect((await guardian.post(`${path}/admission`, { hours: 1 })).body.code).toBe(
      'BREAK_GLASS_DECIDED',
    );
    expect((await outsider.get(`/cases/${id}`)).status).toBe(200);
    expect((await guardian.get(`/cases/${id}`)).status).toBe(403);

    const head = await t.as('jefe.mad');
    await eventually(async () => (await noticesOf(head, 'glass_broken')).length > 0);
    await eventually(async () => (await noticesOf(guardian, 'glass_broken')).length > 0);
    const page = (await guardian.get(path)).body;
    expect(page).toMatchObject({ state: 'admitted', active: true, caseId: null, reason: REASON });
    expect(page.reads.map((read: { action: string }) => read.action)).toContain('case.viewed');

    await eventually(async () =>
      (await dutiesOf(t, id)).find(
        ({ kind, status }) => kind === 'break_glass_review' && status === 'open',
      ),
    );
    expect(
      (await outsider.post(`${path}/review`, { verdict: 'justified', note: 'x' })).status,
    ).toBe(403);
    const review = { verdict: 'justified', note: 'Hubo riesgo inmediato' };
    expect((await guardian.post(`${path}/review`, review)).status).toBe(200);
    await eventually(async () =>
      (await dutiesOf(t, id)).find(
        ({ kind, status }) => kind === 'break_glass_review' && status === 'met',
      ),
    );
  });

  it('says the same of a reference that no case has, and of one whose case bars whoever asks', async () => {
    const { id, reference } = await sealedCase();
    const bar = await officer.post(`/cases/${id}/bars`, {
      accountId: t.staff.accounts['oficial.pat'],
      ground: 'related_to_aggressor',
    });
    expect(bar.status).toBe(201);
    const [barred, unknown] = [await ask(reference), await ask('S-00000000')];
    expect(shape(barred)).toEqual(shape(unknown));
    const admission = (request: Answer) =>
      guardian.post(`/break-glass-requests/${request.body.id}/admission`, { hours: 1 });
    expect((await admission(barred)).body.code).toBe('STAFF_IS_BARRED');
    expect((await admission(unknown)).body.code).toBe('NO_SUCH_SEALED_CASE');
    const own = (await outsider.get('/break-glass-requests')).body.items;
    const shown = own.filter((r: { state: string }) => r.state === 'requested');
    expect(shown.every((r: { caseId: null }) => r.caseId === null)).toBe(true);
    expect(
      (
        await officer.post(`/cases/${id}/members`, {
          accountId: t.staff.accounts['oficial.pat'],
          kind: 'circle',
          reason: 'x',
        })
      ).body.code,
    ).toBe('STAFF_IS_BARRED');
  });

  it('ends by itself, or before its time', async () => {
    const { id, reference } = await sealedCase();
    const { body } = await ask(reference);
    await guardian.post(`/break-glass-requests/${body.id}/admission`, { hours: 3 });
    expect((await outsider.get(`/cases/${id}`)).status).toBe(200);
    await expect(
      t.owner.query(
        `UPDATE case_members SET until = since + interval '4 hours' WHERE case_id = $1 AND kind = 'break_glass'`,
        [id],
      ),
    ).rejects.toThrow(/case_members_break_glass_ends/);
    const activeFor = async (client: Client) =>
      (await client.get(`/break-glass-requests/${body.id}`)).body.active;
    expect(await activeFor(guardian)).toBe(true);
    expect((await outsider.post(`/break-glass-requests/${body.id}/end`)).status).toBe(200);
    expect([await activeFor(guardian), await activeFor(outsider)]).toEqual([false, false]);
    expect((await outsider.get(`/cases/${id}`)).status).toBe(404);
  });

  it('asks for a fresh second factor, a reason, and something that can be a reference', async () => {
    expect((await ask('S-00000000', { code: '000000' })).status).toBe(401);
    expect((await ask('S-00000000', { reason: 'urgente' })).status).toBe(400);
    expect((await ask('MAD-2026-000123')).status).toBe(422);
    const without = await (
      await t.as('oficial2.mad')
    ).post('/break-glass-requests', {
      ...{ reference: 'S-00000000', reason: REASON, code: '123456' },
    });
    expect(without.body.code).toBe('SECOND_FACTOR_TO_ENROL');
    expect((await t.as('finanzas')).url).toBeDefined();
    expect((await (await t.as('finanzas')).post('/break-glass-requests', {})).status).toBe(403);
  });
});
