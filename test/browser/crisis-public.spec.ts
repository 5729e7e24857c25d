import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { SendBroadcast } from '../../src/modules/crisis/jobs/crisis.jobs';
import { confirmationToken } from '../../src/modules/crisis/confirmation-token';
import { Keyring } from '../../src/platform/crypto/keyring';
import { activateIncident, registerPerson } from '../factories/crises';
import type { Client } from '../support/client';
import { PHONE, Stage, type Screen } from './support/browser';

/** Each walks through several pages and has axe read them at two widths. */
const SLOW = 400_000;
/** First load, compressed (bytes). */
const MOST = 60_000;
const WEB = join(__dirname, '..', '..', 'dist', 'web');

describe('the public page of a crisis', () => {
  let stage: Stage;
  let head: Client;
  let officer: Client;
  let incident: { id: string; slug: string };
  beforeAll(async () => {
    stage = await Stage.open();
    head = await stage.app.as('jefe.mad');
    officer = await stage.app.as('oficial.mad');
    incident = await activateIncident(head, [stage.app.staff.posts['MAD']!]);
  });
  afterAll(() => stage.close());

  const open = async (path: string, more: object = {}): Promise<Screen> => {
    const screen = await stage.page(more);
    await screen.page.goto(path);
    await screen.page.locator('h1').waitFor();
    return screen;
  };
  const press = (screen: Screen, name: string) =>
    screen.page.getByRole('button', { name, exact: true }).click();
  const heading = (screen: Screen, name: string | RegExp) =>
    screen.page.getByRole('heading', { level: 1, name }).waitFor();
  const listed = async () => (await officer.get(`/incidents/${incident.id}/persons`)).body.items;

  const sound = async (screen: Screen, name: string): Promise<void> => {
    for (const [width, size] of [
      [1280, { width: 1280, height: 900 }],
      [320, PHONE],
    ] as const) {
      await screen.page.setViewportSize(size);
      expect([name, width, await screen.findings()]).toEqual([name, width, []]);
      expect([name, width, await screen.overflows()]).toEqual([name, width, false]);
      await screen.picture(`${name}-${width}`);
    }
    expect(screen.complaints).toEqual([]);
  };

  it('weighs little, and its title says nothing', () => {
    const page = readFileSync(join(WEB, 'registro.html'), 'utf8');
    const files = [...page.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(([, file]) => file!);
    expect(files.length).toBeGreaterThan(1);
    const bytes = [page, ...files.map((file) => readFileSync(join(WEB, file), 'utf8'))]
      .map((content) => gzipSync(content).length)
      .reduce((a, b) => a + b, 0);
    expect(bytes).toBeLessThan(MOST);
    expect(page).toContain('<title>Formulario</title>');
    expect(page).not.toMatch(/amparo|consul/i);
    expect(readdirSync(WEB)).toContain('registro.html');
  });

  it(
    'takes a registration in Spanish, by keyboard, and lets whoever has the code come back',
    async () => {
      const screen = await open(`/registro/${incident.slug}`);
      const { page } = screen;
      await heading(screen, 'Terremoto en Andalucía');
      expect(await page.title()).toBe('Formulario');
      await sound(screen, 'crisis-public-form-es');

      await press(screen, 'Enviar registro');
      expect(await page.getByLabel('Nombres', { exact: true }).getAttribute('aria-invalid')).toBe(
        'true',
      );
      expect(await page.evaluate('document.activeElement.id')).toBe('givenNames');
      await page.keyboard.type('Rosa');
      await page.getByLabel('Primer apellido').fill('Quispe');
      await page.getByLabel(/^Teléfono/).fill('612');
      await page.getByLabel('Región donde está').selectOption({ label: 'Andalucía' });
      await page.getByLabel('Atención médica').check();
      await press(screen, 'Enviar registro');
      await page.getByRole('alert').getByText(/./).first().waitFor();
      expect(await page.getByLabel(/^Teléfono/).getAttribute('aria-invalid')).toBe('true');
      await sound(screen, 'crisis-public-refused-es');
      await page.getByLabel(/^Teléfono/).fill('+34 612 345 678');
      await press(screen, 'Enviar registro');
      await heading(screen, 'Recibimos su registro');
      await sound(screen, 'crisis-public-code-es');
      const code = (await page.locator('.code').textContent())!;
      expect(code).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/);
      expect(await listed()).toEqual([
        expect.objectContaining({
          ...{ givenNames: 'Rosa', subdivision: 'ES-AN', phone: '+34612345678' },
          needs: [{ need: 'medical', state: 'open' }],
        }),
      ]);

      await page.reload();
      await press(screen, 'Ya tengo un código');
      await sound(screen, 'crisis-public-return-es');
      await page.getByLabel('Código').fill('00000000');
      await press(screen, 'Entrar');
      await page.getByText('No encontramos ese código').waitFor();
      await page.getByLabel('Código').fill(code.toLowerCase());
      await press(screen, 'Entrar');
      await heading(screen, 'Mi registro');
      expect(await page.getByLabel('Nombres', { exact: true }).inputValue()).toBe('Rosa');
      await press(screen, 'Estoy a salvo');
      await page.getByText('Gracias: sabemos que está a salvo').waitFor();
      await page.getByLabel('Atención médica').uncheck();
      await press(screen, 'Guardar cambios');
      await page.getByText('Guardamos sus cambios').waitFor();
      await sound(screen, 'crisis-public-mine-es');
      expect(await listed()).toEqual([
        expect.objectContaining({ state: 'safe', needs: [{ need: 'medical', state: 'met' }] }),
      ]);
      expect(
        await page.evaluate(
          '[localStorage, sessionStorage].flatMap((s) => Object.values(s)).join()',
        ),
      ).not.toMatch(/Rosa|Quispe/);
      await screen.close();
    },
    SLOW,
  );

  it(
    'speaks English, keeps what was typed, and counts a repeated sending once',
    async () => {
      const screen = await open(`/registro/${incident.slug}`, { language: 'en' });
      const { page } = screen;
      await heading(screen, 'Earthquake in Andalusia');
      await sound(screen, 'crisis-public-form-en');
      await page.getByLabel('Given names').fill('Ana');
      await page.getByLabel('Shelter').or(page.getByLabel('A place to sleep')).check();
      await press(screen, 'Español');
      await heading(screen, 'Terremoto en Andalucía');
      expect(await page.getByLabel('Nombres', { exact: true }).inputValue()).toBe('Ana');
      expect(await page.getByLabel('Un lugar donde dormir').isChecked()).toBe(true);
      await press(screen, 'English');
      await page.getByLabel('First surname').fill('Torres');

      // the answer to the first sending is lost on the way
      await page.route('**/registrations', async (route) => {
        await route.fetch();
        await route.abort();
      });
      await press(screen, 'Send registration');
      await page.getByText('There is no connection').waitFor();
      await page.unroute('**/registrations');
      await press(screen, 'Send registration');
      await heading(screen, 'We have your registration');
      const named = (await listed()).filter((p: { givenNames: string }) => p.givenNames === 'Ana');
      expect(named).toHaveLength(1);
      await screen.close();
    },
    SLOW,
  );

  it(
    'is left at once by its button or by Escape twice, and leaves no trace in the history',
    async () => {
      for (const way of ['button', 'escape']) {
        const screen = await stage.page();
        const { page } = screen;
        await page.route('https://www.wikipedia.org/**', (route) =>
          route.fulfill({ contentType: 'text/html', body: '<h1>Enciclopedia</h1>' }),
        );
        await page.goto('/health/live');
        await page.goto(`/registro/${incident.slug}`);
        await page.getByLabel('Nombres', { exact: true }).fill('Secreta');
        if (way === 'button') await press(screen, 'Salir ya');
        else {
          await page.keyboard.press('Escape');
          await page.keyboard.press('Escape');
        }
        await page.getByText('Enciclopedia').waitFor();
        await page.goBack();
        expect([way, new URL(page.url()).pathname]).toEqual([way, '/health/live']);
        await page.goForward();
        expect([way, page.url()]).toEqual([way, 'https://www.wikipedia.org/']);
        await screen.close();
      }
    },
    SLOW,
  );

  it(
    'takes the answer to a message once, and drops the link from the address',
    async () => {
      const who = await registerPerson(officer, incident.id, {
        ...{ givenNames: 'Con', firstSurname: 'Correo', email: 'con@example.test' },
      });
      const text = { textEs: 'Díganos cómo está.', textEn: 'Tell us how you are.' };
      await officer.post(`/incidents/${incident.id}/broadcasts`, { filter: {}, ...text });
      const { rows } = await stage.app.owner.query<{ id: string }>(
        `SELECT payload ->> 'recipientId' AS id FROM outbox WHERE job = $1`,
        [SendBroadcast.name],
      );
      const token = confirmationToken(stage.app.app.get(Keyring), rows[0]!.id);
      const screen = await open(`/registro/${incident.slug}#${token}`);
      await heading(screen, '¿Cómo está?');
      expect(screen.page.url()).not.toContain(token);
      await sound(screen, 'crisis-public-confirm-es');
      await press(screen, 'Estoy a salvo');
      await heading(screen, 'Gracias: sabemos que está a salvo');
      await sound(screen, 'crisis-public-thanks-es');
      expect((await officer.get(`/incidents/${incident.id}/persons/${who}`)).body.state).toBe(
        'safe',
      );
      const again = await open(`/registro/${incident.slug}#${token}`, { language: 'en' });
      await press(again, 'I need help');
      await again.page.getByText('That link has been used').waitFor();
      await sound(again, 'crisis-public-used-en');
      await Promise.all([screen.close(), again.close()]);
    },
    SLOW,
  );

  it(
    'says where to turn when the incident is over, and the same for an address that is none',
    async () => {
      const over = await activateIncident(head, [stage.app.staff.posts['MAD']!]);
      await head.post(`/incidents/${over.id}/standing-down`, { reason: 'Terminó' });
      const closed = await open(`/registro/${over.slug}`);
      await heading(closed, 'Este registro terminó');
      await closed.page.getByText('consulado más cercano').waitFor();
      await sound(closed, 'crisis-public-over-es');
      const nowhere = await open('/registro/zzzzzzzz');
      await heading(nowhere, 'Esta página no está disponible');
      await Promise.all([closed.close(), nowhere.close()]);
    },
    SLOW,
  );
});
