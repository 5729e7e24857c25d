import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { activateIncident, registerPerson } from '../factories/crises';
import { openInbox, type SmtpInbox } from '../integration/notices/smtp';
import { createTestApp, testConfig, type TestApp } from '../support/app';
import type { Client } from '../support/client';
import { problem } from '../support/problem';

const PERSONS = 12;

describe('a message to many whose worker is killed in the middle', () => {
  let t: TestApp;
  let inbox: SmtpInbox;
  let officer: Client;
  let id: string;
  const workers: ChildProcess[] = [];
  beforeAll(async () => {
    t = await createTestApp();
    inbox = await openInbox();
    officer = await t.as('oficial.mad');
    ({ id } = await activateIncident(await t.as('jefe.mad'), [t.staff.posts['MAD']!]));
  });
  afterAll(async () => {
    for (const worker of workers) worker.kill('SIGKILL');
    await inbox.close();
    await t.close();
  });

  const startWorker = async (): Promise<ChildProcess> => {
    const { keys, http } = testConfig(t.database);
    const worker = fork(join(__dirname, 'bulk-process.ts'), {
      execArgv: ['--require', join(__dirname, 'register.cjs'), '--no-warnings'],
      env: {
        PATH: process.env['PATH'],
        NODE_ENV: 'test',
        DATABASE_URL: t.database.appUrl,
        DATABASE_OWNER_URL: t.database.ownerUrl,
        SESSION_SECRET: 'only-for-tests-'.repeat(4),
        KEYS_URL: keys.url,
        PUBLIC_URL: http.publicUrl,
        SMTP_URL: inbox.url,
        LOG_LEVEL: 'silent',
      },
    });
    workers.push(worker);
    await new Promise<void>((resolve, reject) => {
      worker.on('message', () => resolve());
      worker.once('exit', (code) => reject(new Error(`the worker ended with ${code}`)));
    });
    return worker;
  };
  const until = async (holds: () => Promise<boolean>) => {
    while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 50));
  };
  const newest = async () => (await officer.get(`/incidents/${id}/broadcasts`)).body.items[0];
  const counts = async () => (await newest()).replies as Record<string, number>;

  it('reaches everybody, as one message each', async () => {
    for (let i = 0; i < PERSONS; i += 1) {
      await registerPerson(officer, id, {
        givenNames: `Persona ${i}`,
        email: `persona${i}@example.test`,
        needs: i === 0 ? ['food'] : [],
      });
    }
    await registerPerson(officer, id, { givenNames: 'Sin correo' });
    const text = {
      textEs: 'Diríjase al albergue de la calle Mayor.',
      textEn: 'Go to the shelter.',
    };
    const send = (filter: object) =>
      officer.post(`/incidents/${id}/broadcasts`, { filter, ...text });
    expect(
      (await officer.post(`/incidents/${id}/broadcast-preview`, { filter: { need: 'food' } })).body,
    ).toEqual({ recipients: 1, withoutMail: 0 });
    expect(await send({ state: 'home' })).toMatchObject(problem(422, 'NOBODY_TO_TELL'));
    expect((await send({ state: 'registered' })).body).toMatchObject({
      ...{ recipients: PERSONS, withoutMail: 1 },
    });

    // the server has some and has not said so: the worker dies not knowing
    inbox.swallow(true);
    const doomed = await startWorker();
    await until(async () => inbox.mails.length > 0);
    doomed.removeAllListeners('exit');
    doomed.kill('SIGKILL');
    inbox.swallow(false);
    expect((await counts()).sent).toBe(0);
    // as when the dead process has been silent for longer than an attempt lasts
    await t.owner.query(
      `UPDATE broadcast_recipients SET claimed_until = now() - interval '1 second' WHERE state = 'sending'`,
    );

    await startWorker();
    await until(async () => (await counts()).sent === PERSONS);
    const addressed = new Set(inbox.mails.map(({ to }) => to));
    const messages = new Set(inbox.mails.map(({ messageId }) => messageId));
    expect(addressed.size).toBe(PERSONS);
    // one message each, however often it was handed over: the same number makes it the same
    expect(messages.size).toBe(PERSONS);
    for (const { subject, raw } of inbox.mails) {
      expect(subject).toBe('Un mensaje para usted');
      expect(raw).not.toContain('Persona ');
    }
    const links = new Map<string, Set<string>>();
    for (const { to, text: body } of inbox.mails) {
      const token = /\/registro\/[a-z0-9]{8}#(\S+)/.exec(body)?.[1] ?? '';
      links.set(to, (links.get(to) ?? new Set<string>()).add(token));
    }
    expect([...links.values()].every((tokens) => tokens.size === 1)).toBe(true);

    const { rows } = await t.owner.query<{ payload: string }>(
      `SELECT payload::text AS payload FROM outbox WHERE job = 'broadcast.send'`,
    );
    expect(rows).toHaveLength(PERSONS);
    expect(rows.every(({ payload }) => /^\{"recipientId": "[0-9a-f-]{36}"\}$/.test(payload))).toBe(
      true,
    );
  });

  it('lets each say once, by the link, how they are', async () => {
    const anyone = t.anonymous();
    const { text } = inbox.mails.find(({ to }) => to === 'persona3@example.test')!;
    const token = /\/registro\/[a-z0-9]{8}#(\S+)/.exec(text)![1]!;
    const say = (state: string, by = token) =>
      anyone.post('/public-confirmations', { token: by, state });
    expect((await say('home')).status).toBe(400);
    const twins = await Promise.all([say('safe'), say('safe')]);
    expect(twins.map(({ status }) => status).sort()).toEqual([200, 410]);
    expect(await say('in_need')).toMatchObject(problem(410, 'CONFIRMATION_USED'));
    expect(await say('safe', 'x'.repeat(43))).toMatchObject(problem(404, 'CODE_UNKNOWN'));
    const { items } = (await officer.get(`/incidents/${id}/persons?state=safe`)).body;
    expect(items).toEqual([expect.objectContaining({ email: 'persona3@example.test' })]);
    const { id: broadcast, replies } = await newest();
    expect(replies).toEqual({
      ...{ sent: PERSONS, waiting: 0, failed: 0, unreachable: 1 },
      ...{ confirmed: 1, silent: PERSONS - 1 },
    });
    for (const [reply, n] of Object.entries<number>(replies)) {
      const filter = `count=true&broadcastId=${broadcast}&reply=${reply}`;
      const page = (await officer.get(`/incidents/${id}/persons?${filter}`)).body;
      expect([reply, page.total]).toEqual([reply, n]);
    }
  });
});
