import { flight, makeEligible, openRepatriation } from '../factories/repatriations';
import { newId } from '../../src/platform/ids';
import { PHONE, Stage } from './support/browser';

/** Each walks through several pages and has axe read them at two widths. */
const SLOW = 400_000;

describe('the reimbursement of a repatriation on screen', () => {
  let stage: Stage;
  let id: string;

  beforeAll(async () => {
    stage = await Stage.open();
    const [officer, desk] = await Promise.all([
      stage.app.as('oficial.mad'),
      stage.app.as('mesa.asn'),
    ]);
    const opened = await openRepatriation(officer, stage.app.staff.posts['MAD']!);
    id = opened.id;
    await makeEligible(stage.app, officer, opened);
    const at = `/repatriation-cases/${id}`;
    const costs = [{ currency: 'EUR', amount: '600.10' }];
    const asked = await officer.post(`${at}/consultations`, { costs, request: 'En calle.' });
    await desk.post(`${at}/consultations/${asked.body.id}/answer`, {
      ...{ authorise: true, answer: 'Procede.' },
    });
    await officer.post(`${at}/papers`, { kind: 'salvoconducto', issuedOn: '2026-03-02' });
    const times = { departsAt: '2026-03-02T08:00:00Z', arrivesAt: '2026-03-02T20:00:00Z' };
    await officer.post(`${at}/segments`, flight(times));
    expect((await officer.post(`${at}/boardings`, {})).status).toBe(201);
    await stage.app.owner.query(
      `INSERT INTO debt_reminders (id, case_id, after_days, state, why, ended_at)
       VALUES ($1, $2, 30, 'not_sendable', 'no_safe_channel', now())`,
      [newId(), id],
    );
  });
  afterAll(() => stage.close());

  it(
    'is received in part, and the rest waived by headquarters',
    async () => {
      const officer = await stage.page({ as: 'oficial.mad' });
      const desk = await stage.page({ as: 'mesa.asn' });
      const { page } = officer;
      await officer.goto(`/cases/${id}`);
      await page.getByRole('button', { name: 'Registrar abono: EUR', exact: true }).click();
      const dialog = page.getByRole('dialog');
      expect(await page.getByRole('button', { name: /^Exonerar el saldo/ }).count()).toBe(0);
      await dialog.getByLabel(/^Importe recibido/).fill('100.00');
      await dialog.getByLabel(/^Comprobante/).fill('Depósito 123');
      expect(await officer.findings()).toEqual([]);
      await page.getByRole('button', { name: 'Guardar', exact: true }).click();
      await dialog.waitFor({ state: 'detached' });
      await page.getByText(/^Reembolsado en parte: queda .*500.10/).waitFor();
      expect(officer.complaints).toEqual([]);
      await officer.close();
      for (const language of ['es', 'en'] as const) {
        for (const viewport of [undefined, PHONE]) {
          const looking = await stage.page({
            ...{ as: 'mesa.asn', language },
            ...(viewport ? { viewport } : {}),
          });
          await looking.goto(`/cases/${id}`);
          await looking.page
            .getByText(/500[.,]10/)
            .first()
            .waitFor();
          const where = [language, viewport ? 320 : 1280];
          expect([...where, await looking.findings()]).toEqual([...where, []]);
          expect([...where, await looking.overflows()]).toEqual([...where, false]);
          await looking.picture(`reimbursement-${where.join('-')}`);
          await looking.close();
        }
      }
      await desk.goto(`/cases/${id}`);
      await desk.page.getByRole('button', { name: 'Exonerar el saldo: EUR', exact: true }).click();
      const waiver = desk.page.getByRole('dialog');
      await waiver.getByLabel(/^Motivo/).fill('Enfermedad grave.');
      await desk.picture('reimbursement-waiver-es-1280');
      await desk.page.getByRole('button', { name: 'Guardar', exact: true }).click();
      await waiver.waitFor({ state: 'detached' });
      await desk.page.getByText(/^Exonerado: queda /).waitFor();
      expect(desk.complaints).toEqual([]);
      await desk.close();
    },
    SLOW,
  );

  it(
    'has its reminders changed by headquarters',
    async () => {
      for (const language of ['es', 'en'] as const) {
        const looking = await stage.page({ as: 'directora.dgc', language, viewport: PHONE });
        await looking.goto('/policies?tab=returns');
        await looking.page
          .getByText(
            language === 'es' ? 'Recordatorios de reembolso' : 'Reminders of reimbursement',
          )
          .waitFor();
        expect([language, await looking.findings()]).toEqual([language, []]);
        expect([language, await looking.overflows()]).toEqual([language, false]);
        await looking.picture(`reimbursement-policy-${language}-320`);
        await looking.close();
      }
      const director = await stage.page({ as: 'directora.dgc' });
      const { page } = director;
      await director.goto('/policies?tab=returns');
      await page.getByRole('button', { name: 'Cambiar los recordatorios', exact: true }).click();
      const dialog = page.getByRole('dialog');
      const days = dialog.getByLabel('Días después del embarque');
      await days.fill('30, 30');
      await dialog.getByLabel(/^Motivo/).fill('Plazo más corto');
      await page.getByRole('button', { name: 'Guardar', exact: true }).click();
      await dialog.getByText('Escriba días enteros', { exact: false }).waitFor();
      expect(await director.findings()).toEqual([]);
      await director.picture('reimbursement-policy-dialog-es-1280');
      await days.fill('45, 20');
      await page.getByRole('button', { name: 'Guardar', exact: true }).click();
      await dialog.waitFor({ state: 'detached' });
      await page.getByText('Días después del embarque: 20, 45', { exact: true }).waitFor();
      expect(director.complaints).toEqual([]);
      await director.close();
    },
    SLOW,
  );
});
