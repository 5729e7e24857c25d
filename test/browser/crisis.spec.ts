import { activateIncident, flight, prepareIncident, registerPerson } from '../factories/crises';
import type { Client } from '../support/client';
import { NOW, PHONE, Stage, type Screen } from './support/browser';

/** Each walks through several pages and has axe read them at two widths. */
const SLOW = 400_000;

describe('a crisis on screen', () => {
  let stage: Stage;
  let screen: Screen;
  let head: Client;
  let officer: Client;
  let mad: string;
  beforeAll(async () => {
    stage = await Stage.open();
    head = await stage.app.as('jefe.mad');
    officer = await stage.app.as('oficial.mad');
    mad = stage.app.staff.posts['MAD']!;
    screen = await stage.page({ as: 'oficial.mad' });
  });
  afterAll(() => stage.close());

  const press = (name: string, on = screen) =>
    on.page.getByRole('button', { name, exact: true }).click();
  const saved = (on = screen) => on.page.getByRole('dialog').waitFor({ state: 'detached' });
  const tab = (name: string, on = screen) => on.page.getByRole('tab', { name }).click();

  /** No serious finding of axe, no sideways scrolling, at both widths and in both languages. */
  async function sound(address: string, name: string, as = 'oficial.mad'): Promise<void> {
    for (const language of ['es', 'en'] as const) {
      for (const [width, viewport] of [
        ['1280', undefined],
        ['320', PHONE],
      ] as const) {
        const looking = await stage.page({ as, language, ...(viewport ? { viewport } : {}) });
        await looking.goto(address);
        const where = [name, language, width];
        expect([...where, await looking.findings()]).toEqual([...where, []]);
        expect([...where, await looking.overflows()]).toEqual([...where, false]);
        await looking.picture(`${name}-${language}-${width}`);
        expect(looking.complaints).toEqual([]);
        await looking.close();
      }
    }
  }

  it(
    'is prepared, activated in seconds with its public page, and stood down by its head',
    async () => {
      const chief = await stage.page({ as: 'jefe.mad' });
      const { page } = chief;
      await chief.goto('/crises');
      await press('Preparar emergencia', chief);
      await page.getByLabel('Nombre en español').fill('Inundación en Valencia');
      await page.getByLabel('Nombre en inglés').fill('Flood in Valencia');
      await page.getByRole('combobox', { name: 'País' }).fill('España');
      await page.getByRole('option', { name: 'España' }).click();
      expect(await chief.findings()).toEqual([]);
      await press('Guardar', chief);
      await saved(chief);
      await page.getByRole('link', { name: 'Inundación en Valencia' }).click();
      await page.getByRole('heading', { level: 1, name: 'Inundación en Valencia' }).waitFor();
      await press('Activar', chief);
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('Motivo').fill('Río desbordado');
      await dialog.getByRole('button', { name: 'Activar' }).click();
      await saved(chief);
      const address = await page.getByRole('link', { name: /\/registro\// }).getAttribute('href');
      const visitor = await stage.page();
      await visitor.page.goto(address!);
      await visitor.page
        .getByRole('heading', { level: 1, name: 'Inundación en Valencia' })
        .waitFor();
      await visitor.close();
      await press('Dar por concluida', chief);
      await dialog.getByLabel('Motivo').fill('Volvió la calma');
      await dialog.getByRole('button', { name: 'Dar por concluida' }).click();
      await saved(chief);
      await page.getByText('Concluida', { exact: true }).first().waitFor();
      expect(chief.complaints).toEqual([]);
      await chief.close();
    },
    SLOW,
  );

  it(
    'has a board that renews itself, and numbers whose lists have that many rows',
    async () => {
      const { id } = await activateIncident(head, [mad]);
      const who = await registerPerson(officer, id, {
        ...{ needs: ['medical', 'food'], subdivision: 'ES-AN', vulnerability: ['pregnant'] },
      });
      await registerPerson(officer, id, { givenNames: 'Juan', firstSurname: 'Condori' });
      await officer.post(`/incidents/${id}/persons/${who}/states`, { state: 'in_need' });
      await screen.goto(`/crises/${id}`);
      const { page } = screen;
      const total = page.getByRole('link', { name: /Cómo están, Total/ });
      await total.filter({ hasText: '2' }).waitFor();
      await registerPerson(officer, id, { givenNames: 'Eva', firstSurname: 'Luna' });
      await total.filter({ hasText: '3' }).waitFor();

      const numbers = page.locator('main a[aria-label]');
      const links = await numbers.evaluateAll((all) =>
        all
          .map((a) => [a.getAttribute('href')!, a.textContent!] as const)
          .filter(([href]) => href.includes('tab=persons')),
      );
      expect(links.length).toBeGreaterThan(6);
      for (const [href, number] of links) {
        await screen.goto(href);
        const word = number === '1' ? 'persona' : 'personas';
        await page.getByText(`${number} ${word}`, { exact: true }).waitFor();
        expect([href, await page.locator('main li input[type=checkbox]').count()]).toEqual([
          href,
          Number(number),
        ]);
      }

      await screen.goto(`/crises/${id}`);
      await page.getByLabel('En este momento').fill('2026-03-02T09:59');
      expect(NOW).toContain('09:00');
      await page
        .getByText('No puede ser una fecha futura')
        .or(page.getByText('Personas: '))
        .first()
        .waitFor();
      await sound(`/crises/${id}`, 'crisis-board');
      await sound('/crises', 'crisis-list');
    },
    SLOW,
  );

  it(
    'takes lists in whole or not at all, and its persons are found, sorted and joined',
    async () => {
      const { id } = await activateIncident(head, [mad]);
      const { page } = screen;
      await screen.goto(`/crises/${id}`);
      await tab('Listas');
      await press('Importar lista');
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('De quién es la lista').fill('Municipio');
      await dialog
        .getByLabel('Contenido')
        .fill('nombres,apellidos,edad\nRosa,Quispe,30\nJuan,,40\nEva,Luna,300');
      await dialog.getByRole('button', { name: 'Importar lista' }).click();
      await dialog.getByText('Línea 3, apellido').waitFor();
      await dialog.getByText('Línea 4, edad').waitFor();
      expect(await screen.findings()).toEqual([]);
      await screen.picture('crisis-import-refused');
      await page.locator('input[type=file]').setInputFiles({
        ...{ name: 'municipio.csv', mimeType: 'text/csv' },
        buffer: Buffer.from(
          'nombres;apellidos;edad;lugar\nRosa;Quispe;30;Calle Mayor, 3\nRosa;Kispe;31;\nEva;Luna Ib\xe1\xf1ez;30;',
          'latin1',
        ),
      });
      await page.waitForFunction(
        `[...document.querySelectorAll('textarea')].some((t) => t.value.includes('Ibáñez'))`,
      );
      await dialog.getByRole('button', { name: 'Importar lista' }).click();
      await saved();
      await page.getByRole('link', { name: 'Municipio: 3' }).click();
      await page.getByText('3 menciones').waitFor();
      expect(await page.locator('main ul li').count()).toBe(3);
      await sound(`/crises/${id}?tab=lists`, 'crisis-lists');

      await tab('Personas');
      const search = page.getByRole('searchbox', { name: 'Buscar' });
      await search.fill('kispe rosa');
      await search.press('Enter');
      await page.getByText('2 personas', { exact: true }).waitFor();
      await press('Quitar filtros');
      await page.getByText('3 personas', { exact: true }).waitFor();
      await page.getByRole('link', { name: 'Luna Ibáñez, Eva' }).click();
      await press('Clasificar');
      await dialog.getByLabel('Atención médica').check();
      await dialog.getByLabel('Embarazo').check();
      expect(await screen.findings()).toEqual([]);
      await press('Guardar');
      await saved();
      await page.getByText('Prioridad: 80 puntos').waitFor();
      await press('Registrar cómo está');
      await dialog.getByLabel('Cómo está').selectOption('safe');
      await press('Guardar');
      await saved();
      await page.getByText('A salvo').first().waitFor();
      await sound(new URL(page.url()).pathname, 'crisis-person');

      await screen.goto(`/crises/${id}?tab=duplicates`);
      await page.getByText('1 grupo por revisar').waitFor();
      await sound(`/crises/${id}?tab=duplicates`, 'crisis-duplicates');
      await press('Es la misma persona: unir');
      await page.getByText('0 grupos por revisar').waitFor();
      await tab('Personas');
      await page.getByText('2 personas', { exact: true }).waitFor();
      await sound(`/crises/${id}?tab=persons`, 'crisis-persons');
    },
    SLOW,
  );

  it(
    'seats people on a flight by need, prints the list, and reconciles boarding and arrival',
    async () => {
      const { id } = await activateIncident(head, [mad]);
      for (const [givenNames, firstSurname, needs] of [
        ['Rosa', 'Huamán', ['medical']],
        ['Juan', 'Condori', ['food']],
        ['Ana', 'Zegarra', []],
      ] as const) {
        await registerPerson(officer, id, { givenNames, firstSurname, needs });
      }
      await officer.post(`/incidents/${id}/manifests`, flight());
      const { page } = screen;
      await screen.goto(`/crises/${id}?tab=persons`);
      for (const name of ['Huamán, Rosa', 'Condori, Juan', 'Zegarra, Ana']) {
        await page.getByLabel(`Elegir a ${name}`).check();
      }
      await press('Dar asiento a 3');
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('Traslado').selectOption({ label: 'FAP 1 a Lima · libres: 2' });
      await press('Dar asiento');
      await saved();
      await page.getByText('Con asiento: 2. En espera: 1.').waitFor();
      await tab('Traslados');
      await sound(`/crises/${id}?tab=manifests`, 'crisis-manifests');
      await page.getByRole('link', { name: 'FAP 1, Con asiento: 2' }).click();
      await page.getByRole('heading', { level: 1, name: 'Vuelo FAP 1' }).waitFor();
      expect(await page.locator('main tbody tr').count()).toBe(2);
      expect(
        await page.getByRole('link', { name: 'Manifiesto en PDF' }).getAttribute('href'),
      ).toMatch(/\/manifests\/.+\/pdf$/);

      await press('Registrar quién pagó');
      await dialog.getByLabel('Moneda').fill('EUR');
      await dialog.getByLabel('PAH').fill('300.00');
      await dialog.getByLabel('Quien viaja').fill('50.00');
      expect(await screen.findings()).toEqual([]);
      await press('Guardar');
      await saved();
      await page.getByText('PAH: 600.00 EUR (2 asientos)').waitFor();

      await press('Registrar el embarque');
      await dialog
        .getByLabel('Nombres según la empresa')
        .fill('HUAMAN/ROSA MRS\nZEGARRA/ANA MISS\nTORRES/LUIS MR');
      await press('Comparar nombres');
      await dialog.getByText('Con asiento y a bordo: 1. No se presentaron: 1.').waitFor();
      expect(await screen.findings()).toEqual([]);
      await screen.picture('crisis-boarding');
      await press('Guardar');
      await saved();
      await page.getByRole('button', { name: 'Registrar la llegada' }).waitFor();
      const manifest = new URL(page.url()).pathname;
      stage.app.clock.advance({ hours: 12 });
      await press('Registrar la llegada');
      await dialog.getByLabel('TORRES, LUIS').uncheck();
      await press('Guardar');
      await saved();
      await page.getByLabel('Asiento').selectOption('');
      await page.getByRole('cell', { name: 'No consta su llegada' }).waitFor();
      await sound(manifest, 'crisis-manifest');
    },
    SLOW,
  );

  it(
    'tells many at once and shows who answered, borrows staff, and looks back',
    async () => {
      const { id } = await activateIncident(head, [mad]);
      await registerPerson(officer, id, { email: 'rosa@example.test' });
      await registerPerson(officer, id, { givenNames: 'Juan', firstSurname: 'Condori' });
      const { page } = screen;
      const dialog = page.getByRole('dialog');
      await screen.goto(`/crises/${id}?tab=broadcasts`);
      await press('Escribir mensaje');
      await dialog.getByText('Lo recibirá 1 persona. Sin correo, por llamar: 1.').waitFor();
      await dialog.getByLabel('Texto en español').fill('Acuda al albergue.');
      await dialog.getByLabel('Texto en inglés').fill('Go to the shelter.');
      expect(await screen.findings()).toEqual([]);
      await press('Enviar');
      await saved();
      await page.getByRole('link', { name: 'Sin correo: llamar: 1' }).click();
      await page.getByRole('link', { name: 'Condori, Juan' }).waitFor();
      expect(await page.locator('main li input[type=checkbox]').count()).toBe(1);
      await sound(`/crises/${id}?tab=broadcasts`, 'crisis-broadcasts');

      const chief = await stage.page({ as: 'jefe.mad' });
      await chief.goto(`/crises/${id}?tab=team`);
      await press('Sumar personal', chief);
      const lending = chief.page.getByRole('dialog');
      await lending
        .getByLabel('Oficina de la que viene')
        .selectOption({ value: stage.app.staff.posts['PAT']! });
      await lending
        .getByLabel('Persona')
        .selectOption({ value: stage.app.staff.accounts['oficial.pat']! });
      await lending.getByLabel('Hasta').fill('2026-03-20T10:00');
      await lending.getByLabel('Motivo').fill('Refuerzo');
      expect(await chief.findings()).toEqual([]);
      await press('Guardar', chief);
      await saved(chief);
      await chief.page.getByRole('button', { name: /^Terminar apoyo/ }).waitFor();
      await chief.close();
      await sound(`/crises/${id}?tab=team`, 'crisis-team', 'jefe.mad');

      const director = await stage.page({ as: 'directora.dgc' });
      await director.goto(`/crises/${id}?tab=report`);
      await press('Escribir lecciones', director);
      await director.page.getByRole('dialog').getByLabel('Lecciones').fill('Prever intérpretes.');
      await press('Guardar', director);
      await saved(director);
      await director.page.getByText('Prever intérpretes.').waitFor();
      await director.close();
      await sound(`/crises/${id}?tab=report`, 'crisis-report', 'directora.dgc');
    },
    SLOW,
  );

  it(
    'leads from the case of one of its persons to it and back, and its policy is headquarters’',
    async () => {
      const { id } = await activateIncident(head, [mad]);
      const who = await registerPerson(officer, id, { needs: ['shelter'] });
      const opened = await officer.post(`/incidents/${id}/persons/${who}/case`, { postId: mad });
      const { page } = screen;
      await screen.goto(`/cases/${opened.body.id}`);
      await page.getByText('Necesita: Alojamiento').waitFor();
      await page.getByRole('link', { name: 'Su registro en la emergencia' }).click();
      await page.getByRole('link', { name: opened.body.reference }).waitFor();
      await prepareIncident(head, [mad]);

      const director = await stage.page({ as: 'directora.dgc' });
      await director.goto('/policies?tab=crises');
      await director.page.getByText(/60 registros y 20 intentos con código/).waitFor();
      await press('Cambiar la política de emergencias', director);
      const dialog = director.page.getByRole('dialog');
      await dialog.getByLabel('Registros por minuto y dirección').fill('90');
      await dialog.getByLabel('Motivo').fill('Aeropuerto');
      expect(await director.findings()).toEqual([]);
      await press('Guardar', director);
      await saved(director);
      await director.page.getByText(/90 registros y 20 intentos/).waitFor();
      await director.close();
      await sound('/policies?tab=crises', 'crisis-policy', 'directora.dgc');
    },
    SLOW,
  );
});
