import { inquiry, openMissingCase } from '../factories/missing-persons';
import { PHONE, Stage, type Screen } from './support/browser';

/** Each walks through several pages and has axe read them at two widths. */
const SLOW = 400_000;

describe('a missing person on screen', () => {
  let stage: Stage;
  let screen: Screen;

  beforeAll(async () => {
    stage = await Stage.open();
    screen = await stage.page({ as: 'oficial.mad' });
  });
  afterAll(() => stage.close());

  const button = (on: Screen, name: string) => on.page.getByRole('button', { name, exact: true });
  const field = (on: Screen, label: string) => on.page.getByLabel(new RegExp(`^${label}[ *]*$`));
  const save = async (on = screen) => {
    expect(await on.findings()).toEqual([]);
    await button(on, 'Guardar').click();
    await on.page.getByRole('dialog').waitFor({ state: 'detached' });
  };

  it(
    'is searched for once headquarters has verified who asks, and answered as the person allows',
    async () => {
      const { page } = screen;
      await screen.goto('/cases/new');
      await field(screen, 'Familia').selectOption('missing_person');
      await field(screen, 'Nombres').fill('Persona');
      await field(screen, 'Primer apellido').fill('Buscada');
      await field(screen, 'Nombres de quien solicita').fill('Rosa');
      await field(screen, 'Apellido de quien solicita').fill('Solicitante');
      await field(screen, 'Por qué se teme por la persona').fill('No responde hace diez días.');
      expect(await screen.findings()).toEqual([]);
      await button(screen, 'Registrar').click();
      await page.waitForURL(/\/cases\/[0-9a-f-]{36}$/);
      await page.getByText('Primero: la sede central comprueba el interés legítimo').waitFor();
      expect(await button(screen, 'Registrar una consulta').count()).toBe(0);
      expect(await button(screen, 'Registrar el interés legítimo').count()).toBe(0);
      expect(await screen.findings()).toEqual([]);

      const desk = await stage.page({ as: 'mesa.asn' });
      await desk.goto(new URL(page.url()).pathname);
      await button(desk, 'Registrar el interés legítimo').click();
      await field(desk, 'Decisión').selectOption('verified');
      await field(desk, 'Motivo').fill('Madre, con partida de nacimiento.');
      await save(desk);
      await desk.close();

      await page.reload();
      await button(screen, 'Registrar una consulta').click();
      await field(screen, 'Clase de autoridad').selectOption('police');
      await field(screen, 'Autoridad').fill('Policía Nacional');
      await save();
      await button(screen, 'Registrar la respuesta: Policía Nacional').click();
      await field(screen, 'Respuesta').fill('Consta un domicilio.');
      await save();
      await button(screen, 'Registrar el resultado').click();
      await field(screen, 'Resultado').selectOption('found_alive');
      await save();
      await page.getByText('Lo que se puede comunicar: Respuesta neutra').waitFor();

      await button(screen, 'Registrar su voluntad').click();
      await field(screen, 'Qué quiere').selectOption('authorises');
      await field(screen, 'Con quién autoriza el contacto').selectOption({
        label: 'Rosa Solicitante',
      });
      await page.getByRole('dialog').getByRole('checkbox').first().check();
      await save();
      await page.getByText('Lo que se puede comunicar: Autorización de la persona').waitFor();
      await button(screen, 'Registrar lo comunicado').click();
      await field(screen, 'Cómo').selectOption('telephone');
      await page.getByRole('dialog').getByRole('checkbox').nth(2).check();
      await field(screen, 'Lo que se dijo').fill('Está bien.');
      await button(screen, 'Guardar').click();
      await page.getByText('Nadie lo autoriza ni lo ordena.').waitFor();
      await page.getByRole('dialog').getByRole('checkbox').nth(2).uncheck();
      await page.getByRole('dialog').getByRole('checkbox').first().check();
      await save();
      await page.getByText('Está bien.').first().waitFor();
      expect(screen.complaints).toEqual([]);

      const colleague = await stage.page({ as: 'oficial2.mad' });
      await colleague.goto(new URL(page.url()).pathname);
      await colleague.page.getByText('El resultado es reservado').waitFor();
      const seen = await colleague.page.locator('body').innerText();
      for (const secret of ['Ubicada', 'Está bien', 'Consta un domicilio', 'Autoriza']) {
        expect(seen).not.toContain(secret);
      }
      await colleague.close();
    },
    SLOW,
  );

  it(
    'reads well in both languages, on a desk and on a telephone',
    async () => {
      const [officer, desk] = await Promise.all([
        stage.app.as('oficial.mad'),
        stage.app.as('mesa.asn'),
      ]);
      const { id, requesterPersonId } = await openMissingCase(
        officer,
        stage.app.staff.posts['MAD']!,
      );
      const act = (path: string, body: object, by = officer) =>
        by.post(`/missing-person-cases/${id}/${path}`, body);
      await act('interest-decisions', { decision: 'verified', reason: 'Madre.' }, desk);
      await act('inquiries', inquiry());
      await act('sightings', { place: 'Parque', account: 'La vieron.' });
      await act('results', { result: 'found_detained', place: 'Madrid' });
      const allows = ['identity', 'case_progress'];
      await act('wills', { will: 'authorises', recipientPersonId: requesterPersonId, allows });
      await act('court-orders', {
        ...{
          authority: 'Juzgado n.º 5',
          number: '77/2026',
          orderedOn: '2026-03-01',
          orders: ['location'],
        },
      });
      await act('requester-answers', { channel: 'letter' });
      for (const [address, name, as, opens] of [
        [`/cases/${id}`, 'missing-case', 'oficial.mad', 'Registrar su voluntad'],
        [
          '/policies?tab=protection',
          'missing-policy',
          'directora.dgc',
          'Cambiar la respuesta neutra',
        ],
      ] as const) {
        for (const language of ['es', 'en'] as const) {
          for (const viewport of [undefined, PHONE]) {
            const looking = await stage.page({ as, language, ...(viewport ? { viewport } : {}) });
            await looking.goto(address);
            await looking.page.getByRole('heading', { level: 2 }).first().waitFor();
            if (language === 'es') {
              const opener = button(looking, opens);
              await opener.focus();
              await looking.page.keyboard.press('Enter');
              await looking.page.getByRole('dialog').locator('form').waitFor();
            }
            const where = [name, language, viewport ? 320 : 1280];
            expect([...where, await looking.findings()]).toEqual([...where, []]);
            expect([...where, await looking.overflows()]).toEqual([...where, false]);
            await looking.picture(`${name}-${language}-${viewport ? 320 : 1280}`);
            expect(looking.complaints).toEqual([]);
            await looking.close();
          }
        }
      }
    },
    SLOW,
  );
});
