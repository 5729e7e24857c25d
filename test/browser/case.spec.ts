import type { Client } from '../support/client';
import { Stage, type Screen } from './support/browser';

describe('working a case', () => {
  let stage: Stage;
  let screen: Screen;
  let head: Client;
  let caseId: string;

  beforeAll(async () => {
    stage = await Stage.open();
    head = await stage.app.as('jefe.mad');
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
    await screen.goto(`/cases/${caseId}`);
  });
  afterAll(() => stage.close());

  const choose = async (menu: string, act: string): Promise<void> => {
    await screen.page.getByRole('button', { name: menu }).click();
    await screen.page.getByRole('menuitem', { name: act, exact: true }).click();
    await screen.page.getByRole('dialog').waitFor();
  };

  it('says why the family may not be told yet, and lets it once the person wishes so', async () => {
    const { page } = screen;
    await choose('Registrar…', 'Aviso a la familia');
    await page.getByText('La familia se avisa solo si la persona lo desea.').waitFor();
    await page.keyboard.press('Escape');
    await choose('Registrar…', 'Voluntad de la persona');
    await page.getByLabel('Sobre qué').selectOption('family');
    await page.getByRole('button', { name: 'Guardar' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByRole('listitem').filter({ hasText: 'Aviso a la familia' }).first().waitFor();
    await choose('Registrar…', 'Aviso a la familia');
    await page.getByLabel('A quién se avisó').fill('Su hermana');
    await page.getByRole('button', { name: 'Guardar' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByText('Familia avisada').waitFor();
  });

  it('shows what changed when someone saved first, and keeps what was typed', async () => {
    const { page } = screen;
    await choose('Caso…', 'Corregir lugar y resumen');
    await page.getByRole('textbox', { name: 'Resumen' }).fill('Lo que escribió el funcionario');
    const before = await head.get(`/cases/${caseId}`);
    await head.patch(
      `/cases/${caseId}`,
      { summary: 'Lo que guardó la jefa' },
      { 'if-match': before.headers.get('etag') ?? '' },
    );
    await page.getByRole('button', { name: 'Guardar' }).click();
    await page.getByText('Otra persona guardó cambios mientras escribía').waitFor();
    await page.getByText('jefe.mad cambió: Resumen').waitFor();
    expect(await page.getByRole('textbox', { name: 'Resumen' }).inputValue()).toBe(
      'Lo que escribió el funcionario',
    );
    await screen.picture('stale-save');
    await page.getByRole('button', { name: 'Guardar' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByText('Lo que escribió el funcionario').waitFor();
  });

  it('keeps a breach with its reason, which the head of post accepts', async () => {
    const { page } = screen;
    await page.getByRole('button', { name: 'Indicar motivo: Primera visita' }).click();
    await page.getByRole('dialog').getByLabel('Motivo').selectOption('distance');
    await page.getByRole('button', { name: 'Guardar' }).click();
    await page.getByText('Motivo: Distancia').waitFor();
    expect(await page.getByRole('button', { name: /^Aceptar motivo/ }).count()).toBe(0);

    const accepting = await stage.page({ as: 'jefe.mad' });
    await accepting.goto(`/cases/${caseId}`);
    await accepting.page.getByRole('button', { name: 'Aceptar motivo: Primera visita' }).click();
    await accepting.page.getByRole('dialog').getByLabel('Nota').fill('Conforme');
    await accepting.page.getByRole('button', { name: 'Guardar' }).click();
    await accepting.page.getByText('Motivo: Distancia · aceptado').waitFor();
  });

  it('records that access was denied, with the note verbale; headquarters sees the country', async () => {
    const { page } = screen;
    await screen.goto(`/cases/${caseId}/visit`);
    await page.getByLabel('Resultado').selectOption('refused_by_authority');
    await page.getByLabel('Cuándo').fill('2026-03-02T09:30');
    await page.getByLabel('Autoridad que lo impidió').fill('Dirección del centro');
    await page.getByLabel('Motivo que dio').fill('Falta de autorización');
    await page.getByLabel('La nota verbal ya fue enviada').check({ force: true });
    await page.getByRole('button', { name: 'Guardar visita' }).click();
    await page.getByRole('heading', { name: 'Notas verbales' }).waitFor();
    await page.getByRole('button', { name: 'Registrar respuesta' }).waitFor();

    const director = await stage.page({ as: 'directora.dgc' });
    await director.goto('/world');
    await director.page
      .getByRole('heading', { name: 'Acceso denegado en el último año, por país' })
      .waitFor();
    await director.page.getByRole('rowheader', { name: 'España' }).waitFor();
  });

  it('says why a case may not be closed yet', async () => {
    const { page } = screen;
    await choose('Caso…', 'Concluir');
    await page.getByText('Antes de concluir falta completar lo que indica “Qué sigue”.').waitFor();
    await page.keyboard.press('Escape');
    expect(screen.complaints).toEqual([]);
  });
});
