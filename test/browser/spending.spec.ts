import { caseInNeed, openPurses, submitted } from '../factories/aid';
import { DESKTOP, PHONE, Stage, type Screen } from './support/browser';

describe('spending on screen', () => {
  let stage: Stage;
  let screen: Screen;
  beforeAll(async () => {
    stage = await Stage.open();
    const [officer, head] = [await stage.app.as('oficial.mad'), await stage.app.as('jefe.mad')];
    const mad = stage.app.staff.posts['MAD']!;
    await openPurses(stage.app);
    const file = await caseInNeed(officer, mad);
    const small = { line: 'hygiene_kit', amount: '12.50', currency: 'EUR' };
    await officer.post(`/cases/${file.id}/attentions`, small);
    const aid = await submitted(officer, file);
    await head.post(`/aid/${aid}/approval`, {});
    await officer.post(`/aid/${aid}/payment`, { method: 'cash', paidOn: '2026-03-02' });
    screen = await stage.page({ as: 'directora.dgc' });
    await screen.goto('/spending');
  });
  afterAll(() => stage.close());

  const tab = (name: string) => screen.page.getByRole('tab', { name, exact: true }).click();
  const dialog = () => screen.page.getByRole('dialog');
  /** Sound at both widths, and drawn. */
  async function sound(name: string, of = screen) {
    for (const viewport of [PHONE, DESKTOP]) {
      await of.page.setViewportSize(viewport);
      expect(await of.findings()).toEqual([]);
      expect(await of.overflows()).toBe(false);
      await of.picture(`${name}-${viewport.width}`);
    }
  }

  it('reads every report, and takes one along with its totals', async () => {
    const { page } = screen;
    await page.getByLabel('Desde').fill('2026-01-01');
    await page.getByLabel('Hasta').fill('2026-12-31');
    await page.getByRole('cell', { name: '2026-03' }).first().waitFor();
    await sound('spending-execution');
    await page.getByLabel('Informe', { exact: true }).selectOption('given');
    await page.getByText('2 ayudas para 2 personas', { exact: false }).waitFor();
    await sound('spending-given');
    for (const report of ['programme_table', 'rendition_ageing', 'accounting']) {
      await page.getByLabel('Informe', { exact: true }).selectOption(report);
      await page.getByRole('cell', { name: 'PALH' }).first().waitFor();
    }
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Guardar hoja de cálculo' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('accounting-2026-01-01-2026-12-31.xlsx');
  });

  it('shows spending beside the caseload of each post', async () => {
    const { page } = screen;
    await tab('Evaluación');
    await page
      .getByRole('row')
      .filter({ hasText: 'Madrid (MAD)' })
      .getByText('Alimentación: S/')
      .waitFor();
    await sound('spending-evaluation');
  });

  it('tries a distribution out, fixes a post, keeps, compares and applies it', async () => {
    const { page } = screen;
    await tab('Distribución');
    await page.getByLabel('Trimestre').selectOption('2');
    await page.getByLabel('Total a repartir (S/)').fill('10000');
    await page.getByRole('button', { name: 'Calcular' }).click();
    const paterson = page.getByRole('row').filter({ hasText: 'Paterson (PAT)' });
    await page.getByLabel('Fijar Paterson (PAT) en').fill('2500.50');
    await page.getByRole('button', { name: 'Calcular' }).click();
    await paterson.getByText('2,500.50').waitFor();
    await page.getByRole('switch', { name: 'Pesos de prueba' }).check();
    await page.getByLabel('Base por oficina (S/)').fill('100');
    await page.getByRole('button', { name: 'Calcular' }).click();
    await sound('spending-distribution');
    await page.getByRole('button', { name: 'Guardar la propuesta' }).click();
    await dialog().getByLabel('Nombre').fill('Segundo trimestre');
    await dialog().getByRole('button', { name: 'Guardar', exact: true }).click();
    await dialog().waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Comparar' }).click();
    await dialog().getByText('2,500.50').first().waitFor();
    await sound('spending-compare');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Aplicar Segundo trimestre' }).click();
    await dialog().getByLabel('Certificación presupuestal').fill('CCP 9-2026');
    await dialog().getByLabel('Motivo').fill('Distribución del segundo trimestre');
    await dialog().getByRole('button', { name: 'Aplicar', exact: true }).click();
    await page.getByText('Aplicada', { exact: true }).waitFor();
    expect(screen.complaints).toEqual([]);
  });

  it('publishes another formula', async () => {
    const { page } = screen;
    await page.getByRole('button', { name: 'Publicar otra fórmula' }).click();
    await dialog().getByLabel('Costo de vida por país').fill('ES 1.25\nUS 1.4');
    await dialog().getByLabel('Fuente').fill('Acuerdo de la DGC');
    await dialog().getByLabel('Motivo').fill('Costo de vida');
    await dialog().getByRole('button', { name: 'Guardar', exact: true }).click();
    await dialog().waitFor({ state: 'detached' });
    await page.getByText('España 1.25', { exact: false }).waitFor();
    await sound('spending-formula');
  });

  it('shows a head of post the reports of the post alone', async () => {
    const head = await stage.page({ as: 'jefe.mad', language: 'en' });
    await head.goto('/spending');
    await head.page.getByRole('tab', { name: 'Reports' }).waitFor();
    expect(await head.page.getByRole('tab').count()).toBe(1);
    await sound('spending-head', head);
    await head.close();
  });
});
