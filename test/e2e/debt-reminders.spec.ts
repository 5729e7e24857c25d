import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { RemindDebtors } from '../../src/modules/repatriation/reminders/remind-debtors';
import { createLogger } from '../../src/platform/http/logger';
import { createWorker } from '../../src/worker.module';
import { flight, makeEligible, openRepatriation } from '../factories/repatriations';
import { safeContact } from '../factories/violence-cases';
import { openInbox, type SmtpInbox } from '../integration/notices/smtp';
import { createTestApp, testConfig, type TestApp } from '../support/app';
import type { Client } from '../support/client';

describe('reminders of what is to be repaid', () => {
  let t: TestApp;
  let worker: NestFastifyApplication;
  let inbox: SmtpInbox;
  let officer: Client;
  let desk: Client;
  let director: Client;
  beforeAll(async () => {
    [t, inbox] = await Promise.all([createTestApp(), openInbox()]);
    const config = testConfig(t.database, { SMTP_URL: inbox.url });
    worker = await createWorker(config, { logger: createLogger('silent'), clock: t.clock });
    [officer, desk, director] = await Promise.all([
      ...([t.as('oficial.mad'), t.as('mesa.asn'), t.as('directora.dgc')] as const),
    ]);
  });
  beforeEach(() => {
    t.clock.set('2026-03-02T09:00:00Z');
    inbox.mails.length = 0;
    inbox.refuseWith(null);
  });
  afterEach(async () => {
    // each test sees to its own debts alone
    await t.owner.query('DELETE FROM debt_reminders');
    await t.owner.query('DELETE FROM repatriation_debts');
  });
  afterAll(async () => {
    await worker.close();
    await Promise.all([t.close(), inbox.close()]);
  });

  const remind = (at: string): Promise<number> => {
    t.clock.set(at);
    return worker.get(RemindDebtors, { strict: false }).run();
  };
  const done = async (path: string, body: object, client = officer) => {
    const answer = await client.post(path, body);
    expect(answer).toMatchObject({ status: 201 });
    return answer.body;
  };
  /** Boards on 2 March at the cost of the State; the arrangement is made while the case is open. */
  const indebted = async (arrangement: object | null, person: object = {}) => {
    const opened = await openRepatriation(officer, t.staff.posts['MAD']!, {
      person: {
        ...{ givenNames: 'Persona', firstSurname: 'Retornante', sex: 2, nationality: 'PE' },
        ...person,
      },
    });
    const { id, personId } = opened;
    await makeEligible(t, officer, opened);
    if (arrangement) {
      const body = { ...safeContact(), personId, basedOn: 0, ...arrangement };
      await done(`/cases/${id}/safe-contacts`, body);
    }
    const at = `/repatriation-cases/${id}`;
    const asked = await done(`${at}/consultations`, {
      ...{ costs: [{ currency: 'EUR', amount: '600.10' }], request: 'Persona en calle.' },
    });
    const answer = { authorise: true, answer: 'Procede.' };
    await done(`${at}/consultations/${asked.id}/answer`, answer, desk);
    await done(`${at}/papers`, { kind: 'salvoconducto', number: 'S', issuedOn: '2026-03-02' });
    const times = { departsAt: '2026-03-02T08:00:00Z', arrivesAt: '2026-03-02T20:00:00Z' };
    await done(`${at}/segments`, flight(times));
    await done(`${at}/boardings`, {});
    return opened;
  };
  const email = (more: object = {}) => ({
    ways: [{ channel: 'email', address: 'segura@example.test', mayLeaveMessage: true }],
    ...more,
  });
  /** What went to anybody but the staff, whom the same worker tells of their duties. */
  const told = () => inbox.mails.filter(({ to }) => !(to.split('@')[0]! in t.staff.accounts));
  const kept = async (id: string) =>
    (await officer.get(`/repatriation-cases/${id}`)).body.debtReminders.map(
      ({ afterDays, state, why }: { afterDays: number; state: string; why: string | null }) => [
        ...[afterDays, state, why],
      ],
    );

  it('go out once on each day of the policy, at the hours arranged, and tell nothing', async () => {
    const { id } = await indebted(email());
    expect(await remind('2026-04-01T08:59:00Z')).toBe(0);
    expect(await kept(id)).toEqual([]);
    // thirty days on, in the evening: the person is not to be written to
    expect(await remind('2026-04-01T20:00:00Z')).toBe(0);
    expect(await kept(id)).toEqual([[30, 'planned', null]]);
    expect(await remind('2026-04-02T09:00:00Z')).toBe(1);
    expect(await kept(id)).toEqual([[30, 'sent', null]]);
    const [mail] = told();
    expect(mail).toMatchObject({ to: 'segura@example.test', subject: 'Hola' });
    expect(mail!.text.trim()).toBe('Hola, ¿podemos hablar cuando le venga bien? Gracias.');
    for (const word of ['Persona', 'Retornante', '600', 'EUR', 'MAD-2026', 'eembols', id]) {
      expect(mail!.subject + mail!.text).not.toContain(word);
    }
    expect(await remind('2026-04-03T09:00:00Z')).toBe(0);
    expect(await remind('2026-06-01T09:00:00Z')).toBe(1);
    expect(told()).toHaveLength(2);
  });

  it('stop when nothing is outstanding, and go on while a cent is', async () => {
    const { id } = await indebted(email({ hours: [] }));
    const pay = (amount: string) =>
      done(`/repatriation-cases/${id}/instalments`, {
        ...{ amount, currency: 'EUR', receivedOn: '2026-03-02', proof: 'D-1' },
      });
    await pay('600.09');
    expect(await remind('2026-04-02T09:00:00Z')).toBe(1);
    await pay('0.01');
    expect(await remind('2026-07-02T09:00:00Z')).toBe(0);
  });

  it('are kept as not sendable where no channel is safe, and nothing is sent', async () => {
    const none = await indebted(null, {
      contacts: [{ kind: 'email', value: 'otra@example.test' }],
    });
    const byPhone = await indebted({});
    const noMessage = await indebted(
      email({ ways: [{ channel: 'email', address: 'a@example.test' }], hours: [] }),
    );
    expect(await remind('2026-04-02T09:00:00Z')).toBe(0);
    for (const { id } of [none, byPhone, noMessage]) {
      expect(await kept(id)).toEqual([[30, 'not_sendable', 'no_safe_channel']]);
    }
    expect(told()).toEqual([]);
  });

  it('use an address that the person called safe, unless they may not be contacted', async () => {
    const contacts = [{ kind: 'email', value: 'segura2@example.test', safe: true }];
    const { id } = await indebted(null, { contacts });
    const barred = await indebted(null, { contacts });
    await done(`/people/${barred.personId}/contact-restrictions`, {
      ...{ ground: 'safety', reason: 'No desea contacto.' },
    });
    expect(await remind('2026-04-02T09:00:00Z')).toBe(1);
    expect(await kept(id)).toEqual([[30, 'sent', null]]);
    expect(await kept(barred.id)).toEqual([[30, 'not_sendable', 'not_allowed']]);
    expect(told().map(({ to }) => to)).toEqual(['segura2@example.test']);
  });

  it('are kept as not sendable when the address is refused for good', async () => {
    const { id } = await indebted(email({ hours: [] }));
    inbox.refuseWith(550);
    expect(await remind('2026-04-02T09:00:00Z')).toBe(0);
    expect(await kept(id)).toEqual([[30, 'not_sendable', 'mail_refused']]);
  });

  it('follow the days that headquarters writes, and nobody else writes them', async () => {
    const { id } = await indebted(email({ hours: [] }));
    const [current] = (await director.get('/reimbursement-policies')).body.items;
    const write = (remindAfterDays: number[], client = director) =>
      client.post('/reimbursement-policies', {
        ...{ content: { ...current.content, remindAfterDays }, reason: 'Prueba' },
      });
    expect((await write([10], desk)).status).toBe(403);
    expect((await write([0])).status).toBe(422);
    expect((await write([10, 10])).status).toBe(422);
    expect((await write([10, 20])).status).toBe(201);
    // of two days that have both come, one reminder
    expect(await remind('2026-03-30T09:00:00Z')).toBe(1);
    expect(await kept(id)).toEqual([[20, 'sent', null]]);
    t.clock.set('2026-03-30T10:00:00Z');
    await write(current.content.remindAfterDays);
  });
});
