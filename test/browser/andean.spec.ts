import { openCase } from '../factories/open-cases';
import { DESKTOP, PHONE, Stage, type Screen } from './support/browser';

/** Screens, axe and pictures one after the other, on whatever machine. */
jest.setTimeout(240_000);

const BOLIVIAN = { givenNames: 'Wara', firstSurname: 'Condori', nationality: 'BO' };

describe('assistance for another Andean State (Decision 548)', () => {
  let stage: Stage;
  let screen: Screen;

  beforeAll(async () => {
    stage = await Stage.open();
    screen = await stage.page({ as: 'oficial.mad' });
  });
  afterAll(() => stage.close());

  const opened = async (changes: object = {}): Promise<string> =>
    openCase(await stage.app.as('oficial.mad'), stage.app.staff.posts['MAD']!, { ...changes });
  const dialogOf = async (id: string) => {
    await screen.goto(`/cases/${id}`);
    await screen.page.getByRole('button', { name: 'Decisión 548' }).click();
    const dialog = screen.page.getByRole('dialog', { name: 'Decisión 548' });
    await dialog.waitFor();
    return dialog;
  };

  it.each([
    ['a person of another nationality', {}, 'La persona no es nacional de ese Estado.'],
    [
      'a person whose nationality nobody recorded',
      { person: { ...BOLIVIAN, nationality: null } },
      'Registre primero la nacionalidad de la persona.',
    ],
    [
      'a case in that very State',
      { person: BOLIVIAN, country: 'BO', subdivision: undefined },
      'El caso debe estar en un tercer país.',
    ],
    [
      'a case in Peru',
      { person: BOLIVIAN, country: 'PE', subdivision: undefined },
      'El caso debe estar en un tercer país.',
    ],
  ])('is refused at its field for %s', async (_, changes, refusal) => {
    const dialog = await dialogOf(await opened(changes));
    await dialog.getByLabel(/^Comprobado/).check();
    await dialog.getByRole('button', { name: 'Guardar' }).click();
    await dialog.getByText(refusal).waitFor();
    expect(await dialog.getByLabel('Estado que la pide').getAttribute('aria-invalid')).toBe('true');
  });

  it('says everything that is wrong with one field', async () => {
    const dialog = await dialogOf(await opened({ country: 'BO', subdivision: undefined }));
    await dialog.getByRole('button', { name: 'Guardar' }).click();
    await dialog
      .getByText(/La persona no es nacional .* El caso debe estar en un tercer/)
      .waitFor();
    await dialog
      .getByText('Compruebe que ese Estado no tiene representación en el país.')
      .waitFor();
  });

  it('is recorded once its conditions hold, shown on the case, and taken back', async () => {
    const { page } = screen;
    const id = await opened({ person: BOLIVIAN });
    const dialog = await dialogOf(id);
    await dialog.getByLabel('Se pide un documento de viaje').check();
    await dialog.getByRole('button', { name: 'Guardar' }).click();
    for (const refusal of [
      'Compruebe que ese Estado no tiene representación en el país.',
      'Un documento de viaje requiere la autorización de su cancillería.',
    ])
      await dialog.getByText(refusal).waitFor();
    await screen.picture('andean-refused');
    expect(await screen.findings()).toEqual([]);
    await dialog.getByLabel(/^Comprobado/).check();
    await dialog.getByLabel('Cómo se comprobó').fill('Lista diplomática del país');
    await dialog
      .getByLabel('Referencia de la autorización de su cancillería')
      .fill('OF-RREE-114/2026');
    await dialog.getByRole('button', { name: 'Guardar' }).click();
    await page.getByText('Asistencia por encargo de Bolivia (Decisión 548)').waitFor();
    await screen.picture('andean-recorded');
    expect(await screen.findings()).toEqual([]);

    const again = await dialogOf(id);
    expect(await again.getByLabel('Cómo se comprobó').inputValue()).toBe(
      'Lista diplomática del país',
    );
    await again.getByRole('button', { name: 'Retirar' }).click();
    await again.waitFor({ state: 'detached' });
    await page.getByText(/Asistencia por encargo de/).waitFor({ state: 'detached' });
    expect(screen.complaints).toEqual([]);
  });

  it.each([DESKTOP, PHONE])('reads well in English at $width px', async (viewport) => {
    const other = await stage.page({ as: 'oficial.mad', language: 'en', viewport });
    const { page } = other;
    await other.goto(`/cases/${await opened({ person: BOLIVIAN })}`);
    await page.getByRole('button', { name: 'Decision 548' }).click();
    const dialog = page.getByRole('dialog', { name: 'Decision 548' });
    await dialog.getByLabel('A travel document is asked for').check();
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog
      .getByText('A travel document needs the authorisation of the home ministry.')
      .waitFor();
    await other.picture(`andean-en-${viewport.width}`);
    expect([await other.overflows(), await other.findings(), other.complaints]).toEqual([
      false,
      [],
      [],
    ]);
    await other.close();
  });
});
