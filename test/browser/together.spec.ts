import { Stage } from './support/browser';

describe('people at the same time', () => {
  let stage: Stage;
  let caseId: string;

  beforeAll(async () => {
    stage = await Stage.open();
    const officer = await stage.app.as('oficial.mad');
    const logged = await officer.post('/detentions', {
      postId: stage.app.staff.posts['MAD'],
      person: { givenNames: 'Persona', firstSurname: 'Inventada', sex: 1 },
      type: 'criminal_detention',
      intakeChannel: 'host_notification',
      postNotifiedAt: '2026-03-01T12:00:00Z',
      noticeChannel: 'telephone',
      visitWish: 'yes',
      familyWish: 'not_asked',
      country: 'ES',
      subdivision: 'ES-MD',
      stage: 'arrested',
    });
    caseId = logged.body.id as string;
    await officer.post(`/detentions/${caseId}/representatives`, {
      role: 'lawyer',
      provider: 'public_defender',
      name: 'Abogada de Ejemplo',
      since: '2026-03-01',
    });
  });
  afterAll(() => stage.close());

  it('see who else has the case open, until they leave', async () => {
    const officer = await stage.page({ as: 'oficial.mad' });
    const head = await stage.page({ as: 'jefe.mad' });
    await officer.goto(`/cases/${caseId}`);
    await head.goto(`/cases/${caseId}`);
    await head.page.getByText('También lo tiene abierto: oficial.mad').waitFor();
    // the officer's page is rung by the stream: it does not wait for its next heartbeat
    await officer.page.getByText('También lo tiene abierto: jefe.mad').waitFor();
    expect(await officer.findings()).toEqual([]);
    await officer.picture('onlookers');
    await head.page.getByRole('link', { name: 'Mi día' }).click();
    await officer.page
      .getByText('También lo tiene abierto: jefe.mad')
      .waitFor({ state: 'detached' });
    expect([...officer.complaints, ...head.complaints]).toEqual([]);
    await officer.close();
    await head.close();
  });

  it('end a representation on its day', async () => {
    const screen = await stage.page({ as: 'oficial.mad' });
    const { page } = screen;
    await screen.goto(`/cases/${caseId}`);
    await page
      .getByRole('button', { name: 'Terminar la representación de Abogada de Ejemplo' })
      .click();
    await page.getByLabel('Terminó el').fill('2026-02-01');
    await page.getByRole('button', { name: 'Guardar' }).click();
    await page.locator('[aria-invalid="true"]').waitFor();
    await page.getByLabel('Terminó el').fill('2026-03-02');
    await page.getByRole('button', { name: 'Guardar' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByText(/Abogada de Ejemplo.*hasta/).waitFor();
    expect(screen.complaints).toEqual([]);
    await screen.close();
  });

  it('pick the region by its name', async () => {
    const screen = await stage.page({ as: 'oficial.mad' });
    const { page } = screen;
    await screen.goto('/cases/new');
    await page.getByRole('combobox', { name: 'Región o estado' }).fill('Catal');
    await page.getByRole('option', { name: 'Cataluña' }).click();
    expect(await screen.findings()).toEqual([]);
    await screen.picture('new-case-region');
    await screen.close();
  });

  it('scan the key of their authenticator, which no request carries', async () => {
    const screen = await stage.page({ as: 'jefe.mad' });
    const { page } = screen;
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await screen.goto('/');
    await page.getByRole('button', { name: 'Cuenta de jefe.mad' }).click();
    await page.getByRole('menuitem', { name: 'Activar segundo factor' }).click();
    await page.getByRole('img', { name: 'Código QR con la clave de su segundo factor' }).waitFor();
    const secret = ((await page.locator('pre').textContent()) ?? '').replaceAll(' ', '');
    expect(secret).toMatch(/^[A-Z2-7]{16,}$/);
    expect(asked.filter((url) => !url.startsWith('data:') && url.includes(secret))).toEqual([]);
    expect(await screen.findings()).toEqual([]);
    await screen.picture('second-factor');
    expect(screen.complaints).toEqual([]);
    await screen.close();
  });

  it('at headquarters see that the daily proof failed, or did not run', async () => {
    const prove = (passed: boolean, at: string) =>
      stage.app.owner.query(
        `INSERT INTO proof_runs (id, ran_at, passed, open_cases, silent_cases, unsent_reminders)
         VALUES (gen_random_uuid(), $1, $2, 3, $3, 0)`,
        [at, passed, passed ? 0 : 2],
      );
    const screen = await stage.page({ as: 'mesa.asn' });
    const { page } = screen;
    await screen.goto('/world');
    await page.getByRole('alert').filter({ hasText: 'no se hizo' }).waitFor();
    await prove(false, '2026-03-02T08:00:00Z');
    await screen.goto('/world');
    await page.getByRole('alert').filter({ hasText: 'Casos abiertos sin plazo: 2' }).waitFor();
    expect(await screen.findings()).toEqual([]);
    await screen.picture('world-proof-failed');
    await prove(true, '2026-03-02T08:30:00Z');
    await screen.goto('/world');
    await page.getByText('Comprobación diaria conforme').waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
    await screen.close();
  });
});
