import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createLogger } from '../../src/platform/http/logger';
import { createWorker } from '../../src/worker.module';
import { logDetention } from '../factories/detentions';
import { testConfig } from '../support/app';
import { DESKTOP, PHONE, Stage, type Screen } from './support/browser';

const NAMES = ['Yolanda Huamán', 'Eusebio Quispe', 'Rosa Mamani'] as const;

describe('finding cases and changing many', () => {
  let stage: Stage;
  let worker: NestFastifyApplication;
  let screen: Screen;
  const ids: string[] = [];
  const references: string[] = [];

  beforeAll(async () => {
    stage = await Stage.open();
    worker = await createWorker(testConfig(stage.app.database), {
      logger: createLogger('silent'),
      clock: stage.app.clock,
    });
    const officer = await stage.app.as('oficial.mad');
    for (const name of NAMES) {
      const [givenNames, firstSurname] = name.split(' ');
      const id = await logDetention(officer, stage.app.staff.posts['MAD']!, {
        person: { givenNames, firstSurname, sex: 2 },
      });
      ids.push(id);
      references.push((await officer.get(`/cases/${id}`)).body.reference as string);
    }
    await officer.post(`/cases/${ids[1]}/notes`, {
      text: 'Pidió que se avisara a sus hermanas en Ayacucho',
    });
    const head = await stage.app.as('jefe.mad');
    await head.post(`/posts/${stage.app.staff.posts['MAD']}/tags`, { label: 'Feria de abril' });
    screen = await stage.page({ as: 'jefe.mad' });
  });
  afterAll(async () => {
    await worker.close();
    await stage.close();
  });

  it('opens the box with Ctrl-K, finds a misspelt name and goes there by the keyboard alone', async () => {
    const { page } = screen;
    await screen.goto('/queue?view=all');
    await page.keyboard.press('Control+k');
    const dialog = page.getByRole('dialog', { name: 'Buscar en todo' });
    await dialog.getByLabel('Qué busca').fill('iolanda guaman');
    await dialog.getByRole('link', { name: /Yolanda Huamán/ }).waitFor();
    await screen.picture('search-box');
    expect(await screen.findings()).toEqual([]);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: /Yolanda Huamán/ }).waitFor();
    expect(page.url()).toContain(ids[0]);
  });

  it.each([
    ['1280', DESKTOP],
    ['320', PHONE],
  ])('says why each case matched, at %s px', async (width, viewport) => {
    const view = await stage.page({ as: 'jefe.mad', viewport });
    await view.goto('/search');
    await view.page.getByRole('searchbox', { name: 'Qué busca' }).fill('hermana ayacucho');
    await view.page.getByText('1 caso', { exact: true }).waitFor();
    await view.page.getByRole('link', { name: /Eusebio Quispe/ }).waitFor();
    await view.page.locator('mark').filter({ hasText: 'Ayacucho' }).waitFor();
    expect(view.page.url()).not.toContain('ayacucho');
    expect(await view.findings()).toEqual([]);
    expect(await view.overflows()).toBe(false);
    await view.picture(`search-${width}`);
    await view.page.getByRole('combobox', { name: 'Estado' }).click();
    await view.page.getByRole('option', { name: 'Concluido' }).click();
    await view.page.getByText('No encontramos nada a su alcance').waitFor();
    await view.page.getByRole('button', { name: 'Quitar filtros' }).click();
    expect(await view.page.getByRole('combobox', { name: 'Tipo' }).count()).toBe(0);
    await view.page.getByRole('combobox', { name: 'Familia' }).fill('deten');
    await view.page.getByRole('option', { name: 'Detención', exact: true }).click();
    const type = view.page.getByRole('combobox', { name: 'Tipo' });
    await type.click();
    await view.page.getByRole('option', { name: 'Detención penal' }).click();
    await view.page.getByText('1 caso', { exact: true }).waitFor();
    await view.picture(`search-type-${width}`);
    expect(await view.findings()).toEqual([]);
    await type.click();
    await view.page.getByRole('option', { name: 'Detención migratoria' }).click();
    await view.page.getByText('No encontramos nada a su alcance').waitFor();
    expect(view.complaints).toEqual([]);
    await view.close();
  });

  it('links two cases by number and takes the link away again', async () => {
    const { page } = screen;
    await screen.goto(`/cases/${ids[0]}`);
    await page.getByRole('tab', { name: 'Personas' }).click();
    await page.getByRole('button', { name: 'Vincular un caso' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Número del otro caso').fill('MAD-2026-999999');
    await dialog.getByLabel('Motivo').fill('Detenidas juntas');
    await dialog.getByLabel('Nombre del evento').fill('Operativo del puerto');
    await dialog.getByRole('button', { name: 'Guardar' }).click();
    await dialog
      .getByText(/no existe o no está a su alcance|Caso desconocido/)
      .first()
      .waitFor();
    await dialog.getByLabel('Número del otro caso').fill(references[1]!);
    await dialog.getByRole('button', { name: 'Guardar' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('link', { name: /Eusebio Quispe/ }).waitFor();
    await page.getByText(/Operativo del puerto/).waitFor();
    expect(await screen.findings()).toEqual([]);
    await screen.picture('links');
    await page.getByRole('button', { name: `Quitar el vínculo con ${references[1]}` }).click();
    await page.getByRole('dialog').getByLabel('Por qué se quita').fill('No eran juntas');
    await page.getByRole('dialog').getByRole('button', { name: 'Guardar' }).click();
    await page.getByText('No eran juntas').waitFor();
  });

  it('shows what would happen, does it, can be left and found again, and is undone', async () => {
    const { page } = screen;
    const table = page.getByRole('table');
    await screen.goto('/queue?view=all');
    await table.getByRole('checkbox', { name: /Rosa Mamani/ }).check();
    await table.getByRole('checkbox', { name: /Eusebio Quispe/ }).check();
    await page.getByText('2 casos marcados').waitFor();
    expect(await screen.findings()).toEqual([]);
    await screen.picture('bulk-queue');
    await page.getByRole('button', { name: 'Marcar los 3 de la lista' }).click();
    await page.getByText('3 casos marcados').waitFor();
    await page.getByRole('button', { name: 'Asignar', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Responsable').selectOption({ label: 'oficial2.mad' });
    await dialog.getByRole('button', { name: 'Ver qué pasará' }).click();
    await dialog.getByText('Cambian: 3').waitFor();
    expect(await screen.findings()).toEqual([]);
    await screen.picture('bulk-preview');
    await dialog.getByRole('button', { name: 'Aplicar a 3 casos' }).click();
    await page.getByRole('heading', { level: 1, name: 'Asignar: 3 casos' }).waitFor();
    await page.goto('/operations');
    await page.getByRole('link', { name: 'Asignar: 3 casos' }).click();
    await page.getByText('Terminada', { exact: true }).waitFor();
    await page.getByText('Cambiados: 3').waitFor();
    expect(await screen.findings()).toEqual([]);
    await screen.picture('operation');
    await page.getByRole('button', { name: 'Deshacer' }).click();
    await page.getByRole('heading', { level: 1, name: 'Deshacer «Asignar»: 3 casos' }).waitFor();
    await page.getByText('Cambiados: 3').waitFor();
    await screen.goto('/queue?view=all');
    expect(await table.getByText('oficial2.mad').count()).toBe(0);
    expect(screen.complaints).toEqual([]);
  });

  it('tags cases and filters by the tag, on a telephone too', async () => {
    const view = await stage.page({ as: 'oficial.mad', viewport: PHONE });
    await view.goto('/queue?view=all');
    const { page } = view;
    await page
      .getByRole('listitem')
      .getByRole('checkbox', { name: /Rosa Mamani/ })
      .check();
    await page.getByRole('button', { name: 'Etiquetar' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('combobox', { name: 'Poner etiquetas' }).press('ArrowDown');
    await page.getByRole('option', { name: 'Feria de abril' }).click();
    await dialog.getByRole('button', { name: 'Ver qué pasará' }).click();
    await dialog.getByText('Cambian: 1').waitFor();
    expect(await view.findings()).toEqual([]);
    await view.picture('bulk-320');
    await dialog.getByRole('button', { name: 'Aplicar a 1 caso' }).click();
    await page.getByText('Cambiados: 1').waitFor();
    expect(await view.overflows()).toBe(false);
    await view.picture('operation-320');
    await view.goto('/queue?view=all');
    await page.getByRole('combobox', { name: 'Etiqueta' }).click();
    await page.getByRole('option', { name: 'Feria de abril' }).click();
    await page.getByText('1 caso', { exact: true }).waitFor();
    await page.getByRole('listitem').getByText('Feria de abril').waitFor();
    expect(await view.findings()).toEqual([]);
    expect(await view.overflows()).toBe(false);
    await view.picture('tags-320');
    expect(view.complaints).toEqual([]);
    await view.close();
  });
});
