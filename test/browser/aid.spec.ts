import { caseInNeed, openPurses } from '../factories/aid';
import { DESKTOP, PHONE, Stage, type Screen } from './support/browser';

/** The everyday world of 2026-03-02, on which the standing clock of the stage rests. */
describe('aid with public money on screen', () => {
  let stage: Stage;
  let officer: Screen;
  let caseId: string;
  const others = new Map<string, Screen>();
  beforeAll(async () => {
    stage = await Stage.open();
    await openPurses(stage.app);
    const file = await caseInNeed(await stage.app.as('oficial.mad'), stage.app.staff.posts['MAD']!);
    caseId = file.id;
    officer = await stage.page({ as: 'oficial.mad' });
  });
  afterAll(() => stage.close());

  const as = async (name: string): Promise<Screen> => {
    const screen = others.get(name) ?? (await stage.page({ as: name }));
    others.set(name, screen);
    return screen;
  };
  const dialogOf = ({ page }: Screen) => page.getByRole('dialog');
  const press = ({ page }: Screen, name: string) =>
    page.getByRole('button', { name, exact: true }).click();
  /** Sends what stands in the dialog under the name of its act. */
  async function send(screen: Screen, name: string) {
    await dialogOf(screen).getByRole('button', { name, exact: true }).click();
    await dialogOf(screen).waitFor({ state: 'detached' });
  }
  /** Opens the form of an act, fills it in, sends it, and waits for where that leads. */
  async function act(
    who: string,
    at: string,
    [name, to]: [name: string, to: string],
    fill: Record<string, string> = {},
  ) {
    const screen = await as(who);
    await screen.goto(at);
    await press(screen, name);
    for (const [label, value] of Object.entries(fill)) {
      await dialogOf(screen).getByLabel(label, { exact: false }).first().fill(value);
    }
    await send(screen, name);
    await screen.page.locator('.mantine-Badge-label').filter({ hasText: to }).first().waitFor();
    return screen;
  }
  async function sound(name: string, screen: Screen) {
    for (const viewport of [PHONE, DESKTOP]) {
      await screen.page.setViewportSize(viewport);
      expect(await screen.findings()).toEqual([]);
      expect(await screen.overflows()).toBe(false);
      await screen.picture(`${name}-${viewport.width}`);
    }
  }
  /** Prepares a request in the case and returns its address. */
  async function request(programme: 'palh' | 'pah', urgent = false): Promise<string> {
    const { page } = officer;
    await officer.goto(`/cases/${caseId}?tab=money`);
    const links = page.getByRole('link', { name: /^MAD-2026-AYU-/ });
    await links.first().waitFor();
    const before = await links.count();
    await press(officer, 'Pedir ayuda');
    const dialog = dialogOf(officer);
    await dialog.getByLabel('Programa').selectOption(programme);
    await dialog.getByLabel('Rubro').selectOption('food');
    await dialog.getByLabel('Importe').fill('100.00');
    await dialog.getByLabel('Necesidad').fill('Persona en calle, sin alimentos.');
    await dialog
      .getByLabel('Prueba', { exact: true })
      .selectOption(programme === 'pah' ? 'poverty_certificate' : 'sworn_declaration');
    if (urgent) await dialog.getByLabel('Urgente').check();
    await sound('aid-request', officer);
    await send(officer, 'Guardar');
    await links.nth(before).waitFor();
    await links.first().click();
    await page.waitForURL('**/aid/*');
    for (const step of programme === 'pah' ? ['support_network', 'palh'] : ['support_network']) {
      await press(officer, 'Agregar evidencia');
      await dialog.getByLabel('Qué se intentó').selectOption(step);
      await dialog.getByLabel('Resultado').selectOption('exhausted');
      await dialog.getByLabel('Evidencia').fill('Se llamó a Cáritas y a la familia: no pueden.');
      await send(officer, 'Agregar evidencia');
    }
    return new URL(page.url()).pathname;
  }
  const receipt = async (at: string, number: string) => {
    await officer.goto(at);
    await press(officer, 'Agregar comprobante');
    const dialog = dialogOf(officer);
    await dialog.getByLabel('Clase').selectOption('receipt');
    await dialog.getByLabel('Identificación tributaria').fill('B12345678');
    await dialog.getByLabel('Número').fill(number);
    await dialog.getByLabel('Fecha').fill('2026-03-02');
    await dialog.getByLabel('Importe').fill('100.00');
    await send(officer, 'Agregar comprobante');
  };
  const pay = async (at: string, [name, to]: [string, string]) => {
    await officer.goto(at);
    await press(officer, name);
    const dialog = dialogOf(officer);
    await dialog.getByLabel('Medio de pago').selectOption('cash');
    await dialog.getByLabel('Pagada el').fill('2026-03-02');
    await send(officer, name);
    await officer.page.locator('.mantine-Badge-label').filter({ hasText: to }).first().waitFor();
  };

  it('records an everyday attention in one small form', async () => {
    await officer.goto(`/cases/${caseId}?tab=money`);
    await press(officer, 'Registrar atención');
    const dialog = dialogOf(officer);
    await dialog.getByLabel('Rubro').selectOption('hygiene_kit');
    await dialog.getByLabel('Importe').fill('0');
    expect(await dialog.getByLabel('Moneda').inputValue()).toBe('EUR');
    await sound('aid-attention', officer);
    await send(officer, 'Guardar');
    await officer.page.getByText('Registrada', { exact: true }).waitFor();
    await sound('aid-in-case', officer);
  });

  it('endorses attentions together and renders their month', async () => {
    const head = await as('jefe.mad');
    await head.goto('/aid?tab=attentions');
    await press(head, 'Marcar todas');
    await press(head, 'Dar visto bueno a 1');
    await head.page.getByText('1 atención con visto bueno').waitFor();
    await sound('aid-attentions', head);
    const other = await as('oficial2.mad');
    await other.goto('/aid?tab=attentions');
    await press(other, 'Rendir el mes');
    await dialogOf(other).getByLabel('Mes').fill('2026-03');
    await send(other, 'Guardar');
    await other.page.getByText('Ninguna').nth(1).waitFor();
  });

  it('takes a PALH request from need to settlement, each stage another person’s', async () => {
    const at = await request('palh');
    await sound('aid-draft', officer);
    await press(officer, 'Presentar');
    await send(officer, 'Presentar');
    await officer.page
      .getByText('Espera a otra persona', { exact: false })
      .or(officer.page.getByRole('button', { name: 'Anular' }))
      .first()
      .waitFor();
    const head = await as('jefe.mad');
    await head.goto('/aid');
    await head.page
      .getByRole('link', { name: /^MAD-2026-AYU-/ })
      .first()
      .waitFor();
    await sound('aid-waiting', head);
    await head.goto(at);
    await sound('aid-decision', head);
    await act('jefe.mad', at, ['Aprobar', 'Aprobada'], { Certificación: 'CCP 7-2026' });
    await pay(at, ['Registrar pago', 'Pagada']);
    await receipt(at, 'F-1');
    await act('oficial2.mad', at, ['Rendir', 'Rendida']);
    const finance = await act('contabilidad', at, ['Observar', 'Observada'], {
      Nota: 'Falta el RUC del proveedor.',
    });
    await sound('aid-for-finance', finance);
    expect(await finance.page.getByText('Persona en calle').count()).toBe(0);
    await act('oficial.mad', at, ['Responder', 'Rendida'], { Nota: 'Es un NIF español.' });
    await act('contabilidad', at, ['Dar conformidad', 'Conforme']);
    await officer.goto(at);
    await sound('aid-settled', officer);
  });

  it('takes a subvention to Lima and its resolution', async () => {
    const at = await request('pah');
    await press(officer, 'Presentar');
    await send(officer, 'Presentar');
    await act('jefe.mad', at, ['Dar visto bueno', 'Con visto bueno']);
    const desk = await act('mesa.asn', at, ['Dar por revisada', 'Revisada']);
    await sound('aid-elsewhere', desk);
    await act('directora.dgc', at, ['Aprobar con resolución', 'Aprobada'], {
      'Número de resolución': 'RD 12-2026',
      'Fecha de resolución': '2026-03-02',
    });
    await pay(at, ['Registrar pago', 'Pagada']);
    await receipt(at, 'F-2');
    await act('oficial2.mad', at, ['Rendir', 'Rendida']);
    await act('contabilidad', at, ['Dar conformidad', 'Conforme']);
  });

  it('pays at once when life is at risk, and regularises it', async () => {
    const at = await request('palh', true);
    await press(officer, 'Presentar');
    await send(officer, 'Presentar');
    await pay(at, ['Pagar por urgencia', 'Pagada por urgencia']);
    const desk = await as('mesa.asn');
    await desk.goto('/aid');
    await desk.page
      .locator('.mantine-Badge-label')
      .filter({ hasText: 'Pagada por urgencia' })
      .waitFor();
    await act('jefe.mad', at, ['Regularizar', 'Regularizada']);
    await receipt(at, 'F-3');
    await act('oficial2.mad', at, ['Rendir', 'Rendida']);
    await act('contabilidad', at, ['Dar conformidad', 'Conforme']);
  });

  it('hands money to an officer, who accounts for it by a day', async () => {
    const at = await request('palh');
    await press(officer, 'Presentar');
    await send(officer, 'Presentar');
    await act('jefe.mad', at, ['Aprobar', 'Aprobada']);
    await officer.goto(at);
    await press(officer, 'Registrar pago');
    const dialog = dialogOf(officer);
    await dialog.getByLabel('Medio de pago').selectOption('cash');
    await dialog.getByLabel('Pagada el').fill('2026-03-02');
    await dialog
      .getByLabel('O lo recibe alguien de la oficina')
      .selectOption(stage.app.staff.accounts['oficial.mad']!);
    await sound('aid-advance', officer);
    await send(officer, 'Registrar pago');
    await officer.page.getByText('Anticipo: se rinde hasta el', { exact: false }).waitFor();
    const desk = await as('mesa.asn');
    await desk.goto('/aid');
    await desk.page.getByLabel('Anticipos').selectOption('overdue');
    await desk.page.getByText('Nada espera', { exact: true }).waitFor();
    await desk.page.getByLabel('Anticipos').selectOption('open');
    await desk.page.getByText('Anticipo: se rinde hasta el', { exact: false }).waitFor();
    expect(await desk.page.getByRole('link', { name: /^MAD-2026-AYU-/ }).count()).toBe(1);
    await sound('aid-advances', desk);
  });

  it('lets headquarters change ceilings and rules', async () => {
    const director = await as('directora.dgc');
    await director.goto('/policies?tab=aid');
    await press(director, 'Cambiar topes y reglas');
    const dialog = dialogOf(director);
    await dialog.getByLabel('Tope de una atención').fill('350');
    await dialog.getByLabel('Motivo').fill('Costo de vida');
    await sound('aid-policy', director);
    await send(director, 'Guardar');
    await director.page
      .getByText('S/ 350.00', { exact: false })
      .or(director.page.getByText('S/ 350.00', { exact: false }))
      .first()
      .waitFor();
    for (const screen of [officer, ...others.values()]) expect(screen.complaints).toEqual([]);
  });
});
