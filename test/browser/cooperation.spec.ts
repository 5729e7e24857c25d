import type { Client } from '../support/client';
import { PHONE, Stage, type Screen } from './support/browser';

jest.setTimeout(240_000);

describe('working together, on screen', () => {
  let stage: Stage;
  let officer: Client;
  let caseId: string;

  beforeAll(async () => {
    stage = await Stage.open();
    officer = await stage.app.as('oficial.mad');
    const logged = await officer.post('/detentions', {
      postId: stage.app.staff.posts['MAD'],
      person: { givenNames: 'Persona', firstSurname: 'Inventada', sex: 2 },
      type: 'criminal_detention',
      intakeChannel: 'relative',
      postNotifiedAt: '2026-03-02T08:00:00Z',
      noticeChannel: 'family',
      visitWish: 'yes',
      familyWish: 'not_asked',
      country: 'ES',
      stage: 'arrested',
    });
    caseId = logged.body.id as string;
  });
  afterAll(() => stage.close());

  const sound = async (screen: Screen, picture: string): Promise<void> => {
    expect(await screen.findings()).toEqual([]);
    expect(await screen.overflows()).toBe(false);
    expect(screen.complaints).toEqual([]);
    await screen.picture(picture);
  };
  const save = async ({ page }: Screen): Promise<void> => {
    await page.getByRole('dialog').getByRole('button', { name: 'Guardar' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  };

  it('shares a case, asks headquarters and offers it to another post', async () => {
    const screen = await stage.page({ as: 'oficial.mad' });
    const { page } = screen;
    await screen.goto(`/cases/${caseId}?tab=cooperation`);
    await page.getByRole('button', { name: 'Añadir segundo' }).click();
    await page
      .getByRole('dialog')
      .getByLabel('Persona')
      .selectOption(stage.app.staff.accounts['oficial2.mad']!);
    await save(screen);
    await page.getByText('oficial2.mad', { exact: true }).first().waitFor();

    await page.getByRole('button', { name: 'Consultar a la sede' }).click();
    await page.getByRole('dialog').getByLabel('Qué se pide').selectOption('authorisation');
    await page.getByRole('dialog').getByLabel('Mesa de la sede').selectOption('assistance');
    await page.getByRole('dialog').getByLabel('Texto').fill('¿Autorizan el pasaje?');
    await save(screen);
    await page.getByText('¿Autorizan el pasaje?').waitFor();

    await page.getByRole('button', { name: 'Transferir a otra oficina' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Oficina de destino').selectOption(stage.app.staff.posts['PAT']!);
    await dialog.getByLabel('Motivo').fill('Se mudó');
    await dialog.getByRole('button', { name: 'Guardar' }).click();
    expect(await dialog.getByLabel('Situación').getAttribute('aria-invalid')).toBe('true');
    await dialog.getByLabel('Situación').fill('Detenida; pide ver a su hermana');
    expect(await screen.findings()).toEqual([]);
    await save(screen);
    await page.getByText('MAD → PAT').waitFor();
    await sound(screen, 'cooperation-1280');
    const phone = await stage.page({ as: 'oficial.mad', viewport: PHONE });
    await phone.goto(`/cases/${caseId}?tab=cooperation`);
    await phone.page.getByText('MAD → PAT').waitFor();
    await sound(phone, 'cooperation-320');
  });

  it('lets the receiving head decide from the inbox', async () => {
    const phone = await stage.page({ as: 'jefe.pat', viewport: PHONE });
    await phone.goto('/inbox');
    await phone.page.getByText('Detenida; pide ver a su hermana').waitFor();
    await sound(phone, 'inbox-320');
    const screen = await stage.page({ as: 'jefe.pat' });
    await screen.goto('/inbox');
    await screen.page.getByText('Detenida; pide ver a su hermana').waitFor();
    await sound(screen, 'inbox-1280');
    await screen.page.getByRole('button', { name: /^Aceptar: MAD-2026/ }).click();
    await save(screen);
    await screen.page.getByText('No hay transferencias por decidir').waitFor();
    expect((await officer.get(`/cases/${caseId}`)).status).toBe(404);
  });

  it('shows the desk what waits for it', async () => {
    const screen = await stage.page({ as: 'mesa.asn' });
    await screen.goto('/inbox');
    await screen.page.getByRole('heading', { name: 'Pedidos que esperan respuesta' }).waitFor();
    await screen.page.getByRole('link', { name: /^MAD-2026/ }).click();
    await screen.page.getByRole('button', { name: 'Responder' }).click();
    await screen.page.getByRole('dialog').getByLabel('Resultado').selectOption('granted');
    await screen.page.getByRole('dialog').getByLabel('Texto').fill('Autorizado');
    await save(screen);
    await screen.page.getByText('Autorizado', { exact: true }).first().waitFor();
  });

  it('hands over everything a leaver holds', async () => {
    const screen = await stage.page({ as: 'jefe.mad' });
    const { page } = screen;
    await officer.post('/detentions', {
      postId: stage.app.staff.posts['MAD'],
      person: { givenNames: 'Otra', firstSurname: 'Inventada', sex: 1 },
      type: 'criminal_detention',
      intakeChannel: 'relative',
      postNotifiedAt: '2026-03-02T08:00:00Z',
      noticeChannel: 'family',
      visitWish: 'yes',
      familyWish: 'not_asked',
      country: 'ES',
      stage: 'arrested',
    });
    await screen.goto('/departures');
    await page.getByLabel('Quién se va').selectOption(stage.app.staff.accounts['oficial.mad']!);
    await page.getByText('Caso a cargo').first().waitFor();
    await page
      .getByLabel('Quién recibe lo demás')
      .selectOption(stage.app.staff.accounts['oficial2.mad']!);
    await page.getByLabel('Motivo').fill('Fin de misión');
    await sound(screen, 'departures-1280');
    await page.getByRole('button', { name: 'Entregar todo' }).click();
    await page.getByText('En marcha', { exact: true }).waitFor();
    const phone = await stage.page({ as: 'jefe.mad', viewport: PHONE });
    await phone.goto('/departures');
    await phone.page.getByText('En marcha', { exact: true }).waitFor();
    await sound(phone, 'departures-320');
  });

  it('shows who serves at a post between which dates, and lets the administrator change it', async () => {
    const head = await stage.page({ as: 'jefe.mad', viewport: PHONE });
    await head.goto('/staff');
    await head.page.getByRole('cell', { name: 'jefe.mad' }).waitFor();
    expect(await head.page.getByRole('button', { name: /^Terminar/ }).count()).toBe(0);
    await sound(head, 'staff-320');
    const screen = await stage.page({ as: 'admin' });
    const { page } = screen;
    await screen.goto('/staff');
    await page.getByLabel('Oficina').selectOption(stage.app.staff.posts['MAD']!);
    await page.getByRole('button', { name: 'Subrogar jefatura' }).click();
    await page
      .getByRole('dialog')
      .getByLabel('Quién subroga')
      .selectOption(stage.app.staff.accounts['oficial2.mad']!);
    await page.getByRole('dialog').getByLabel('Hasta').fill('2099-03-20T10:00');
    await page.getByRole('dialog').getByLabel('Número de resolución').fill('R.S. 12');
    await save(screen);
    await page.getByText('Subrogación', { exact: true }).waitFor();
    await sound(screen, 'staff-1280');
  });
});
