import { DESKTOP, PHONE, Stage, type Screen } from './support/browser';

describe('the indicators of the strategic plan on screen', () => {
  let stage: Stage;
  let screen: Screen;
  beforeAll(async () => {
    stage = await Stage.open();
    screen = await stage.page({ as: 'directora.dgc' });
    await screen.goto('/indicators');
  });
  afterAll(() => stage.close());

  const dialog = () => screen.page.getByRole('dialog');
  const row = (code: string) => screen.page.getByRole('row').filter({ hasText: code });
  async function act(code: string, year: number, name: string) {
    await screen.page.getByRole('button', { name: `Acciones de ${code} en ${year}` }).click();
    await screen.page.getByRole('menuitem', { name }).click();
    await dialog().waitFor();
  }
  async function enter(code: string, year: number, kind: string, value: string) {
    await act(code, year, 'Registrar un dato');
    await dialog().getByLabel('Dato').selectOption(kind);
    await dialog().getByLabel('Valor').fill(value);
    await dialog().getByLabel('Fuente').fill('Memoria 2019');
    await dialog().getByRole('button', { name: 'Guardar', exact: true }).click();
    await dialog().waitFor({ state: 'detached' });
  }
  async function sound(name: string, of = screen) {
    for (const viewport of [PHONE, DESKTOP]) {
      await of.page.setViewportSize(viewport);
      expect(await of.findings()).toEqual([]);
      expect(await of.overflows()).toBe(false);
      await of.picture(`${name}-${viewport.width}`);
    }
  }

  it('shows the printed percentage beside the recomputed one', async () => {
    const { page } = screen;
    await page.getByLabel('Desde').fill('2019');
    await page.getByLabel('Hasta').fill('2019');
    await page.getByRole('columnheader', { name: '2019' }).waitFor();
    await enter('OEI.04', 2019, 'target', '9.9');
    await enter('OEI.04', 2019, 'obtained', '7.7');
    await enter('OEI.04', 2019, 'published_execution', '77.7');
    await row('OEI.04').getByText('Se publicó 77.7 %; difiere en 0.1').waitFor();
    await row('OEI.04').getByText('77.8 %', { exact: false }).waitFor();
    await sound('indicators');
  });

  it('signs a figure, and shows what was corrected since', async () => {
    await act('OEI.04', 2019, 'Firmar la cifra');
    await dialog().getByLabel('Número de comunicación').fill('OF 12-2026');
    await sound('indicators-sign');
    await dialog().getByRole('button', { name: 'Firmar la cifra', exact: true }).click();
    await row('OEI.04').getByText('Firmado: 7.7', { exact: false }).waitFor();
    await enter('OEI.04', 2019, 'obtained', '7.6');
    await row('OEI.04').getByText('Hoy difiere de lo firmado', { exact: false }).waitFor();
    await sound('indicators-corrected');
    expect(screen.complaints).toEqual([]);
  });

  it('lets the desk enter and not sign, in English too', async () => {
    const desk = await stage.page({ as: 'mesa.asn', language: 'en' });
    await desk.goto('/indicators');
    await desk.page.getByRole('button', { name: /^Acts on OEI.05 in 2026/ }).click();
    await desk.page.getByRole('menuitem', { name: 'Enter a value' }).waitFor();
    expect(await desk.page.getByRole('menuitem').count()).toBe(1);
    await desk.page.keyboard.press('Escape');
    await sound('indicators-desk', desk);
    await desk.close();
  });
});
