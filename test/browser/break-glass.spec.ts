import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { generate } from 'otplib';
import { createLogger } from '../../src/platform/http/logger';
import { createWorker } from '../../src/worker.module';
import { testConfig } from '../support/app';
import { PHONE, Stage, type Screen } from './support/browser';

/** Each walks through several pages and has axe read them. */
const SLOW = 300_000;
const REASON = 'La persona llamó a la guardia: la siguen en este momento';

describe('entering a sealed case in an emergency', () => {
  let stage: Stage;
  let worker: NestFastifyApplication;
  /** Knows of the case from outside the system: not in its circle, at another post. */
  let outsider: Screen;
  let guardian: Screen;
  let caseId: string;
  let reference: string;
  let secret = '';

  beforeAll(async () => {
    stage = await Stage.open();
    const { app } = stage;
    worker = await createWorker(testConfig(app.database), {
      logger: createLogger('silent'),
      clock: app.clock,
    });
    const officer = await app.as('oficial.mad');
    const logged = await officer.post('/detentions', {
      postId: app.staff.posts['MAD'],
      person: { givenNames: 'Persona', firstSurname: 'Inventada', sex: 2, birthDate: '1990-01-01' },
      type: 'criminal_detention',
      intakeChannel: 'host_notification',
      postNotifiedAt: '2026-03-02T08:00:00Z',
      noticeChannel: 'telephone',
      visitWish: 'yes',
      familyWish: 'not_asked',
      country: 'ES',
      stage: 'arrested',
    });
    caseId = logged.body.id as string;
    const { version } = (await officer.get(`/cases/${caseId}/circle`)).body;
    const sealed = await officer.post(
      `/cases/${caseId}/tier`,
      {
        tier: 'sealed',
        reason: 'Riesgo',
        members: [app.staff.accounts['jefe.mad'], app.staff.accounts['proteccion']],
      },
      { 'if-match': `"${version}"` },
    );
    reference = sealed.body.reference as string;
    outsider = await stage.page({ as: 'oficial.pat' });
    guardian = await stage.page({ as: 'guardian' });
  });
  afterAll(async () => {
    await worker.close();
    await stage.close();
  });

  const press = (screen: Screen, name: string | RegExp) =>
    screen.page.getByRole('button', { name, exact: true }).click();
  const saved = (screen: Screen) => screen.page.getByRole('dialog').waitFor({ state: 'detached' });

  /** A code that was not used yet: each is good once, so the clock moves on. */
  async function code(): Promise<string> {
    stage.app.clock.advance({ seconds: 30 });
    const epoch = Math.floor(stage.app.clock.now().epochMilliseconds / 1000);
    return generate({ secret, epoch });
  }

  async function fill(screen: Screen): Promise<void> {
    const dialog = screen.page.getByRole('dialog');
    await dialog.getByLabel('Por qué debe entrar ahora').fill(REASON);
    await dialog.getByLabel('Código del segundo factor').fill(await code());
  }

  /** No serious finding of axe, no sideways scrolling: both widths, both languages. */
  async function sound(as: string, address: string, name: string): Promise<void> {
    for (const [width, language, viewport] of [
      ['1280', 'es', undefined],
      ['320', 'en', PHONE],
      ['320', 'es', PHONE],
    ] as const) {
      const looking = await stage.page({ as, language, ...(viewport ? { viewport } : {}) });
      await looking.goto(address);
      await looking.picture(`glass-${name}-${width}-${language}`);
      expect(await looking.findings()).toEqual([]);
      expect(await looking.overflows()).toBe(false);
      expect(looking.complaints).toEqual([]);
      await looking.close();
    }
  }

  it(
    'offers the way in by the form of what was typed alone, and sets up the second factor on it',
    async () => {
      const { page } = outsider;
      await outsider.goto('/search');
      const box = page.getByRole('searchbox', { name: 'Qué busca' });
      const offer = page.getByRole('link', { name: 'Pedir ingreso de emergencia' });
      const shown = async (typed: string) => {
        await box.fill(typed);
        await page.getByText('No encontramos nada a su alcance').waitFor();
        await offer.waitFor();
        return (await page.locator('main').innerText()).replace(typed, '');
      };
      const unknown = await shown('S-00000000');
      await box.fill('qqqqzzzz');
      await offer.waitFor({ state: 'detached' });
      expect(await shown(reference)).toBe(unknown);
      expect(await outsider.findings()).toEqual([]);
      await outsider.picture('glass-offer');
      await offer.click();

      await page.getByRole('heading', { name: 'Active primero su segundo factor' }).waitFor();
      secret = ((await page.locator('pre').textContent()) ?? '').replaceAll(' ', '');
      const first = await code();
      await page.getByRole('textbox', { name: 'Dígito 1' }).click();
      await page.keyboard.type(first);
      await press(outsider, 'Confirmar');

      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('Por qué debe entrar ahora').waitFor();
      expect(await dialog.getByLabel('Referencia, como se la dieron').inputValue()).toBe(reference);
      expect(await outsider.findings()).toEqual([]);
      await outsider.picture('glass-ask');
      await press(outsider, 'Pedir ingreso');
      await page.getByText('Escriba al menos 20 caracteres.').waitFor();
      await fill(outsider);
      await press(outsider, 'Pedir ingreso');
      await saved(outsider);
      await page.getByText('Espera al guardián').waitFor();
      expect(new URL(page.url()).pathname).toBe('/break-glass');
      await sound('oficial.pat', '/break-glass', 'own-waiting');
    },
    SLOW,
  );

  it(
    'asks in the same way of a reference that no case has, which the guardian cannot admit',
    async () => {
      await outsider.goto('/');
      await press(outsider, 'Cuenta de oficial.pat');
      await outsider.page.getByRole('menuitem', { name: 'Ingreso de emergencia' }).click();
      await outsider.settled();
      await press(outsider, 'Pedir ingreso de emergencia');
      const asking = outsider.page.getByRole('dialog');
      await asking.getByLabel('Referencia, como se la dieron').fill('S-00000000');
      await fill(outsider);
      await press(outsider, 'Pedir ingreso');
      await saved(outsider);
      await outsider.page.getByText('S-00000000', { exact: true }).waitFor();

      const { page } = guardian;
      await guardian.goto('/');
      await page.waitForURL('**/break-glass');
      await page.getByRole('heading', { name: 'Esperan una decisión' }).waitFor();
      await sound('guardian', '/break-glass', 'guardian-waiting');
      const card = page.getByRole('listitem').filter({ hasText: 'S-00000000' });
      await card.getByRole('button', { name: 'Admitir' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('button', { name: 'Admitir' }).click();
      await dialog.getByText('Ningún caso sellado lleva esa referencia').waitFor();
      expect(await guardian.findings()).toEqual([]);
      await guardian.picture('glass-no-such-case');
      await dialog.getByRole('button', { name: 'Cancelar' }).click();
      await card.getByRole('button', { name: 'Rechazar' }).click();
      await dialog.getByRole('button', { name: 'Rechazar' }).click();
      await saved(guardian);
      await page.getByRole('heading', { name: 'Anteriores' }).waitFor();
    },
    SLOW,
  );

  it(
    'lets in, tells the circle, lists what was read, ends, and is reviewed',
    async () => {
      const { page } = guardian;
      await guardian.goto('/break-glass');
      const card = page.getByRole('listitem').filter({ hasText: reference });
      await card.getByRole('button', { name: 'Admitir' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByText('1 hora', { exact: true }).waitFor();
      expect(await guardian.findings()).toEqual([]);
      await guardian.picture('glass-admit');
      await dialog.getByRole('button', { name: 'Admitir' }).click();
      await saved(guardian);
      await page.getByRole('heading', { name: 'Están dentro ahora' }).waitFor();

      await outsider.goto('/break-glass');
      await outsider.page.getByRole('link', { name: 'Abrir el caso' }).click();
      await outsider.page.getByRole('heading', { level: 1, name: 'Persona Inventada' }).waitFor();

      const head = await stage.page({ as: 'jefe.mad' });
      await head.goto(`/cases/${caseId}?tab=access`);
      await head.page.getByText('ingreso de emergencia', { exact: true }).waitFor();
      await head.picture('glass-member');
      await head.goto('/');
      await press(head, /Avisos: [1-9]/);
      await head.page.getByRole('button', { name: /^Alguien ingresó de emergencia/ }).click();
      await head.page.getByRole('heading', { name: 'Lo que leyó e hizo' }).waitFor();
      await head.page.getByText('Abrió la ficha del caso').first().waitFor();
      expect(head.complaints).toEqual([]);
      await head.close();

      await card
        .getByRole('link', { name: `Ver el ingreso con la referencia ${reference}` })
        .click();
      await page.getByText('Abrió la ficha del caso').first().waitFor();
      await page.getByText('Se revisa cuando termina.').waitFor();
      await page.getByText(/^Termina dentro de/).waitFor();
      const address = new URL(page.url()).pathname;
      expect(await page.locator('main').innerText()).not.toContain('Inventada');
      await sound('guardian', address, 'page-active');
      await press(guardian, 'Terminar ahora');
      await page.getByRole('dialog').getByRole('button', { name: 'Terminar ahora' }).click();
      await saved(guardian);
      await outsider.page.goto(`/cases/${caseId}`);
      await outsider.page.getByRole('heading', { name: 'No encontramos esta página' }).waitFor();

      await press(guardian, 'Revisar');
      await page
        .getByRole('dialog')
        .getByRole('radio', { name: 'Estuvo justificado', exact: true })
        .check();
      await page.getByRole('dialog').getByLabel('Por qué').fill('Hubo riesgo inmediato');
      expect(await guardian.findings()).toEqual([]);
      await press(guardian, 'Guardar');
      await saved(guardian);
      await page.getByText('Hubo riesgo inmediato').waitFor();
      await sound('guardian', address, 'page-reviewed');
      await sound('guardian', '/break-glass', 'guardian-after');

      const desk = await stage.page({ as: 'proteccion' });
      await desk.goto(`/cases/${caseId}`);
      await desk.page.getByText('Ingreso de emergencia revisado').first().waitFor();
      await desk.page.getByRole('link', { name: 'Ver el ingreso' }).first().click();
      await desk.page.getByText('Hubo riesgo inmediato').waitFor();
      await desk.close();
      expect([...guardian.complaints, ...outsider.complaints]).toEqual([]);
    },
    SLOW,
  );

  it(
    'bars somebody from the circle, and the protection desk lifts it',
    async () => {
      const officer = await stage.page({ as: 'oficial.mad' });
      const { page } = officer;
      await officer.goto(`/cases/${caseId}?tab=access`);
      await press(officer, 'Impedir a alguien');
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('De qué oficina').selectOption({ label: 'Paterson (PAT)' });
      await dialog.getByRole('combobox', { name: 'A quién' }).click();
      await page.getByRole('option', { name: /^oficial\.pat/ }).click();
      await dialog.getByRole('combobox', { name: 'Por qué no puede entrar' }).click();
      await page.getByRole('option', { name: 'es pariente o allegado del agresor' }).click();
      expect(await officer.findings()).toEqual([]);
      await officer.picture('glass-bar');
      await dialog.getByRole('button', { name: 'Impedir a alguien' }).click();
      await saved(officer);
      await page.getByText('es pariente o allegado del agresor').waitFor();
      expect(await page.getByRole('button', { name: /^Levantar/ }).count()).toBe(0);
      await sound('oficial.mad', `/cases/${caseId}?tab=access`, 'bars');

      const asked = await stage.app.as('oficial.pat');
      await asked.post('/break-glass-requests', { reference, reason: REASON, code: await code() });
      await guardian.goto('/break-glass');
      const waiting = guardian.page.getByRole('listitem').filter({ hasText: 'en espera' });
      await waiting.getByRole('button', { name: 'Admitir' }).click();
      const deciding = guardian.page.getByRole('dialog');
      await deciding.getByRole('button', { name: 'Admitir' }).click();
      await deciding.getByText('Esa persona está impedida').waitFor();
      await guardian.picture('glass-barred');

      const desk = await stage.page({ as: 'proteccion' });
      await desk.goto(`/cases/${caseId}?tab=access`);
      await press(desk, 'Levantar el impedimento de oficial.pat');
      await desk.page.getByRole('dialog').getByLabel('Motivo').fill('Se comprobó que no lo es');
      await press(desk, 'Levantar');
      await saved(desk);
      await desk.page.getByText('Lo levantó proteccion: Se comprobó que no lo es').waitFor();
      expect([...officer.complaints, ...desk.complaints]).toEqual([]);
      await desk.close();
      await officer.close();
    },
    SLOW,
  );
});
