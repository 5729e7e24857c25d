import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createLogger } from '../../src/platform/http/logger';
import { createWorker } from '../../src/worker.module';
import { logDetention } from '../factories/detentions';
import { createTestApp, testConfig, type TestApp } from '../support/app';

/** What needs both processes: what one commits, the other carries out. */
describe('from the API through the worker', () => {
  let t: TestApp;
  let worker: NestFastifyApplication;
  beforeAll(async () => {
    t = await createTestApp();
    worker = await createWorker(testConfig(t.database), {
      logger: createLogger('silent'),
      clock: t.clock,
    });
  });
  afterAll(async () => {
    await worker.close();
    await t.close();
  });

  /** Looks again until `look` answers; the test's own time limit is the only one. */
  async function eventually<T>(look: () => Promise<T | null | undefined | false>): Promise<T> {
    for (;;) {
      const found = await look();
      if (found) return found;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  it('plans open cases again when it becomes known that the person is pregnant', async () => {
    const officer = await t.as('oficial.mad');
    const id = await logDetention(officer, t.staff.posts['MAD']!, { stage: 'sentenced' });
    await officer.post(`/detentions/${id}/contacts`, {
      kind: 'in_person',
      withWhom: 'detainee',
      outcome: 'done',
      occurredAt: '2026-03-02T08:50:00Z',
    });
    const before = (await officer.get(`/cases/${id}`)).body;
    expect(before.nextVisitAt).toBe('2026-05-29T22:00:00.000Z');

    const person = (await officer.get(`/people/${before.personId}`)).body;
    const edited = await officer.patch(
      `/people/${person.id}`,
      { vulnerability: ['pregnant'] },
      { 'if-match': `"${person.version}"` },
    );
    expect(edited.status).toBe(200);

    const after = await eventually(async () => {
      const { body } = await officer.get(`/cases/${id}`);
      return body.nextVisitAt !== before.nextVisitAt && body;
    });
    expect(after.nextVisitAt).toBe('2026-03-16T23:00:00.000Z');
    const visit = after.obligations.find((o: { kind: string }) => o.kind === 'periodic_visit');
    expect(visit.changes).toEqual([
      expect.objectContaining({
        why: 'person_changed',
        oldDueAt: expect.stringMatching('2026-05-29'),
        newDueAt: expect.stringMatching('2026-03-16'),
      }),
    ]);
  });

  it('reminds the officer, then the head of post, then headquarters, by notice and mail', async () => {
    const officer = await t.as('oficial2.mad');
    const id = await logDetention(officer, t.staff.posts['MAD']!);
    const told = async (username: string) => {
      const { rows } = await t.owner.query(
        `SELECT count(*)::int AS n FROM notices WHERE case_id = $1 AND account_id = $2`,
        [id, t.staff.accounts[username]],
      );
      return rows[0].n > 0;
    };
    expect(await told('oficial2.mad')).toBe(false);
    t.clock.advance({ hours: 13 });
    await eventually(() => told('oficial2.mad'));
    expect(await told('jefe.mad')).toBe(false);
    t.clock.advance({ hours: 12 });
    await eventually(() => told('jefe.mad'));
    expect(await told('mesa.asn')).toBe(false);
    t.clock.advance({ hours: 12 });
    await eventually(() => told('mesa.asn'));
  });
});
