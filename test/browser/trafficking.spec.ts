import { DESKTOP, PHONE, Stage, type Screen } from './support/browser';

describe('a case of trafficking on screen', () => {
  let stage: Stage;
  let screen: Screen;
  let caseId: string;
  beforeAll(async () => {
    stage = await Stage.open();
    screen = await stage.page({ as: 'oficial.mad' });
  });
  afterAll(() => stage.close());

  const dialog = (of = screen) => of.page.getByRole('dialog');
  const button = (name: string | RegExp, of = screen) =>
    of.page.getByRole('button', { name, ...(typeof name === 'string' ? { exact: true } : {}) });
  const save = async (of = screen) => {
    await dialog(of).getByRole('button', { name: 'Guardar', exact: true }).click();
    await dialog(of).waitFor({ state: 'detached' });
  };
  async function sound(name: string, of = screen) {
    for (const viewport of [PHONE, DESKTOP]) {
      await of.page.setViewportSize(viewport);
      expect(await of.findings()).toEqual([]);
      expect(await of.overflows()).toBe(false);
      await of.picture(`${name}-${viewport.width}`);
    }
  }

  it('is opened with the signs and the story told once, and leaves no draft behind', async () => {
    const { page } = screen;
    await screen.goto('/cases/new');
    await page.getByLabel('Familia', { exact: true }).selectOption('trafficking');
    await page.getByLabel('Nombres').fill('Persona');
    await page.getByLabel('Primer apellido').fill('Inventada');
    await page.getByLabel('Le retuvieron los documentos').check();
    await page.getByLabel('No puede salir libremente').check();
    await page.getByLabel('Relato de la persona').fill('La llevaron con una promesa de trabajo.');
    await sound('trafficking-new');
    expect(await page.evaluate('JSON.stringify(sessionStorage)')).not.toContain('promesa');
    await page.locator('button[type=submit]').click();
    await page.waitForURL(/\/cases\/[0-9a-f-]{36}$/);
    caseId = page.url().split('/').at(-1)!;
    await page.getByRole('heading', { name: 'Trata, tráfico y trabajo forzado' }).waitFor();
    await page
      .getByText('Para calificarlo como trata falta: la conducta, el medio, la finalidad')
      .waitFor();
  });

  it('is worked step by step, and the facts suggest what it is', async () => {
    const { page } = screen;
    await button('Registrar verificación').click();
    await dialog().getByLabel('Nacionalidad').first().selectOption('peruvian');
    await dialog().getByLabel('Edad').selectOption('adult');
    await dialog().getByLabel('Con qué se verificó').fill('Pasaporte a la vista');
    await save();
    await button('Registrar explotación').click();
    await dialog().getByLabel('Captación', { exact: true }).waitFor();
    await sound('trafficking-exploitation');
    for (const name of ['Captación', 'Trabajo forzado', 'Le retiene los documentos']) {
      await dialog().getByLabel(name, { exact: true }).check();
    }
    await dialog().getByLabel('La persona dice que aceptó').check();
    await dialog().getByLabel('Qué le prometieron').fill('Un trabajo en un restaurante');
    await save();
    await page.getByText('Los hechos reúnen los elementos de la trata').waitFor();
    for (const [recipient, authority] of [
      ['host_prosecutor', 'Fiscalía de ejemplo'],
      ['headquarters', 'Mesa de protección'],
    ] as const) {
      await button('Registrar que se informó').click();
      await dialog().getByLabel('A quién').selectOption(recipient);
      await dialog().getByLabel('Autoridad').fill(authority);
      await save();
      await page.getByText(authority, { exact: false }).first().waitFor();
    }
    await button('Acordar retorno').click();
    await dialog().getByLabel('Riesgo del retorno').selectOption('low');
    await dialog().getByLabel('En qué se basa').fill('Vive lejos de la agencia');
    await dialog().getByLabel('Quién la recibe en el Perú').fill('MIMP');
    await dialog().getByLabel('Día previsto').fill('2026-03-20');
    await dialog().getByRole('button', { name: 'Guardar', exact: true }).click();
    await dialog().getByText('Nadie retorna contra su voluntad', { exact: false }).waitFor();
    await dialog().getByLabel('La persona quiere volver').check();
    await save();
    await button(/^Confirmar llegada/).waitFor();
    await sound('trafficking-case');
    expect(screen.complaints).toEqual([]);
  });

  it('asks the protection desk for what headquarters owes the police', async () => {
    const desk = await stage.page({ as: 'proteccion' });
    await desk.goto(`/cases/${caseId}`);
    await button('Registrar que se informó', desk).click();
    await dialog(desk).getByLabel('A quién').selectOption('police_unit');
    await dialog(desk).getByLabel('Autoridad').fill('DIRCTPTIM');
    await save(desk);
    await desk.page.getByText('Unidad especializada de la PNP').first().waitFor();
    await desk.goto('/sealed');
    await button('Exportar casos de trata', desk).click();
    await dialog(desk).getByLabel('Abiertos desde').fill('2026-01-01');
    await dialog(desk).getByLabel('Abiertos hasta').fill('2026-12-31');
    expect(await desk.findings()).toEqual([]);
    const [file] = await Promise.all([
      desk.page.waitForEvent('download'),
      button('Exportar casos de trata', desk).last().click(),
    ]);
    expect(file.suggestedFilename()).toBe('htcds-2026-01-01-2026-12-31.csv');
    await desk.close();
  });

  it('reads in English as well', async () => {
    const english = await stage.page({ as: 'oficial.mad', language: 'en' });
    await english.goto(`/cases/${caseId}`);
    await english.page.getByText('The facts hold the elements of trafficking').waitFor();
    await sound('trafficking-case-en', english);
    expect(english.complaints).toEqual([]);
    await english.close();
  });
});
