import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { logDetention } from '../factories/detentions';
import type { Client } from '../support/client';
import { readPdf } from '../support/pdf';
import { DESKTOP, PHONE, Stage, type Screen } from './support/browser';

/** Several rooms, each looked at by axe at two widths. */
const PATIENCE = 600_000;

describe('papers on screen', () => {
  let stage: Stage;
  let officer: Client;
  let caseId: string;

  beforeAll(async () => {
    stage = await Stage.open();
    officer = await stage.app.as('oficial.mad');
    caseId = await logDetention(officer, stage.app.staff.posts['MAD']!);
    await officer.post(`/detentions/${caseId}/contacts`, {
      kind: 'in_person',
      withWhom: 'detainee',
      outcome: 'done',
      occurredAt: '2026-03-02T08:30:00Z',
      checks: [
        { check: 'health', finding: 'concern', note: 'Refiere dolor de muelas' },
        { check: 'due_process', finding: 'good' },
        { check: 'interpreter', finding: 'concern', note: 'Sin intérprete de quechua' },
      ],
      needs: [{ code: 'clothing' }],
      nextSteps: 'Pedir intérprete para la audiencia',
    });
  });
  afterAll(() => stage.close());

  const sound = async (screen: Screen, name: string): Promise<void> => {
    await screen.picture(name);
    expect(await screen.findings()).toEqual([]);
    expect(await screen.overflows()).toBe(false);
    expect(screen.complaints).toEqual([]);
  };
  const file = async (id: string): Promise<Buffer> => {
    const answer = await fetch(`${officer.url}/api/v1/papers/${id}/pdf`, {
      headers: { cookie: `amparo_session=${officer.cookie}` },
    });
    return Buffer.from(await answer.arrayBuffer());
  };

  it(
    'an officer generates a paper from the case, completes it, issues it and annuls it',
    async () => {
      const screen = await stage.page({ as: 'oficial.mad' });
      const { page } = screen;
      await screen.goto(`/cases/${caseId}?tab=documents`);
      await page.getByText('Aún no hay documentos').waitFor();
      await page.getByRole('button', { name: 'Generar documento' }).click();
      await page.getByRole('combobox', { name: 'Documento' }).selectOption('undertaking_to_repay');
      await page.getByRole('button', { name: 'Abrir borrador' }).click();
      await page.getByRole('heading', { level: 1, name: 'Compromiso de reembolso' }).waitFor();

      await page.getByRole('button', { name: 'Emitir', exact: true }).click();
      await page.getByRole('button', { name: 'Emitir ahora' }).click();
      await page.getByText('Complete este campo.').first().waitFor();
      expect(await page.locator('[aria-invalid="true"]').count()).toBeGreaterThan(3);
      for (const [name, text] of [
        ['Documento de identidad', 'DNI N.° 41236587'],
        ['Domicilio actual', 'Calle de la Paz 14, Madrid'],
        ['Concepto de la ayuda', 'Pasaje aéreo a Lima'],
        ['Importe y moneda', 'EUR 640,00 (seiscientos cuarenta euros)'],
        ['Plazo', 'Doce meses'],
        ['Forma de pago', 'Cuotas mensuales'],
        ['Domicilio en el Perú', 'Jr. Asamblea 120, Ayacucho'],
      ] as const) {
        await page.getByRole('textbox', { name }).fill(text);
      }
      await page.getByRole('button', { name: 'Guardar y ver' }).click();
      await page.getByLabel('Texto del documento').getByText('Pasaje aéreo a Lima').waitFor();
      await sound(screen, 'paper-draft');

      await page.getByRole('button', { name: 'Emitir', exact: true }).click();
      await page.getByRole('button', { name: 'Emitir ahora' }).click();
      await page.getByText(/MAD-2026-CRE-\d{6}/).waitFor();
      await sound(screen, 'paper-issued');

      await page.getByRole('button', { name: 'Anular' }).click();
      await page.getByLabel('Motivo').fill('El importe cambió');
      await page.getByRole('dialog').getByRole('button', { name: 'Anular' }).click();
      await page.getByRole('alert').filter({ hasText: 'Documento anulado' }).waitFor();
      await page.getByRole('link', { name: 'Volver al caso' }).click();
      await page.getByText('Anulado: El importe cambió').waitFor();
      await page.getByText('Documento emitido').first().waitFor();
      await sound(screen, 'case-papers');
      await screen.close();
    },
    PATIENCE,
  );

  it(
    'is as usable on a telephone',
    async () => {
      const { body } = await officer.post(`/cases/${caseId}/papers`, { kind: 'visit_record' });
      const screen = await stage.page({ as: 'oficial.mad', viewport: PHONE });
      await screen.goto(`/papers/${body.id}`);
      await screen.page.getByText('Sin intérprete de quechua').waitFor();
      await sound(screen, 'paper-draft-phone');
      await screen.goto(`/cases/${caseId}?tab=documents`);
      await screen.page.getByText('Acta de visita consular').first().waitFor();
      await sound(screen, 'case-papers-phone');
      await screen.goto('/papers');
      await screen.page.getByRole('heading', { name: 'Relaciones de remisión' }).waitFor();
      await sound(screen, 'remittance-phone');
      await screen.close();
    },
    PATIENCE,
  );

  it(
    'headquarters edits a template with its preview, sees what is wrong, and publishes',
    async () => {
      const screen = await stage.page({ as: 'directora.dgc' });
      const { page } = screen;
      await screen.goto('/templates');
      await sound(screen, 'templates');
      await page.getByRole('link', { name: 'Consentimiento informado' }).click();
      const words = page.getByRole('textbox', { name: 'Texto', exact: true });
      await page
        .getByLabel('Texto del documento')
        .getByText('Rosa Ángela Quispe Ñahui')
        .first()
        .waitFor();
      const before = await words.inputValue();
      await words.fill(`${before}\n{{person.nickname}}`);
      await page.getByText('no existe el dato «person.nickname»').waitFor();
      await page.getByRole('button', { name: /^Línea \d+$/ }).click();
      expect(await page.getByRole('button', { name: 'Publicar' }).isDisabled()).toBe(true);
      await sound(screen, 'template-faults');
      await words.fill(before.replace('Firmo en', 'Leído este documento, firmo en'));
      await page
        .getByLabel('Texto del documento')
        .getByText('Leído este documento, firmo en')
        .waitFor();
      await sound(screen, 'template-editor');
      await page.getByRole('button', { name: 'Publicar' }).click();
      await page.getByLabel('Motivo del cambio').fill('Más claro para quien firma');
      await page.getByRole('dialog').getByRole('button', { name: 'Publicar' }).click();
      await page.getByText('Más claro para quien firma').waitFor();
      await page.getByRole('button', { name: 'Partir de la versión 1' }).waitFor();
      await screen.close();

      const phone = await stage.page({ as: 'directora.dgc', viewport: PHONE });
      await phone.goto('/templates/consent_form');
      await phone.page
        .getByLabel('Texto del documento')
        .getByText('Leído este documento')
        .waitFor();
      await sound(phone, 'template-editor-phone');
      await phone.close();
    },
    PATIENCE,
  );

  it(
    'whoever holds a paper learns on a public page that it is genuine, and nothing else',
    async () => {
      const draft = await officer.post(`/cases/${caseId}/papers`, {
        kind: 'visit_record',
        includeRestricted: false,
      });
      const id = draft.body.id as string;
      await officer.post(`/papers/${id}/issue`, undefined, { 'if-match': '"1"' });
      const pdf = await file(id);
      const code = /verificación: ([0-9A-Z-]{23})/.exec(readPdf(pdf).pages.join())![1]!;
      const folder = mkdtempSync(join(tmpdir(), 'amparo-paper-'));
      writeFileSync(join(folder, 'mine.pdf'), pdf);
      writeFileSync(join(folder, 'altered.pdf'), Buffer.concat([pdf, Buffer.from(' ')]));

      for (const viewport of [DESKTOP, PHONE]) {
        const name = viewport === PHONE ? 'verify-phone' : 'verify';
        const screen = await stage.page({ viewport });
        const { page } = screen;
        await screen.goto(`/verificar#${code}`);
        expect(await page.getByLabel('Código de verificación').inputValue()).toBe(code);
        await page.locator('input[type=file]').setInputFiles(join(folder, 'mine.pdf'));
        await page.getByRole('button', { name: 'Verificar' }).click();
        await page.getByText('El documento es auténtico').waitFor();
        await page.getByText('El archivo es el que se emitió, sin cambios.').waitFor();
        await page.getByText('Acta de visita consular').waitFor();
        expect(await page.getByText('Quispe').count()).toBe(0);
        await sound(screen, name);
        await page.locator('input[type=file]').setInputFiles(join(folder, 'altered.pdf'));
        await page.getByRole('button', { name: 'Verificar' }).click();
        await page.getByText('El archivo no es igual al que se emitió.').waitFor();
        await page.getByLabel('Código de verificación').fill('AAAAA-AAAAA-AAAAA-AAAAA');
        await page.getByRole('button', { name: 'Verificar' }).click();
        await page.getByText('No hay un documento con ese código').waitFor();
        await page.getByRole('button', { name: 'In English' }).click();
        await page.getByText('No document has that code').waitFor();
        await sound(screen, `${name}-unknown`);
        await screen.close();
      }
    },
    PATIENCE,
  );
});
