import { DESKTOP, PHONE, Stage, type Screen } from './support/browser';

describe('the budget on screen', () => {
  let stage: Stage;
  let screen: Screen;
  beforeAll(async () => {
    stage = await Stage.open();
    screen = await stage.page({ as: 'finanzas' });
    await screen.goto('/budget');
  });
  afterAll(() => stage.close());

  const dialog = () => screen.page.getByRole('dialog');
  const act = (name: string) => screen.page.getByRole('button', { name, exact: true }).click();
  const save = async (name = 'Guardar') => {
    await dialog().getByRole('button', { name, exact: true }).click();
    await dialog().waitFor({ state: 'detached' });
  };
  /** Sound at both widths, and drawn. */
  async function sound(name: string, of = screen) {
    for (const viewport of [PHONE, DESKTOP]) {
      await of.page.setViewportSize(viewport);
      expect(await of.findings()).toEqual([]);
      expect(await of.overflows()).toBe(false);
      await of.picture(`${name}-${viewport.width}`);
    }
  }

  it('begins with a fiscal year and the rates', async () => {
    const { page } = screen;
    await page.getByText('Aún no hay ningún año fiscal abierto').waitFor();
    await act('Abrir año fiscal');
    await dialog().getByLabel('Año').fill('2026');
    await save();
    await page.getByRole('heading', { name: 'Trimestre 4' }).waitFor();
    await page.getByRole('tab', { name: 'Tipos de cambio' }).click();
    await act('Importar tipos de cambio');
    await dialog().getByLabel('Líneas').fill('currency,day,pen,usd\nPEN,2026-03-02,1,0\n');
    await dialog().getByLabel('Fuente').fill('SBS');
    await dialog().getByRole('button', { name: 'Guardar', exact: true }).click();
    await dialog().getByText('Un número mayor que cero', { exact: false }).first().waitFor();
    await dialog()
      .getByLabel('Líneas')
      .fill('currency,day,pen,usd\nPEN,2026-03-02,1,0.2667\nEUR,2026-03-02,4.0235,1.0871\n');
    await save();
    await page.getByRole('rowheader', { name: 'EUR' }).waitFor();
    await sound('budget-rates');
  });

  it('allots money, lets it wait for its quarter, and moves it between posts', async () => {
    const { page } = screen;
    await page.getByRole('tab', { name: 'Saldos' }).click();
    await act('Asignar');
    await dialog().getByLabel('Oficina').selectOption({ label: 'Madrid (MAD)' });
    await dialog().getByLabel('Trimestre').selectOption({ label: 'Trimestre 1' });
    await dialog().getByLabel('Importe (S/)').fill('12500.50');
    await dialog().getByLabel('Certificación presupuestal').fill('CCP 12-2026');
    await sound('budget-allot');
    await save();
    const madrid = page.getByRole('row').filter({ hasText: 'Madrid (MAD)' });
    await madrid.getByText('S/ 12,500.50').nth(1).waitFor();
    await page.getByRole('button', { name: 'Abrir el trimestre 1' }).click();
    await save('Abrir');
    await page.getByText('Abierto', { exact: true }).waitFor();
    await act('Transferir entre oficinas');
    await dialog().getByLabel('De la oficina').selectOption({ label: 'Madrid (MAD)' });
    await dialog().getByLabel('A la oficina').selectOption({ label: 'Paterson (PAT)' });
    await dialog().getByLabel('Importe (S/)').fill('20000');
    await dialog().getByLabel('Motivo').fill('Más casos en Paterson');
    await dialog().getByRole('button', { name: 'Guardar', exact: true }).click();
    await dialog().getByText('El importe supera lo disponible', { exact: false }).first().waitFor();
    await dialog().getByLabel('Importe (S/)').fill('2500.50');
    await save();
    await page.getByRole('row').filter({ hasText: 'Paterson (PAT)' }).waitFor();
    await madrid.getByText('S/ 10,000.00').first().waitFor();
    await sound('budget-balances');
  });

  it('keeps every movement, and takes one back by another', async () => {
    const { page } = screen;
    await page.getByRole('tab', { name: 'Movimientos' }).click();
    await page.getByRole('button', { name: /^Extornar MAD → PAT/ }).click();
    await dialog().getByLabel('Motivo').fill('Oficina equivocada');
    await save('Extornar');
    await page.getByText('Extorno', { exact: true }).waitFor();
    await page.getByText('Extornado', { exact: true }).waitFor();
    await sound('budget-movements');
    expect(screen.complaints).toEqual([]);
  });

  it('shows a head of post the money of their post, to read', async () => {
    const head = await stage.page({ as: 'jefe.mad', language: 'en' });
    await head.goto('/budget');
    await head.page.getByRole('row').filter({ hasText: 'Madrid (MAD)' }).waitFor();
    expect(await head.page.getByText('Paterson').count()).toBe(0);
    expect(await head.page.getByRole('button', { name: 'Allot' }).count()).toBe(0);
    await sound('budget-head', head);
    await head.close();
  });
});
