import { PHONE, Stage, type Screen } from './support/browser';

/** Each walks through several pages and has axe read them at two widths. */
const SLOW = 300_000;

describe('who sees a case, what may be shared, how vulnerable the person is', () => {
  let stage: Stage;
  let screen: Screen;
  let caseId: string;

  beforeAll(async () => {
    stage = await Stage.open();
    const officer = await stage.app.as('oficial.mad');
    const logged = await officer.post('/detentions', {
      postId: stage.app.staff.posts['MAD'],
      person: { givenNames: 'Persona', firstSurname: 'Inventada', sex: 2, birthDate: '1990-01-01' },
      type: 'criminal_detention',
      intakeChannel: 'host_notification',
      postNotifiedAt: '2026-03-02T08:00:00Z',
      noticeChannel: 'telephone',
      visitWish: 'yes',
      familyWish: 'not_asked',
      country: 'ES',
      stage: 'arrested',
    });
    caseId = logged.body.id as string;
    screen = await stage.page({ as: 'oficial.mad' });
  });
  afterAll(() => stage.close());

  const press = (name: string) => screen.page.getByRole('button', { name, exact: true }).click();
  const saved = () => screen.page.getByRole('dialog').waitFor({ state: 'detached' });

  /** No serious finding of axe, no sideways scrolling, at both widths. */
  async function sound(address: string, name: string): Promise<void> {
    for (const [width, viewport] of [
      ['1280', undefined],
      ['320', PHONE],
    ] as const) {
      const looking = await stage.page({ as: 'oficial.mad', ...(viewport ? { viewport } : {}) });
      await looking.goto(address);
      expect(await looking.findings()).toEqual([]);
      expect(await looking.overflows()).toBe(false);
      await looking.picture(`${name}-${width}`);
      await looking.close();
    }
  }

  it(
    'signs an assessment, shows it with the one before it, and raises the case',
    async () => {
      const { page } = screen;
      await screen.goto(`/cases/${caseId}`);
      for (const conclusion of ['indigence', 'extreme_need']) {
        await press('Nueva evaluación');
        const dialog = page.getByRole('dialog');
        await dialog.getByLabel('Conclusión').selectOption(conclusion);
        await dialog.getByLabel('Vivienda').selectOption('street');
        expect(await screen.findings()).toEqual([]);
        await press('Firmar');
        await saved();
      }
      await page.getByText('Urgente').first().waitFor();
      await page.getByText('versión 2').waitFor();
      await press('Ver la anterior');
      await page.getByText('versión 1').waitFor();
      await screen.goto('/queue?view=raised');
      await page.getByRole('link', { name: 'Persona Inventada' }).first().waitFor();
      await sound(`/cases/${caseId}`, 'assessment');
    },
    SLOW,
  );

  it('asks for what exposes the person when vulnerability is concluded', async () => {
    const { page } = screen;
    await screen.goto(`/cases/${caseId}`);
    await press('Nueva evaluación');
    await press('Firmar');
    await page.getByText('Indique la circunstancia o la condición personal').waitFor();
    await page.keyboard.press('Escape');
  });

  it(
    'records a consent, shares on it, withdraws it, and then shares no more',
    async () => {
      const { page } = screen;
      await screen.goto(`/cases/${caseId}?tab=access`);
      await page.getByText('Nadie ha consentido todavía').waitFor();
      await press('Registrar consentimiento');
      await page.getByLabel('Nombre de quien recibe').fill('Su hermana');
      expect(await screen.findings()).toEqual([]);
      await press('Guardar');
      await saved();
      await page.getByText('Familia: Su hermana', { exact: true }).waitFor();

      const share = async () => {
        await press('Registrar comunicación');
        const dialog = page.getByRole('dialog');
        await dialog.getByLabel('Para qué').selectOption('inform_family');
        await dialog.getByLabel('A quién', { exact: true }).selectOption('family');
        await dialog.getByLabel('Nombre de quien recibió').fill('su HERMANA');
        await dialog.getByLabel('Identidad').check();
        await press('Guardar');
      };
      await share();
      await saved();
      await page.getByText('Familia: su HERMANA', { exact: true }).waitFor();

      await press('Retirar el consentimiento: Informar a la familia');
      await press('Retirar');
      await saved();
      await page.getByText('retirado', { exact: true }).first().waitFor();
      await share();
      await page.getByText('El consentimiento se retiró.').waitFor();
      await page.keyboard.press('Escape');
      await page.getByText('Consentimiento retirado', { exact: true }).first().waitFor();
      await sound(`/cases/${caseId}?tab=access`, 'access');
    },
    SLOW,
  );

  it(
    'admits a colleague and ends it with a reason; seals the case with a random number',
    async () => {
      const { page } = screen;
      await screen.goto(`/cases/${caseId}?tab=access`);
      await page.getByRole('heading', { name: 'Quiénes lo han leído' }).waitFor();
      await page.getByText(/^oficial\.mad · \d+ veces · última:/).waitFor();
      await press('Dar acceso');
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('combobox', { name: 'A quién' }).click();
      await page.getByRole('option', { name: /^oficial2\.mad/ }).click();
      await dialog.getByLabel('Motivo').fill('Conoce el penal');
      await press('Guardar');
      await saved();
      await page.getByText('Conoce el penal').waitFor();
      await press('Terminar el acceso de oficial2.mad');
      await page.getByRole('dialog').getByLabel('Motivo').fill('Ya no hace falta');
      await press('Terminar');
      await saved();
      await page.getByText('Terminó oficial.mad: Ya no hace falta').waitFor();

      await press('Cambiar reserva');
      await page.getByRole('dialog').getByLabel('Nivel de reserva').selectOption('sealed');
      await page.getByRole('dialog').getByLabel('Motivo').fill('Amenazas');
      expect(await screen.findings()).toEqual([]);
      await press('Guardar');
      await saved();
      await page.getByText(/^S-[0-9A-Z]{8}$/).waitFor();
      await page.getByText(/^Números anteriores: MAD-2026-/).waitFor();

      // its own view of the queue, and no number's list
      await screen.goto('/queue?view=sealed');
      await page.getByRole('link', { name: 'Persona Inventada' }).first().waitFor();

      const outside = await stage.page({ as: 'oficial2.mad' });
      await outside.page.goto(`/cases/${caseId}`);
      await outside.page.getByRole('heading', { name: 'No encontramos esta página' }).waitFor();
      expect(screen.complaints).toEqual([]);
    },
    SLOW,
  );
});
