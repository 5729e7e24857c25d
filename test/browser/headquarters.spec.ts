import { newId } from '../../src/platform/ids';
import type { Client } from '../support/client';
import { Stage, type Screen } from './support/browser';

/** A detention logged over the API, so that the screens have something to show. */
async function logDetention(officer: Client, postId: string, surname: string): Promise<string> {
  const answer = await officer.post('/detentions', {
    postId,
    person: { givenNames: 'Persona', firstSurname: surname, sex: 0 },
    type: 'criminal_detention',
    intakeChannel: 'host_notification',
    postNotifiedAt: '2026-02-20T12:00:00Z',
    noticeChannel: 'telephone',
    visitWish: 'not_asked',
    familyWish: 'not_asked',
    country: 'ES',
    stage: 'arrested',
  });
  expect(answer.status).toBe(201);
  return answer.body.id as string;
}

describe('headquarters', () => {
  let stage: Stage;
  let director: Screen;
  let administrator: Screen;

  beforeAll(async () => {
    stage = await Stage.open();
    const officer = await stage.app.as('oficial.mad');
    for (const surname of ['Inventada', 'Imaginaria', 'Ficticia']) {
      await logDetention(officer, stage.app.staff.posts['MAD']!, surname);
    }
    await stage.app.owner.query(
      `INSERT INTO outbox (id, job, queue, payload, key, relayed_at, relays, failed_at, failure)
       VALUES ($1::uuid, 'mail.send', $2, $3, $1::text, now(), 1, now(), 'MAIL_REFUSED')`,
      [newId(), `post-${stage.app.staff.posts['MAD']}`, JSON.stringify({ mailId: newId() })],
    );
    director = await stage.page({ as: 'directora.dgc' });
    administrator = await stage.page({ as: 'admin' });
  });
  afterAll(() => stage.close());

  it('sees the caseload by post; each number opens a list of that many rows', async () => {
    const { page } = director;
    for (const [figure, heading] of [
      ['Abiertos', 'Casos abiertos'],
      ['Vencidos', 'Casos con plazos vencidos'],
      ['Sin visita', 'Casos sin visita'],
    ] as const) {
      await director.goto('/world');
      const number = page.getByRole('link', { name: new RegExp(`^3 · ${figure}, Madrid$`) });
      await number.click();
      await page.getByRole('heading', { level: 1, name: heading }).waitFor();
      await page.getByText('3 casos', { exact: true }).waitFor();
      expect(await page.getByRole('row').count()).toBe(3 + 1);
    }
    await director.goto('/world');
    const sealed = page.getByRole('region', { name: 'Casos sellados' });
    await sealed.getByText('Abiertos al cerrar febrero de 2026').waitFor();
    // counted, never told while they are few, and no way to a list
    await sealed.getByText('reservado', { exact: true }).waitFor();
    expect(await sealed.getByRole('link').count()).toBe(0);
    await director.picture('world');
  });

  it('changes a policy from a date on, after seeing what it would move', async () => {
    const { page } = director;
    await director.goto('/policies');
    await page.getByText('Vigente').waitFor();
    await page.getByRole('button', { name: 'Preparar nueva versión' }).click();
    await page.getByLabel('Evaluación de vulnerabilidad', { exact: true }).fill('5');
    await page.getByLabel('Motivo').fill('Prueba de una nueva versión');
    await page.getByRole('button', { name: 'Ver qué cambiaría' }).click();
    await page.getByRole('heading', { name: '3 plazos cambiarían' }).waitFor();
    await director.picture('policy-preview');
    await page.getByLabel('Rige desde').fill('2026-04-01T00:00');
    await page.getByRole('button', { name: 'Guardar versión' }).click();
    await page.getByRole('heading', { level: 2, name: 'Versión 2' }).waitFor();
    await page.getByText('Programada').waitFor();
    await director.picture('policies');
  });

  it('shows administrators the queues and the daily proof, and no case', async () => {
    const { page } = administrator;
    await administrator.goto('/');
    await page.waitForURL('**/jobs');
    await page.getByRole('heading', { level: 2, name: 'Comprobación diaria' }).waitFor();
    await page.getByRole('rowheader', { name: 'Sistema' }).waitFor();
    expect(await page.getByRole('link', { name: 'Casos de la oficina' }).count()).toBe(0);
    await page.getByRole('button', { name: 'Pausar Sistema' }).click();
    await page.getByRole('button', { name: 'Reanudar Sistema' }).click();
    await page.getByRole('button', { name: 'Pausar Sistema' }).waitFor();
    await page.getByRole('rowheader', { name: 'Madrid (MAD)' }).waitFor();
    await page.getByRole('button', { name: 'Ver fallidos de Madrid (MAD)' }).click();
    await page.getByText('Enviar un correo', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Reintentar Enviar un correo' }).waitFor();
    expect(await administrator.findings()).toEqual([]);
    await administrator.picture('jobs');
    await administrator.goto('/queue');
    await page.getByRole('heading', { name: 'Esta sección no es para su función' }).waitFor();
    expect([...director.complaints, ...administrator.complaints]).toEqual([]);
  });
});
