import type { Locator } from 'playwright-core';
import { Stage, type Screen } from './support/browser';

/** Screens, axe and pictures one after the other, on whatever machine. */
jest.setTimeout(240_000);

describe('the rules of a family', () => {
  let stage: Stage;
  let screen: Screen;

  beforeAll(async () => {
    stage = await Stage.open();
    screen = await stage.page({ as: 'directora.dgc' });
  });
  afterAll(() => stage.close());

  const health = async () => {
    const { body } = await (await stage.app.as('directora.dgc')).get('/catalogue');
    return body.content.families.find(({ code }: { code: string }) => code === 'health');
  };
  const part = (name: string): Locator => screen.page.getByRole('group', { name, exact: true });
  /** Opens one part; another of its list that was open is closed. */
  const open = async (name: string): Promise<Locator> => {
    await part(name).getByRole('button', { expanded: false }).first().click();
    return part(name);
  };
  const pick = async (field: Locator, option: string) => {
    await field.press('ArrowDown');
    await screen.page.getByRole('option', { name: option, exact: true }).click();
    await screen.page.keyboard.press('Escape');
  };
  const preview = () => screen.page.getByRole('button', { name: 'Ver qué cambiaría' }).click();
  const edit = async () => {
    await screen.goto('/catalogue');
    await screen.page.getByRole('button', { name: 'Preparar nueva versión' }).click();
    await screen.page.getByLabel('Familia', { exact: true }).selectOption({ label: 'Salud' });
  };
  const publish = async (version: number) => {
    const { page } = screen;
    await page.getByLabel('Motivo').fill('Prueba de una nueva versión');
    await page.getByRole('button', { name: 'Publicar versión' }).click();
    await page.getByRole('heading', { level: 2, name: `Versión ${version}` }).waitFor();
  };

  it('are refused in words, at their place, when a condition looks ahead', async () => {
    const { page } = screen;
    await edit();
    for (let step = 0; step < 3; step += 1)
      await page.getByRole('button', { name: 'Subir: Alta' }).click();
    await preview();
    const refusal = page.getByRole('alert').filter({ hasText: 'No puede publicarse todavía' });
    await refusal
      .getByText(
        'Salud › Datos que se piden › Alta › Solo si: la condición debe referirse a un dato anterior.',
      )
      .waitFor();
    await part('Alta').getByText('Revise').waitFor();
    await page.getByText('Cambia: familia health').waitFor();
    await screen.picture('catalogue-refused');
    expect(await screen.findings()).toEqual([]);
    for (let step = 0; step < 3; step += 1)
      await page.getByRole('button', { name: 'Bajar: Alta' }).click();
    await preview();
    await page.getByText('Nada cambia.').waitFor();
    expect(await refusal.count()).toBe(0);
  });

  it('can all be changed: conditions, ways to close, clocks and what meets them', async () => {
    const { page } = screen;
    await pick(
      page.getByRole('combobox', { name: 'Resultados con los que se concluye' }),
      'Deportado',
    );

    const discharge = await open('Alta');
    await discharge.getByRole('button', { name: 'Añadir condición' }).click();
    const second = discharge.getByRole('group', { name: 'Condición 2' });
    await second
      .getByLabel('Dato', { exact: true })
      .selectOption({ label: 'Nombre del centro y piso o sala' });
    await second.getByLabel('Condición', { exact: true }).selectOption('unknown');
    await discharge.getByText('Se cumplen todas').waitFor();
    await discharge.getByRole('button', { name: 'Añadir condición' }).click();
    const third = discharge.getByRole('group', { name: 'Condición 3' });
    await third
      .getByLabel('Dato', { exact: true })
      .selectOption({ label: 'Dónde está la persona' });
    await third.getByLabel('Condición', { exact: true }).selectOption('is');
    await pick(third.getByRole('combobox', { name: 'Respuesta' }), 'En casa');

    const followUp = await open('Seguimiento tras el alta');
    await followUp.getByLabel('Empieza').selectOption({ label: 'Ingresó el' });
    await followUp.getByLabel('Plazo', { exact: true }).fill('5');
    await followUp.getByLabel('Unidad').selectOption('days');
    await followUp
      .getByLabel('Un paso', { exact: true })
      .selectOption({ label: 'Pedir el informe médico' });
    const telling = await open('Aviso a la familia');
    await telling.getByLabel('Se cumple con').selectOption('item');
    await telling
      .getByLabel('Un paso', { exact: true })
      .selectOption({ label: 'Avisar a la familia' });
    await preview();
    for (const change of [
      'familia health',
      'dato discharged_on',
      'plazo discharge_follow_up',
      'plazo family_notification',
    ])
      await page.getByText(`Cambia: ${change}`).waitFor();
    await screen.picture('catalogue-rules');
    expect(await screen.findings()).toEqual([]);
    await publish(2);

    const content = await health();
    expect(content.outcomes).toContain('deported');
    const field = content.fields.find(({ code }: { code: string }) => code === 'discharged_on');
    expect(field.showIf).toEqual([
      { field: 'care_setting', is: ['hospital', 'clinic'] },
      { field: 'facility', known: false },
      { field: 'care_setting', is: ['hospital', 'home'] },
    ]);
    const duty = (code: string) =>
      content.duties.find((found: { code: string }) => found.code === code);
    expect(duty('discharge_follow_up')).toMatchObject({
      starts: { on: 'field', field: 'admitted_on' },
      within: { unit: 'days', value: 5 },
      metBy: { by: 'item', item: 'report_kept' },
    });
    expect(duty('family_notification').metBy).toEqual({ by: 'item', item: 'family_told' });
  });

  it('lose a condition, and keep the others', async () => {
    await edit();
    const discharge = await open('Alta');
    await discharge.getByRole('button', { name: 'Quitar: Condición 2' }).click();
    await preview();
    await screen.page.getByRole('heading', { name: '1 cambio' }).waitFor();
    await publish(3);
    const field = (await health()).fields.find(
      ({ code }: { code: string }) => code === 'discharged_on',
    );
    expect(field.showIf).toEqual([
      { field: 'care_setting', is: ['hospital', 'clinic'] },
      { field: 'care_setting', is: ['hospital', 'home'] },
    ]);
  });

  it('offer acts of assistance that are edited for all families', async () => {
    const { page } = screen;
    await edit();
    await page.getByLabel('Familia', { exact: true }).selectOption('actions');
    await page.getByRole('button', { name: 'Añadir asistencia' }).click();
    await part('Sin nombre').getByLabel('Código', { exact: true }).fill('blanket');
    await part('blanket').getByLabel('Nombre en español').fill('Abrigo');
    await part('Abrigo').getByLabel('Nombre en inglés').fill('Blanket');
    await preview();
    await page.getByText('Nuevo: asistencia blanket').waitFor();
    await publish(4);
    const { body } = await (await stage.app.as('oficial.mad')).get('/catalogue');
    expect(body.content.actions.at(-1)).toMatchObject({ code: 'blanket', retired: false });
    expect(screen.complaints).toEqual([]);
  });
});
