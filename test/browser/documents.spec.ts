import { docx, pdf, png } from '../factories/files';
import { DESKTOP, PHONE, Stage, type Screen } from './support/browser';

/** A file as the browser is handed it. */
interface FilePayload {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

const PDF = 'application/pdf';
const file = (name: string, mimeType: string, buffer: Buffer): FilePayload => ({
  ...{ name, mimeType, buffer },
});

describe('the documents of a case', () => {
  let stage: Stage;
  let screen: Screen;
  let caseId: string;

  beforeAll(async () => {
    stage = await Stage.open();
    const officer = await stage.app.as('oficial.mad');
    const logged = await officer.post('/detentions', {
      postId: stage.app.staff.posts['MAD'],
      person: { givenNames: 'Persona', firstSurname: 'Inventada', sex: 1 },
      type: 'criminal_detention',
      intakeChannel: 'host_notification',
      postNotifiedAt: '2026-02-20T12:00:00Z',
      noticeChannel: 'telephone',
      visitWish: 'yes',
      familyWish: 'not_asked',
      country: 'ES',
      stage: 'arrested',
    });
    caseId = logged.body.id as string;
    screen = await stage.page({ as: 'oficial.mad' });
    await screen.goto(`/cases/${caseId}?tab=documents`);
  });
  afterAll(() => stage.close());

  const scanned = (scan: string, signature: string | null = null) =>
    stage.app.owner.query(
      `UPDATE document_versions SET scan = $1, signature = $2 WHERE scan = 'quarantined'`,
      [scan, signature],
    );
  const choose = (files: FilePayload[]) =>
    screen.page.locator('input[type=file][multiple]').setInputFiles(files);
  const item = (title: string) =>
    screen.page
      .getByRole('listitem')
      .filter({ has: screen.page.getByRole('heading', { name: title }) });
  const send = async () => {
    await screen.page.getByRole('button', { name: 'Cargar', exact: true }).click();
  };

  it('are chosen, named and sent, and wait in quarantine', async () => {
    const { page } = screen;
    await page.getByText('Todavía no hay documentos').waitFor();
    await choose([
      file('Sentencia.pdf', PDF, pdf('Sentencia de prueba')),
      file('Fachada.png', 'image/png', png(400, 300)),
    ]);
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Clase').selectOption('court');
    await dialog.getByLabel('Título de Sentencia.pdf').fill('Sentencia de primera instancia');
    expect(await screen.findings()).toEqual([]);
    await screen.picture('documents-upload');
    await send();
    await dialog.waitFor({ state: 'detached' });
    await item('Sentencia de primera instancia').getByText('En cuarentena').waitFor();
    await item('Fachada').getByText('Podrá abrirlo cuando termine el análisis').waitFor();
    await page.getByText('Documento cargado').first().waitFor();
  });

  it('open in the page once they are clean: a PDF page by page, a picture as it is', async () => {
    const { page } = screen;
    await scanned('clean');
    await page.reload();
    await page
      .getByRole('button', { name: 'Ver Sentencia de primera instancia, versión 1' })
      .click();
    await page.getByText('Página 1 de 1').waitFor();
    await page.getByRole('img', { name: /página 1\. Sentencia de prueba/ }).waitFor();
    expect(await screen.findings()).toEqual([]);
    await screen.picture('documents-pdf');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Ver Fachada, versión 1' }).click();
    const shown = page.getByRole('dialog').getByRole('img', { name: 'Fachada' });
    await shown.waitFor();
    await page.waitForFunction(`document.querySelector('[role=dialog] img')?.naturalWidth === 400`);
    await page.keyboard.press('Escape');
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      page
        .getByRole('button', { name: 'Descargar Sentencia de primera instancia, versión 1' })
        .click(),
    ]);
    expect(saved.suggestedFilename()).toBe('Sentencia.pdf');
    expect(screen.complaints).toEqual([]);
  });

  it('say why a file is refused, and keep the others', async () => {
    const { page } = screen;
    const macro = docx({ name: 'word/vbaProject.bin', content: 'x' });
    await choose([
      file('Carta.docx', 'application/octet-stream', macro),
      file('Recibo.pdf', PDF, pdf('Recibo')),
    ]);
    await send();
    await page.getByRole('alert').filter({ hasText: 'El documento contiene macros' }).waitFor();
    await screen.picture('documents-refused');
    expect(await screen.findings()).toEqual([]);
    await page.getByRole('button', { name: 'Cancelar' }).click();
    await item('Recibo').waitFor();
    expect(await item('Carta').count()).toBe(0);
  });

  it('take a new version, a correction and a withdrawal', async () => {
    const { page } = screen;
    await scanned('infected', 'Prueba.Virus');
    await page.reload();
    await item('Recibo').getByText('Contiene un virus y no puede abrirse').waitFor();
    await page.getByRole('button', { name: 'Más acciones: Recibo' }).click();
    await page.getByRole('menuitem', { name: 'Cargar versión nueva' }).click();
    await page
      .locator('[role=dialog] input[type=file]')
      .setInputFiles([file('Recibo limpio.pdf', PDF, pdf('Recibo limpio'))]);
    await send();
    await item('Recibo').getByText('Versión 2').waitFor();
    await page.getByRole('button', { name: 'Ver la versión anterior' }).click();
    await item('Recibo').getByText('Con virus').waitFor();
    await page.getByRole('button', { name: 'Más acciones: Recibo' }).click();
    await page.getByRole('menuitem', { name: 'Corregir datos' }).click();
    await page.getByRole('textbox', { name: 'Título' }).fill('Recibo del abogado');
    await page.getByRole('dialog').getByLabel('Clase').selectOption('receipt');
    await page.getByRole('button', { name: 'Guardar' }).click();
    await item('Recibo del abogado').getByText('Comprobante').waitFor();
    await page.getByRole('button', { name: 'Más acciones: Fachada' }).click();
    await page.getByRole('menuitem', { name: 'Retirar documento' }).click();
    await page.getByRole('button', { name: 'Retirar documento' }).click();
    await item('Fachada').getByText('Retirado: Archivo equivocado').waitFor();
    expect(screen.complaints).toEqual([]);
  });

  it.each([
    ['desktop', DESKTOP],
    ['phone', PHONE],
  ])('fit and read well on a %s', async (name, viewport) => {
    const other = await stage.page({ as: 'oficial.mad', viewport });
    await other.goto(`/cases/${caseId}?tab=documents`);
    await other.page.getByRole('heading', { name: 'Recibo del abogado' }).waitFor();
    expect(await other.overflows()).toBe(false);
    expect(await other.findings()).toEqual([]);
    await other.picture(`documents-${name}`);
    await other.close();
  });

  it('show a reader who may not add no way to add', async () => {
    const other = await stage.page({ as: 'directora.dgc' });
    await other.goto(`/cases/${caseId}?tab=documents`);
    await other.page.getByRole('heading', { name: 'Recibo del abogado' }).waitFor();
    expect(await other.page.getByText('Arrastre archivos').count()).toBe(0);
    expect(await other.page.getByRole('button', { name: /Más acciones/ }).count()).toBe(0);
    await other.close();
  });

  it('keep to limits that headquarters changes with a reason', async () => {
    const other = await stage.page({ as: 'directora.dgc' });
    const { page } = other;
    await other.goto('/policies?tab=documents');
    await page.getByText('Los archivos sin analizar pueden abrirse.').waitFor();
    await page.getByRole('button', { name: 'Cambiar límites de documentos' }).click();
    await page.getByLabel('Tamaño máximo por archivo (MB)').fill('10');
    await page.getByLabel('Abrir archivos sin analizar').click();
    await page.getByRole('dialog').getByLabel('Motivo').fill('Hay antivirus en todas las oficinas');
    expect(await other.findings()).toEqual([]);
    await other.picture('documents-policy');
    await page.getByRole('button', { name: 'Guardar' }).click();
    await page.getByText('Los archivos sin analizar no se abren.').waitFor();
    await page.getByText(/Hasta 10 MB cada uno/).waitFor();
    await other.close();
  });
});
