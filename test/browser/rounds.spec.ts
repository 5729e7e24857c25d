import { DESKTOP, PHONE, Stage, type Screen } from './support/browser';

/** Pages are looked at by axe several times in one step: minutes on a busy machine. */
jest.setTimeout(240_000);

describe('visit rounds', () => {
  let stage: Stage;
  let screen: Screen;
  const cases: string[] = [];

  beforeAll(async () => {
    stage = await Stage.open();
    const officer = await stage.app.as('oficial.mad');
    for (const [surname, facilityName, city] of [
      ['Inventada', 'Centro Penitenciario de Ejemplo', 'Madrid'],
      ['Imaginaria', 'Centro Penitenciario de Ejemplo', 'Madrid'],
      ['Ficticia', 'Comisaría de Ejemplo', 'Toledo'],
    ]) {
      const { status, body } = await officer.post('/detentions', {
        postId: stage.app.staff.posts['MAD'],
        person: { givenNames: 'Persona', firstSurname: surname, sex: 2 },
        type: 'criminal_detention',
        intakeChannel: 'host_notification',
        postNotifiedAt: '2026-02-20T12:00:00Z',
        noticeChannel: 'telephone',
        visitWish: 'yes',
        familyWish: 'not_asked',
        facilityName,
        city,
        country: 'ES',
        stage: 'pretrial',
      });
      expect(status).toBe(201);
      cases.push(body.id);
    }
    await officer.post(`/detentions/${cases[0]}/contacts`, {
      kind: 'in_person',
      withWhom: 'detainee',
      outcome: 'done',
      occurredAt: '2026-02-22T10:00:00Z',
      checks: [{ check: 'legal_assistance', finding: 'serious' }],
      needs: [{ code: 'lawyer' }],
      nextSteps: 'Llamar al defensor',
    });
    screen = await stage.page({ as: 'oficial.mad' });
  });
  afterAll(() => stage.close());

  const looks = async (name: string): Promise<void> => {
    for (const [width, viewport] of [
      ['desktop', DESKTOP],
      ['phone', PHONE],
    ] as const) {
      await screen.page.setViewportSize(viewport);
      expect(await screen.findings()).toEqual([]);
      expect(await screen.overflows()).toBe(false);
      await screen.picture(`${name}-${width}-es`);
    }
    await screen.page.setViewportSize(DESKTOP);
  };

  it('say so when none is planned', async () => {
    await screen.goto('/rounds');
    await screen.page.getByText('No hay rondas planificadas').waitFor();
    await looks('rounds-empty');
  });

  it('propose where people are due', async () => {
    const { page } = screen;
    await page.getByRole('button', { name: 'Planificar ronda' }).click();
    await page.getByRole('dialog').waitFor();
    await page.getByLabel('Fecha').fill('2026-03-02');
    await page.getByRole('combobox', { name: 'Adónde va' }).click();
    await page.getByRole('option', { name: /Centro Penitenciario de Ejemplo, Madrid/ }).waitFor();
    await looks('round-planning');
  });

  it('are planned there, with what to look at for each person', async () => {
    const { page } = screen;
    await page.getByRole('combobox', { name: 'Adónde va' }).click();
    await page.getByRole('option', { name: /Centro Penitenciario de Ejemplo, Madrid/ }).click();
    await page.getByText('Todas las personas detenidas allí').click();
    await page.getByRole('dialog').getByRole('button', { name: 'Planificar' }).click();
    await page
      .getByRole('heading', { level: 1, name: 'Centro Penitenciario de Ejemplo' })
      .waitFor();
    await page.getByRole('link', { name: 'Persona Imaginaria', exact: true }).waitFor();
    await page.getByText('Acceso a defensa legal (grave)').waitFor();
    await page.getByText('Quedó pendiente: Llamar al defensor').waitFor();
    await looks('round');
  });

  it('take on others of the post', async () => {
    const { page } = screen;
    await page.getByRole('button', { name: 'Agregar personas' }).click();
    await page.getByText('Toda la oficina').click();
    await page.getByLabel(/Persona Ficticia/).check();
    await page.getByRole('button', { name: 'Agregar 1 persona' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByRole('link', { name: 'Persona Ficticia', exact: true }).waitFor();
  });

  it('record each visit as a visit of its case, and say who was not seen', async () => {
    const { page } = screen;
    await page.getByRole('link', { name: 'Registrar visita: Persona Imaginaria' }).click();
    await page.getByLabel('Cuándo').fill('2026-03-02T09:30');
    await page.getByRole('button', { name: 'Guardar visita' }).click();
    await page.getByText('MAD-2026-VIS-000002').waitFor();
    await page.getByText('1 de 3 con resultado').waitFor();
    await page.getByRole('button', { name: 'No se le vio: Persona Ficticia' }).click();
    await page.getByRole('menuitem', { name: 'No alcanzó el tiempo' }).click();
    await page.getByText('2 de 3 con resultado').waitFor();
    const { rows } = await stage.app.owner.query(
      'SELECT count(*)::int AS n FROM detention_contacts WHERE case_id = $1',
      [cases[1]],
    );
    expect(rows).toEqual([{ n: 1 }]);
    await looks('round-results');
  });

  it('print as a list with room to write and without buttons', async () => {
    const { page } = screen;
    await page.emulateMedia({ media: 'print' });
    await page.getByText('Notas de la visita:').first().waitFor();
    expect(await page.getByRole('button', { name: 'Imprimir lista' }).isVisible()).toBe(false);
    expect(await page.getByRole('link', { name: 'Buscar persona' }).isVisible()).toBe(false);
    await screen.picture('round-on-paper');
    await page.emulateMedia({ media: 'screen' });
  });

  it('are on My day until they end', async () => {
    const { page } = screen;
    await screen.goto('/');
    await page.getByRole('heading', { name: 'Rondas de visita 1' }).waitFor();
    await screen.picture('my-day-with-round');
    await page.getByRole('link', { name: 'Centro Penitenciario de Ejemplo' }).click();
    await page.getByRole('button', { name: 'Ronda…' }).click();
    await page.getByRole('menuitem', { name: 'Terminar ronda' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Terminar ronda' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByText('Realizada').waitFor();
    await screen.goto('/');
    expect(await page.getByText('Rondas de visita').count()).toBe(0);
    expect(screen.complaints).toEqual([]);
  });

  it('follow days that headquarters edits', async () => {
    const director = await stage.page({ as: 'directora.dgc' });
    const { page } = director;
    await director.goto('/policies?tab=visits');
    await page.getByText('segundo domingo de mayo').waitFor();
    await page.getByRole('button', { name: 'Editar visitas tradicionales' }).click();
    await page.getByRole('button', { name: 'Agregar visita' }).click();
    await page.getByLabel('Nombre en español').last().fill('Señor de los Milagros');
    await page.getByLabel('Nombre en inglés').last().fill('Lord of Miracles');
    await page.getByLabel('Mes', { exact: true }).last().selectOption('10');
    await page.getByLabel('Rige desde').fill('2026-03-03T00:00');
    await page.getByLabel('Motivo del cambio').fill('Pedido de las oficinas');
    expect(await director.findings()).toEqual([]);
    await director.picture('occasions-editor');
    await page.getByRole('button', { name: 'Guardar nueva versión' }).click();
    await page.getByText('Rige más adelante').waitFor();
    await director.picture('occasions');
    expect(director.complaints).toEqual([]);
  });
});
