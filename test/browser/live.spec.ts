import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { newId } from '../../src/platform/ids';
import { createLogger } from '../../src/platform/http/logger';
import { createWorker } from '../../src/worker.module';
import { testConfig } from '../support/app';
import { NOW, Stage } from './support/browser';

/** The browser, the API and a worker together: what one commits rings where another looks. */
describe('with a worker at work', () => {
  let stage: Stage;
  let worker: NestFastifyApplication;

  beforeAll(async () => {
    stage = await Stage.open();
    worker = await createWorker(testConfig(stage.app.database), {
      logger: createLogger('silent'),
      clock: stage.app.clock,
    });
  });
  afterAll(async () => {
    await worker.close();
    await stage.close();
  });

  it('a reminder rings the bell of an open page, and its notice opens the case', async () => {
    const screen = await stage.page({ as: 'oficial.mad' });
    const { page } = screen;
    const streaming = page.waitForResponse((response) => response.url().endsWith('/api/v1/stream'));
    await screen.goto('/');
    await streaming;
    await page.getByRole('button', { name: 'Avisos: 0 sin leer' }).waitFor();

    const officer = await stage.app.as('oficial.mad');
    const logged = await officer.post('/detentions', {
      postId: stage.app.staff.posts['MAD'],
      person: { givenNames: 'Persona', firstSurname: 'Inventada', sex: 2 },
      type: 'criminal_detention',
      intakeChannel: 'host_notification',
      postNotifiedAt: NOW,
      noticeChannel: 'telephone',
      visitWish: 'yes',
      familyWish: 'no',
      country: 'ES',
      stage: 'pretrial',
    });
    expect(logged.status).toBe(201);
    // half of the 24 hours of the first contact: the officer's rung
    stage.app.clock.advance({ hours: 13 });
    await page
      .getByRole('button', { name: /Avisos: [1-9]\d* sin leer/ })
      .waitFor({ timeout: 50_000 });
    await page.getByRole('button', { name: /Avisos: [1-9]/ }).click();
    await screen.picture('bell-rung');
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /MAD-2026-000001/ })
      .first()
      .click();
    await page.getByRole('heading', { level: 1, name: 'Persona Inventada' }).waitFor();
    expect(new URL(page.url()).pathname).toBe(`/cases/${logged.body.id}`);
    expect(screen.complaints).toEqual([]);
    await screen.close();
  });

  it('a failed job is seen among the jobs and retried there with success', async () => {
    // a mail that nobody has written ends quietly when it is tried again
    const id = newId();
    await stage.app.owner.query(
      `INSERT INTO outbox (id, job, queue, payload, key, relayed_at, relays, failed_at, failure)
       VALUES ($1::uuid, 'mail.send', $2, $3, $1::text, now(), 1, now(), 'SMTP 451')`,
      [id, `post-${stage.app.staff.posts['PAT']}`, JSON.stringify({ mailId: id })],
    );
    const screen = await stage.page({ as: 'admin' });
    const { page } = screen;
    await screen.goto('/jobs');
    const row = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: /PAT/ }) });
    await row.getByRole('button').first().click();
    await page.getByText('SMTP 451').waitFor();
    expect(await screen.findings()).toEqual([]);
    await screen.picture('failed-job');
    await page.getByRole('button', { name: 'Reintentar Enviar un correo' }).click();
    await page.getByText('SMTP 451').waitFor({ state: 'detached' });
    for (;;) {
      const { rows } = await stage.app.owner.query('SELECT done_at FROM outbox WHERE id = $1', [
        id,
      ]);
      if (rows[0].done_at) break;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    expect(screen.complaints).toEqual([]);
    await screen.close();
  });
});
