import { DESKTOP, PHONE, Stage, type Screen } from './support/browser';

/** Each looks at several screens at two widths. */
jest.setTimeout(240_000);

describe('the person', () => {
  let stage: Stage;
  let screen: Screen;
  let rosa: string;
  let twin: string;
  let mother: string;
  let caseId: string;

  beforeAll(async () => {
    stage = await Stage.open();
    const officer = await stage.app.as('oficial.mad');
    const register = async (body: object) =>
      (await officer.post('/people', body)).body.id as string;
    const names = { firstSurname: 'Ñahui', secondSurname: 'Ccama' };
    rosa = await register({
      ...names,
      givenNames: 'Rosa',
      birthDate: '2010-05-03',
      contacts: [{ kind: 'phone', value: '+34612345678' }],
    });
    twin = await register({
      ...names,
      givenNames: 'Rosa',
      birthDate: '2010-05-03',
      documents: [{ kind: 'dni', number: '10117410' }],
    });
    mother = await register({ givenNames: 'Yma', firstSurname: 'Ccama', birthDate: '1985-01-01' });
    const logged = await officer.post('/detentions', {
      postId: stage.app.staff.posts['MAD'],
      person: { id: twin },
      type: 'criminal_detention',
      intakeChannel: 'relative',
      postNotifiedAt: '2026-03-01T12:00:00Z',
      noticeChannel: 'family',
      visitWish: 'yes',
      familyWish: 'yes',
      country: 'ES',
      stage: 'arrested',
    });
    caseId = logged.body.id as string;
    screen = await stage.page({ as: 'oficial.mad' });
  });
  afterAll(() => stage.close());

  const button = (name: string | RegExp) => screen.page.getByRole('button', { name }).first();
  const save = async (name: string | RegExp = 'Guardar') => {
    await screen.page.getByRole('dialog').getByRole('button', { name }).click();
    await screen.page.getByRole('dialog').waitFor({ state: 'detached' });
  };
  const pick = async (label: string, typed: string, option: RegExp) => {
    await screen.page.getByRole('combobox', { name: label }).first().fill(typed);
    await screen.page.getByRole('option', { name: option }).click();
  };
  /** No serious finding of axe and no sideways scrolling, wide and narrow. */
  const sound = async (picture: string) => {
    for (const [width, viewport] of Object.entries({ desktop: DESKTOP, phone: PHONE })) {
      await screen.page.setViewportSize(viewport);
      expect(await screen.findings()).toEqual([]);
      expect(await screen.overflows()).toBe(false);
      await screen.picture(`${picture}-${width}-es`);
    }
    await screen.page.setViewportSize(DESKTOP);
  };

  it('is found in search and gathers names, family and guardians', async () => {
    const { page } = screen;
    await screen.goto('/people');
    await page.getByRole('searchbox').fill('yma ccama');
    await page.getByRole('link', { name: 'Yma Ccama' }).waitFor();
    await screen.goto(`/people/${rosa}`);
    await page.getByText('No consta quién actúa en su nombre').waitFor();
    await button('Añadir nombre').click();
    await page.getByRole('dialog').getByLabel('Nombre').fill('Rosita');
    await save();
    await page.getByText('Rosita', { exact: true }).waitFor();

    await button('Añadir familiar').click();
    await pick('Persona', 'yma ccama', /Yma Ccama/);
    await page.getByLabel('Clase').selectOption('parent');
    await sound('person-form');
    await save();
    await page.getByRole('link', { name: 'Yma Ccama' }).first().waitFor();

    await button('Añadir representante').click();
    await pick('Representante', 'yma ccama', /Yma Ccama/);
    await page.getByLabel('Fundamento').selectOption('court_order');
    await page.getByLabel('Desde').fill('2025-01-01');
    await page.getByRole('dialog').getByRole('button', { name: 'Guardar' }).click();
    await page.getByText('Indique el documento que lo prueba').waitFor();
    await page.getByLabel('Documento que lo prueba').fill('Res. 12-2025');
    await save();
    await page.getByText('Representa hoy').waitFor();
    await screen.goto(`/people/${mother}`);
    await page.getByText('Actúa por esta persona').waitFor();
  });

  it('says above all that they must not be contacted, and until when', async () => {
    const { page } = screen;
    await screen.goto(`/people/${rosa}`);
    await button('Restringir contacto').click();
    await page.getByLabel('Fundamento').selectOption('safety');
    await page.getByRole('dialog').getByLabel('Motivo').fill('Otra persona mira ese teléfono');
    await save();
    await page.getByRole('alert').filter({ hasText: 'No contactar' }).waitFor();
    await page.getByText('No usar').waitFor();
    await sound('person');
    await button(/^Levantar/).click();
    await page.getByRole('dialog').getByLabel('Motivo').fill('Tiene otro número');
    await save();
    await page.getByText('Levantada').waitFor();
  });

  it('is compared with a duplicate, merged with a reason, and parted again', async () => {
    const { page } = screen;
    await screen.goto('/people/duplicates');
    await button(/^Comparar/).waitFor();
    await sound('duplicates-desk');
    await screen.goto(`/people/${rosa}`);
    await button(/^Comparar con Rosa/).click();
    await page.getByText('Ficha que queda').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: /^Unir/ }).click();
    await page.getByText('Obligatorio').or(page.locator('[aria-invalid="true"]')).first().waitFor();
    await page.getByRole('dialog').getByLabel('Motivo').fill('Mismo DNI, misma madre');
    await sound('person-compare');
    await save(/^Unir/);
    await page.getByText('DNI 10117410').waitFor();
    await page.getByRole('link', { name: /^MAD-/ }).first().waitFor();
    await screen.goto(`/people/${twin}`);
    await page.getByRole('link', { name: 'Ver a la persona' }).click();
    await page.waitForURL(`**/people/${rosa}`);
    await button(/^Deshacer/).click();
    await page.getByRole('dialog').getByLabel('Motivo').fill('Eran mellizas');
    await save();
    await page.getByText('Deshecha').waitFor();
    await page.getByText('DNI 10117410').waitFor({ state: 'detached' });
  });

  it('is added to a case, reached from it, and leaves it; attempts are kept', async () => {
    const { page } = screen;
    await screen.goto(`/cases/${caseId}`);
    await page.getByRole('tab', { name: 'Personas' }).click();
    await button('Añadir persona').click();
    await pick('Persona', 'yma ccama', /Yma Ccama/);
    await page.getByLabel('Papel en el caso').selectOption('relative');
    await save();
    await page.getByRole('link', { name: 'Yma Ccama' }).waitFor();
    await button('Registrar intento').click();
    await page.getByLabel('Resultado').selectOption('no_answer');
    await save();
    await page.getByText('No contestó').first().waitFor();
    await sound('case-people');
    await button('Terminar: Yma Ccama').click();
    await save('Terminar');
    await page.getByText('Terminado').waitFor();
    await page.getByRole('link', { name: 'Yma Ccama' }).click();
    await page.waitForURL(`**/people/${mother}`);
    expect(screen.complaints).toEqual([]);
  });
});
