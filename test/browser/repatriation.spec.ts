import { flight, makeEligible, openRepatriation } from '../factories/repatriations';
import { PHONE, Stage, type Screen } from './support/browser';

/** Each walks through several pages and has axe read them at two widths. */
const SLOW = 400_000;

describe('a repatriation on screen', () => {
  let stage: Stage;
  let screen: Screen;

  beforeAll(async () => {
    stage = await Stage.open();
    screen = await stage.page({ as: 'oficial.mad' });
  });
  afterAll(() => stage.close());

  const saved = (on: Screen) => on.page.getByRole('dialog').waitFor({ state: 'detached' });
  const press = (name: string, on = screen) =>
    on.page.getByRole('button', { name, exact: true }).click();
  const save = async (on = screen) => {
    expect(await on.findings()).toEqual([]);
    await press('Guardar', on);
    await saved(on);
  };

  it(
    'goes from the first call to the boarding, with headquarters between',
    async () => {
      const { page } = screen;
      const field = (label: string) => page.getByLabel(new RegExp(`^${label}[ *]*$`));
      const dialog = page.getByRole('dialog');
      await screen.goto('/cases/new');
      await field('Familia').selectOption('repatriation');
      await field('Tipo').selectOption('destitute');
      await field('Nombres').fill('Persona');
      await field('Primer apellido').fill('Retornante');
      expect(await screen.findings()).toEqual([]);
      await press('Registrar');
      await page.waitForURL(/\/cases\/[0-9a-f-]{36}$/);
      const id = page.url().split('/').at(-1)!;
      const panel = page.locator('section', {
        has: page.getByRole('heading', { name: 'Repatriación', exact: true, level: 2 }),
      });
      await panel.getByText(/^Llegada prevista: /).waitFor();
      expect(await screen.findings()).toEqual([]);

      await press('Acciones: Compromiso de reembolso o exoneración');
      await page.getByRole('menuitem', { name: 'Aplazar' }).click();
      await dialog.getByLabel(/^No empieza antes del/).fill('2026-03-20');
      await dialog.getByText(/^Llegada prevista: .* → /).waitFor();
      await dialog.getByText(/^Pasaje emitido: /).waitFor();
      await save();

      const { subjectPersonId } = (
        await stage.app.owner.query<{ subjectPersonId: string }>(
          'SELECT subject_person_id AS "subjectPersonId" FROM cases WHERE id = $1',
          [id],
        )
      ).rows[0]!;
      const officer = await stage.app.as('oficial.mad');
      await makeEligible(stage.app, officer, { id, personId: subjectPersonId });
      await screen.goto(`/cases/${id}`);

      // nothing of the State is spent before headquarters answers
      await press('Agregar tramo');
      await dialog.getByLabel(/^Transportista/).fill('Aerolínea');
      await dialog.getByLabel(/^Desde/).fill('Madrid');
      await dialog.getByLabel(/^Hasta/).fill('Lima');
      await dialog.getByLabel(/^Sale/).fill('2026-03-02T09:00');
      await dialog.getByLabel(/^Llega[ *]*$/).fill('2026-03-02T20:00');
      await dialog.getByRole('textbox', { name: /^Pasaje/ }).fill('900.30');
      await dialog.getByLabel(/^Moneda/).fill('EUR');
      await press('Agregar quién paga');
      await dialog.getByLabel('Quién paga').selectOption('palh');
      await dialog.getByLabel(/^Parte/).fill('900.30');
      await press('Guardar');
      await dialog.getByText('La sede central no ha autorizado este gasto').waitFor();
      await page.keyboard.press('Escape');
      await saved(screen);

      await press('Consultar a la sede');
      await dialog.getByLabel(/^Importe total/).fill('900.30');
      await dialog.getByLabel(/^Moneda/).fill('EUR');
      await dialog.getByLabel(/^Consulta y sustento/).fill('Persona en calle.');
      await save();
      await page.getByText('Espera respuesta: 900.30 EUR').waitFor();
      expect(await page.getByRole('button', { name: /^Autorizar: / }).count()).toBe(0);

      const desk = await stage.page({ as: 'mesa.asn' });
      await desk.goto('/repatriations?tab=consultations');
      await desk.page.getByText('900.30 EUR').waitFor();
      expect(await desk.findings()).toEqual([]);
      await desk.page
        .getByRole('link', { name: /^MAD-2026-/ })
        .first()
        .click();
      await press('Autorizar: 900.30 EUR', desk);
      await desk.page
        .getByRole('dialog')
        .getByLabel(/^Respuesta/)
        .fill('Procede.');
      await save(desk);
      await desk.page.getByText('Autorizada: 900.30 EUR').waitFor();
      expect(desk.complaints).toEqual([]);
      await desk.close();

      await screen.goto(`/cases/${id}`);
      await press('Registrar documento');
      await dialog.getByLabel(/^Documento/).selectOption('salvoconducto');
      await dialog.getByLabel(/^Número/).fill('S-123');
      await save();
      await officer.post(
        `/repatriation-cases/${id}/segments`,
        flight({ departsAt: '2026-03-02T08:00:00Z', arrivesAt: '2026-03-02T19:00:00Z' }),
      );
      await screen.goto(`/cases/${id}`);
      await page.getByText('Paga el Estado: 600.10 EUR').waitFor();
      await press('Registrar embarque');
      await save();
      await page.getByText('Embarcó: Persona Retornante').waitFor();
      await page.getByText(/^Por reembolsar: queda .*600.10/).waitFor();
      expect(await screen.findings()).toEqual([]);
      expect(screen.complaints).toEqual([]);
    },
    SLOW,
  );

  it(
    'reads well in both languages, on a desk and on a telephone',
    async () => {
      const officer = await stage.app.as('oficial.mad');
      const opened = await openRepatriation(officer, stage.app.staff.posts['MAD']!);
      const { id } = opened;
      await makeEligible(stage.app, officer, opened);
      const act = (path: string, body: object) =>
        officer.post(`/repatriation-cases/${id}/${path}`, body);
      await act('consultations', {
        costs: [{ currency: 'EUR', amount: '600.10' }],
        request: 'Persona en calle; la red de apoyo cubre un tercio del pasaje.',
      });
      await act('papers', { kind: 'salvoconducto', number: 'S-1', issuedOn: '2026-03-02' });
      await act('segments', flight({ shares: [{ payer: 'support_network', amount: '900.30' }] }));
      await act('receptions', {
        ...{ stage: 'reception', institution: 'Familia Quispe', accepted: true },
      });
      const minor = await openRepatriation(officer, stage.app.staff.posts['MAD']!, {
        type: 'deportee_reception',
      });
      await officer.post(`/repatriation-cases/${minor.id}/arrivals`, {
        ...{ entryPoint: 'Aeropuerto Jorge Chávez', reportedOn: '2026-03-02' },
      });
      for (const [address, name, as, opens] of [
        [`/cases/${id}`, 'repatriation-case', 'oficial.mad', 'Agregar tramo'],
        ['/repatriations', 'repatriation-register', 'mesa.asn', null],
        ['/policies?tab=returns', 'repatriation-plans', 'directora.dgc', 'Editar los planes'],
      ] as const) {
        for (const language of ['es', 'en'] as const) {
          for (const viewport of [undefined, PHONE]) {
            const looking = await stage.page({ as, language, ...(viewport ? { viewport } : {}) });
            await looking.goto(address);
            await looking.page
              .getByRole('heading', { level: opens ? 2 : 1 })
              .first()
              .waitFor();
            if (name === 'repatriation-register') {
              await looking.page.getByText(/Aeropuerto Jorge Chávez/).waitFor();
            }
            await looking.picture(`${name}-plain-${language}-${viewport ? 320 : 1280}`);
            if (language === 'es' && opens) {
              await looking.page.getByRole('button', { name: opens, exact: true }).click();
              await looking.page.getByRole('dialog').locator('form').waitFor();
            }
            const where = [name, language, viewport ? 320 : 1280];
            expect([...where, await looking.findings()]).toEqual([...where, []]);
            expect([...where, await looking.overflows()]).toEqual([...where, false]);
            await looking.picture(`${name}-${language}-${viewport ? 320 : 1280}`);
            expect(looking.complaints).toEqual([]);
            await looking.close();
          }
        }
      }
    },
    SLOW,
  );
});
