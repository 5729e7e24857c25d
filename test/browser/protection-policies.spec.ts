import { DESKTOP, PHONE, Stage, type Screen } from './support/browser';

describe('what headquarters decides about the protection of persons in danger', () => {
  let stage: Stage;
  let director: Screen;

  beforeAll(async () => {
    stage = await Stage.open();
    director = await stage.page({ as: 'directora.dgc' });
    await director.goto('/policies?tab=protection');
  });
  afterAll(() => stage.close());

  const dialog = () => director.page.getByRole('dialog');
  const save = () => dialog().getByRole('button', { name: 'Guardar' }).click();

  it('is how the neutral message reads; one with a word that betrays is refused at its field', async () => {
    const { page } = director;
    const edit = page.getByRole('button', { name: 'Cambiar el mensaje neutro' });
    await edit.click();
    const spanish = dialog().getByLabel('Mensaje en español');
    await spanish.fill('Le escribimos del consulado por su denuncia.');
    await dialog().getByLabel('Motivo del cambio').fill('Más breve');
    await save();
    await dialog().locator('[aria-invalid="true"]').waitFor();
    expect(await spanish.getAttribute('aria-invalid')).toBe('true');
    expect(await director.findings()).toEqual([]);
    await director.picture('neutral-text-refused');
    await spanish.fill('Hola, ¿hablamos cuando le venga bien?');
    await save();
    await dialog().waitFor({ state: 'detached' });
    await page.getByText('Hola, ¿hablamos cuando le venga bien?', { exact: true }).waitFor();
    await page.getByText(/versión 2 · .* · Más breve/).waitFor();
  });

  it('is by which questions danger is measured: one more, and from which sum it is extreme', async () => {
    const { page } = director;
    await page
      .getByRole('button', { name: 'Cambiar las preguntas: Valoración del riesgo' })
      .click();
    const before = await dialog().getByLabel('En español').count();
    await dialog().getByRole('button', { name: 'Añadir pregunta' }).click();
    await dialog().getByLabel('En español').last().fill('¿Ha amenazado con llevarse a los hijos?');
    await dialog()
      .getByLabel('En inglés')
      .last()
      .fill('Has he or she threatened to take the children?');
    await dialog().getByLabel('Peso').last().fill('3');
    await dialog().getByLabel('Si es «sí», al menos').last().selectOption({ label: 'Alto' });
    for (const viewport of [DESKTOP, PHONE]) {
      await page.setViewportSize(viewport);
      expect(await director.findings()).toEqual([]);
      expect(await director.overflows()).toBe(false);
    }
    await director.picture('instrument-phone');
    await page.setViewportSize(DESKTOP);
    await dialog().getByLabel('Motivo del cambio').fill('Amenazas sobre los hijos');
    await save();
    await dialog().waitFor({ state: 'detached' });
    const asked = page.getByRole('listitem').filter({ hasText: '¿Ha amenazado con llevarse' });
    await asked.getByText('peso 3 · al menos Alto').waitFor();
    await page
      .getByRole('button', { name: 'Cambiar las preguntas: Valoración del riesgo' })
      .click();
    expect(await dialog().getByLabel('En español').count()).toBe(before + 1);
    expect(director.complaints).toEqual([]);
  });
});
