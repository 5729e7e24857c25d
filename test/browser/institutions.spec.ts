import type { Client } from '../support/client';
import { DESKTOP, PHONE, Stage, type Screen } from './support/browser';

jest.setTimeout(240_000);

describe('referral institutions, on screen', () => {
  let stage: Stage;
  let officer: Client;
  beforeAll(async () => {
    stage = await Stage.open();
    officer = await stage.app.as('oficial.mad');
  });
  afterAll(() => stage.close());

  const sound = async (screen: Screen, picture: string): Promise<void> => {
    expect(await screen.findings()).toEqual([]);
    expect(await screen.overflows()).toBe(false);
    expect(screen.complaints).toEqual([]);
    await screen.picture(picture);
  };
  const institutions = async () => (await officer.get('/referral-institutions')).body.items;

  it('are added by headquarters, and corrected as a next version', async () => {
    const screen = await stage.page({ as: 'directora.dgc', viewport: DESKTOP });
    const { page } = screen;
    await screen.goto('/policies?tab=institutions');
    await page.getByRole('button', { name: 'Añadir institución' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Guardar' }).click();
    await dialog.getByText('Empiece con una letra', { exact: false }).waitFor();
    await dialog.getByLabel('Código').fill('casa_de_acogida');
    await dialog.getByLabel('Nombre en español').fill('Casa de acogida Wasi');
    await dialog.getByLabel('Nombre en inglés').fill('Wasi shelter');
    await dialog.getByLabel('Clase de destinatario').selectOption('shelter');
    await dialog.getByLabel('Es peruana', { exact: false }).check();
    await dialog.getByLabel('Contacto').check();
    await dialog.getByLabel('Fuente').fill('Convenio 12-2026');
    await sound(screen, 'institution-1280');
    await dialog.getByRole('button', { name: 'Guardar' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByText('Casa de acogida Wasi').waitFor();
    await sound(screen, 'institutions-1280');
    expect(await institutions()).toContainEqual(
      expect.objectContaining({
        ...{ code: 'casa_de_acogida', version: 1, recipientKind: 'shelter', peruvian: true },
        ...{ categories: ['identity', 'contact'], answerDays: 10, source: 'Convenio 12-2026' },
      }),
    );
    await screen.close();

    const phone = await stage.page({ as: 'directora.dgc', language: 'en', viewport: PHONE });
    await phone.goto('/policies?tab=institutions');
    await phone.page.getByRole('button', { name: 'Edit Wasi shelter' }).click();
    const form = phone.page.getByRole('dialog');
    await form.getByLabel('Days to answer').fill('5');
    await form.getByLabel('Source').fill('Addendum 1');
    await sound(phone, 'institution-320');
    await form.getByRole('button', { name: 'Save' }).click();
    await form.waitFor({ state: 'detached' });
    await phone.page.getByText('Version 2 · Addendum 1').waitFor();
    await sound(phone, 'institutions-320');
    await phone.close();
  });

  it('are no longer waited for once the referral is withdrawn, with the reason', async () => {
    const logged = await officer.post('/detentions', {
      postId: stage.app.staff.posts['MAD'],
      person: { givenNames: 'Persona', firstSurname: 'Inventada', sex: 2 },
      type: 'criminal_detention',
      intakeChannel: 'relative',
      postNotifiedAt: '2026-03-02T08:00:00Z',
      noticeChannel: 'family',
      visitWish: 'yes',
      familyWish: 'yes',
      country: 'ES',
      stage: 'arrested',
    });
    const id = logged.body.id as string;
    const [wasi] = (await institutions()).filter(
      ({ code }: { code: string }) => code === 'casa_de_acogida',
    );
    const sent = await officer.post(`/cases/${id}/referrals`, {
      ...{ institutionId: wasi.id, purpose: 'shelter_or_protection', categories: ['identity'] },
      ...{ ground: 'legal_obligation', legalBasis: 'Ley 30364, art. 29', request: 'Un lugar' },
    });
    expect(sent.status).toBe(201);
    for (const [width, viewport] of [
      ['1280', DESKTOP],
      ['320', PHONE],
    ] as const) {
      const screen = await stage.page({ as: 'oficial.mad', viewport });
      await screen.goto(`/cases/${id}?tab=cooperation`);
      await screen.page.getByRole('button', { name: 'Retirar la derivación' }).click();
      await sound(screen, `referral-withdrawal-${width}`);
      await screen.close();
    }
    const screen = await stage.page({ as: 'oficial.mad' });
    const { page } = screen;
    await screen.goto(`/cases/${id}?tab=cooperation`);
    await page.getByRole('button', { name: 'Retirar la derivación' }).click();
    await page.getByRole('dialog').getByLabel('Motivo').fill('La recibió una prima');
    await page.getByRole('dialog').getByRole('button', { name: 'Guardar' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByText('Retirada', { exact: true }).waitFor();
    await page.getByText('Motivo del retiro: La recibió una prima').waitFor();
    await sound(screen, 'referral-withdrawn-1280');

    await screen.goto(`/cases/${id}`);
    await page.getByRole('button', { name: 'Registrar…' }).click();
    await page.getByRole('menuitem', { name: 'Aviso a la familia' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('A quién se avisó').fill('Su madre');
    await dialog.getByRole('combobox', { name: 'En qué país se les avisó' }).fill('España');
    await page.getByRole('option', { name: 'España', exact: true }).click();
    await sound(screen, 'family-notification-1280');
    await dialog.getByRole('button', { name: 'Guardar' }).click();
    await dialog.waitFor({ state: 'detached' });
    const { items } = (await officer.get(`/cases/${id}/disclosures`)).body;
    expect(items[0]).toMatchObject({ ground: 'recorded_wish', crossBorder: true, country: 'ES' });
    await screen.close();
  });
});
