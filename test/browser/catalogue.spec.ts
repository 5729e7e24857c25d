import type { Locator } from 'playwright-core';
import { openCase } from '../factories/open-cases';
import { PHONE, Stage, type Screen } from './support/browser';

/** Screens, axe and pictures one after the other, on whatever machine. */
jest.setTimeout(240_000);

describe('families without a form of their own', () => {
  let stage: Stage;
  let screen: Screen;
  let spent = 0;

  beforeAll(async () => {
    stage = await Stage.open();
    screen = await stage.page({ as: 'oficial.mad' });
  });
  afterAll(() => stage.close());

  const fill = async (field: Locator, text: string) => {
    spent += 1;
    await field.fill(text);
  };
  const choose = async (field: Locator, code: string) => {
    spent += 1;
    await field.selectOption(code);
  };
  const click = async (target: Locator) => {
    spent += 1;
    await target.click();
  };

  it('opens a hospitalisation in at most 25 fields and clicks, asking only what applies', async () => {
    const { page } = screen;
    await screen.goto('/cases/new');
    await choose(page.getByLabel('Familia', { exact: true }), 'health');
    await page.getByText('Caso reservado').waitFor();
    await fill(page.getByLabel('Nombres'), 'Julia');
    await fill(page.getByLabel('Primer apellido'), 'Huamán');
    await choose(page.getByLabel('Ingreso del caso'), 'relative');
    await click(page.getByRole('button', { name: 'Registrar', exact: true }));
    await page.getByText('Complete este campo.').waitFor();
    expect(await page.getByLabel('Nombre del centro y piso o sala').count()).toBe(0);
    await choose(page.getByLabel('Dónde está la persona'), 'hospital');
    await fill(page.getByLabel('Nombre del centro y piso o sala'), 'Hospital La Paz, 4.ª planta');
    await choose(page.getByLabel('¿Desea que se avise a su familia?'), 'yes');
    await screen.picture('new-case-health');
    await click(page.getByRole('button', { name: 'Registrar', exact: true }));
    await page.getByRole('heading', { level: 1, name: 'Julia Huamán' }).waitFor();
    expect(spent).toBeLessThanOrEqual(25);
    await page.getByText('Salud · Hospitalización').waitFor();
    await page.getByText('Hospital La Paz, 4.ª planta').waitFor();
    for (const duty of ['Primer contacto', 'Seguimiento en el hospital', 'Aviso a la familia']) {
      await page.getByRole('listitem').filter({ hasText: duty }).first().waitFor();
    }
  });

  it('records assistance, marks a step and edits the facts', async () => {
    const { page } = screen;
    await page.getByRole('button', { name: 'Registrar asistencia' }).click();
    await page.getByLabel('Qué se hizo').selectOption('visit_in_person');
    await page.getByRole('button', { name: 'Guardar' }).click();
    await page.getByText('Asistencia registrada').waitFor();
    await page.getByRole('button', { name: 'Marcar hecho: Pedir el informe médico' }).click();
    await page.getByRole('button', { name: 'Deshacer: Pedir el informe médico' }).waitFor();
    await page.getByRole('button', { name: 'Editar datos' }).click();
    await page.getByLabel('Estado', { exact: true }).selectOption('recovering');
    await page.getByLabel('Alta').fill('2026-03-02');
    await screen.picture('case-answers-dialog');
    await page.getByRole('button', { name: 'Guardar' }).click();
    await page.getByText('En recuperación').waitFor();
    await page
      .getByRole('listitem')
      .filter({ hasText: 'Seguimiento tras el alta' })
      .first()
      .waitFor();
    await screen.picture('case-health');
    expect(await screen.findings()).toEqual([]);
    await screen.goto('/queue');
    await page.getByText('Hospitalización').first().waitFor();
  });

  it('reads well on a phone', async () => {
    const phone = await stage.page({ as: 'oficial.mad', viewport: PHONE });
    const id = await openCase(await stage.app.as('oficial.mad'), stage.app.staff.posts['MAD']!);
    for (const [path, name] of [
      ['/cases/new', 'new-case'],
      [`/cases/${id}`, 'case-health'],
    ] as const) {
      await phone.goto(path);
      if (name === 'new-case')
        await phone.page.getByLabel('Familia', { exact: true }).selectOption('maritime');
      await phone.picture(`${name}-320`);
      expect([path, await phone.overflows(), await phone.findings()]).toEqual([path, false, []]);
    }
    expect([...screen.complaints, ...phone.complaints]).toEqual([]);
    await phone.close();
  });

  it('are edited by headquarters with preview, and new cases follow', async () => {
    const director = await stage.page({ as: 'directora.dgc' });
    const { page } = director;
    await director.goto('/catalogue');
    await page.getByRole('heading', { level: 2, name: 'Versión 1' }).waitFor();
    await page.getByRole('button', { name: 'Salud' }).click();
    await page.getByText('Hospitalización').first().waitFor();
    await director.picture('catalogue');
    expect(await director.findings()).toEqual([]);
    await page.getByRole('button', { name: 'Preparar nueva versión' }).click();
    await page.getByLabel('Familia', { exact: true }).selectOption({ label: 'Asuntos laborales' });
    await page.getByRole('button', { name: 'Añadir dato' }).click();
    await page
      .getByRole('group', { name: 'Sin nombre' })
      .getByLabel('Código', { exact: true })
      .fill('union');
    await page.getByRole('button', { name: 'Ver qué cambiaría' }).click();
    await page.getByRole('alert').filter({ hasText: 'No puede publicarse todavía' }).waitFor();
    await page.getByText('Asuntos laborales › Datos que se piden › union').first().waitFor();
    await page
      .getByRole('group', { name: 'union' })
      .getByLabel('Nombre en español')
      .fill('Sindicato');
    await page
      .getByRole('group', { name: 'Sindicato' })
      .getByLabel('Nombre en inglés')
      .fill('Union');
    await page.getByRole('button', { name: 'Ver qué cambiaría' }).click();
    await page.getByRole('heading', { name: '1 cambio' }).waitFor();
    await page.getByText('Nuevo: dato union').waitFor();
    await director.picture('catalogue-editor');
    expect(await director.findings()).toEqual([]);
    await page.getByLabel('Motivo').fill('Prueba de una nueva versión');
    await page.getByRole('button', { name: 'Publicar versión' }).click();
    await page.getByRole('heading', { level: 2, name: 'Versión 2' }).waitFor();
    expect(director.complaints).toEqual([]);
    await director.close();

    const { page: officer } = screen;
    await screen.goto('/cases/new');
    await officer.getByLabel('Familia', { exact: true }).selectOption('labour');
    await officer.getByLabel('Sindicato').waitFor();
  });

  it('show their catalogue on a phone too', async () => {
    const phone = await stage.page({ as: 'directora.dgc', viewport: PHONE });
    const { page } = phone;
    await phone.goto('/catalogue');
    await phone.picture('catalogue-320');
    await page.getByRole('button', { name: 'Preparar nueva versión' }).click();
    await page.getByLabel('Familia', { exact: true }).selectOption({ label: 'Salud' });
    for (const part of ['Alta', 'Seguir a la persona tras el alta', 'Seguimiento tras el alta'])
      await page.getByRole('button', { name: part, exact: true, expanded: false }).click();
    await phone.picture('catalogue-editor-320');
    expect([await phone.overflows(), await phone.findings()]).toEqual([false, []]);
    await phone.close();
  });
});
