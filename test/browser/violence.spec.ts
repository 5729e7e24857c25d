import { incident, openViolenceCase, riskAnswers, safeContact } from '../factories/violence-cases';
import { PHONE, Stage, type Screen } from './support/browser';

/** Each walks through several pages and has axe read them at two widths. */
const SLOW = 400_000;

describe('a case of gender violence on screen', () => {
  let stage: Stage;
  let screen: Screen;

  beforeAll(async () => {
    stage = await Stage.open();
    screen = await stage.page({ as: 'oficial.mad' });
  });
  afterAll(() => stage.close());

  const press = (name: string) => screen.page.getByRole('button', { name, exact: true }).click();
  const saved = () => screen.page.getByRole('dialog').waitFor({ state: 'detached' });

  /** No serious finding of axe, no sideways scrolling, at both widths and in both languages. */
  async function sound(address: string, name: string, opens?: string): Promise<void> {
    for (const language of ['es', 'en'] as const) {
      for (const [width, viewport] of [
        ['1280', undefined],
        ['320', PHONE],
      ] as const) {
        const looking = await stage.page({
          as: 'oficial.mad',
          language,
          ...(viewport ? { viewport } : {}),
        });
        await looking.goto(address);
        if (opens && language === 'es') {
          await looking.page.getByRole('button', { name: opens, exact: true }).click();
          await looking.page.getByRole('dialog').locator('form').waitFor();
        }
        expect([name, language, width, await looking.findings()]).toEqual([
          name,
          language,
          width,
          [],
        ]);
        expect([name, language, width, await looking.overflows()]).toEqual([
          name,
          language,
          width,
          false,
        ]);
        await looking.picture(`${name}-${language}-${width}`);
        expect(looking.complaints).toEqual([]);
        await looking.close();
      }
    }
  }

  it(
    'is opened with the story told once and a safe way to call, and leaves no draft behind',
    async () => {
      const { page } = screen;
      await screen.goto('/cases/new');
      await page.getByLabel('Familia', { exact: true }).selectOption('gender_violence');
      await page.getByText('Caso sellado: solo lo ven las personas de su círculo.').waitFor();
      await page.getByLabel('Tipo', { exact: true }).selectOption('family_violence');
      await page.getByLabel('Nombres').fill('Persona');
      await page.getByLabel('Primer apellido').fill('Inventada');
      await page.getByRole('switch', { name: 'Registrar ahora cómo contactarla' }).check();
      await page.getByLabel('Número o dirección del medio 1').fill('+34 612 34 56 78');
      await page.getByLabel('Palabra clave').fill('girasol');
      await page.getByLabel('Mensaje neutro').fill('Le llama el Consulado');
      await page.getByLabel('Relato de la persona').fill('Lo que contó, una sola vez.');
      expect(await screen.findings()).toEqual([]);
      expect(
        await page.evaluate(
          `Object.values(sessionStorage).some((kept) => kept.includes('una sola vez'))`,
        ),
      ).toBe(false);
      await press('Registrar');
      await page.getByText('El texto deja ver quién escribe o para qué').waitFor();
      await page.getByLabel('Mensaje neutro').fill('');
      await press('Registrar');
      await page.waitForURL(/\/cases\/[0-9a-f-]{36}$/);
      await page.getByRole('heading', { name: 'Contacto seguro' }).waitFor();
      await page.getByText('Lo que contó, una sola vez.').waitFor();
      expect(await page.getByText('Lo que contó, una sola vez.').count()).toBe(1);
      expect(await page.getByText('girasol').count()).toBe(0);
      await press('Ver: Palabra clave');
      await page.getByText('girasol').waitFor();
    },
    SLOW,
  );

  it(
    'is worked step by step: risk, plan, measure, incident',
    async () => {
      const { page } = screen;
      const officer = await stage.app.as('oficial.mad');
      const id = await openViolenceCase(officer, stage.app.staff.posts['MAD']!);
      await screen.goto(`/cases/${id}`);
      await page.getByText('Procedimiento: el siguiente paso').waitFor();

      await press('Valorar el riesgo');
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('radio', { name: 'No se sabe' }).first().waitFor();
      expect(await screen.findings()).toEqual([]);
      const unknown = dialog.getByRole('radio', { name: 'No se sabe' });
      for (let i = 0; i < (await unknown.count()); i += 1) await unknown.nth(i).check();
      await dialog
        .getByRole('radiogroup', { name: /asfixiar/ })
        .getByRole('radio', { name: 'Sí' })
        .check();
      await press('Guardar');
      await saved();
      await page.getByText('Extremo', { exact: true }).first().waitFor();

      await press('Escribir el plan');
      await page.getByLabel('Lugar seguro').fill('Casa de una amiga');
      expect(await screen.findings()).toEqual([]);
      await press('Guardar');
      await saved();
      await page.getByText('Casa de una amiga').waitFor();

      await press('Registrar una medida');
      await page.getByLabel('Clase').selectOption('restraining_order');
      await page.getByLabel('Autoridad').fill('Juzgado n.º 1');
      await page.getByLabel('Concedida el').fill('2026-03-02');
      await page.getByLabel('Vence el').fill('2026-06-30');
      expect(await screen.findings()).toEqual([]);
      await press('Guardar');
      await saved();
      await page.getByText('Prohibición de acercamiento · Vigente').first().waitFor();
      await page.getByRole('button', { name: 'Renovar: Prohibición de acercamiento' }).waitFor();

      await press('Registrar un hecho');
      await page.getByLabel('Física').check();
      await page.getByLabel('Acto principal').selectOption('physical_assault');
      await page.getByLabel('Contexto').selectOption('family');
      await page.getByLabel('Relación con la persona').selectOption('partner');
      expect(await screen.findings()).toEqual([]);
      await press('Guardar');
      await saved();
      await page.getByText('Agresión física').first().waitFor();
      expect(screen.complaints).toEqual([]);
    },
    SLOW,
  );

  it(
    'offers the agreed way to call, and says why another is refused',
    async () => {
      const { page } = screen;
      const officer = await stage.app.as('oficial.mad');
      const id = await openViolenceCase(officer, stage.app.staff.posts['MAD']!, {
        safeContact: safeContact(),
      });
      await screen.goto(`/cases/${id}?tab=people`);
      await press('Registrar intento');
      await page.getByLabel('Resultado').selectOption('reached');
      await page.getByLabel('¿Dijo la palabra clave?').selectOption('true');
      expect(await screen.findings()).toEqual([]);
      await page.getByLabel('Medio y número').selectOption('other');
      await page.getByLabel('Número o dirección').fill('+34 699 99 99 99');
      await press('Guardar');
      await page.getByText('Ese número o dirección no se puede usar').waitFor();
      await page.getByLabel('Peligro de vida').waitFor();
      expect(await screen.findings()).toEqual([]);
      await page.getByLabel('Medio y número').selectOption('0');
      await press('Guardar');
      await saved();
      await page.getByText('dijo la palabra clave').first().waitFor();
    },
    SLOW,
  );

  it(
    'reads well in both languages, on a desk and on a telephone',
    async () => {
      const officer = await stage.app.as('oficial.mad');
      const id = await openViolenceCase(officer, stage.app.staff.posts['MAD']!, {
        safeContact: safeContact({ hours: [{ days: [6, 7], from: '18:00', to: '20:00' }] }),
        incident: incident(),
        person: { givenNames: 'Persona', firstSurname: 'Completa', sex: 9 },
      });
      const act = (path: string, body: object) =>
        officer.post(`/violence-cases/${id}/${path}`, body);
      await act('risk-assessments', await riskAnswers(officer, 'unknown', { choking: 'yes' }));
      await act('safety-plans', { basedOn: 0, safePlace: 'Casa de una amiga', other: 'x' });
      await act('protection-measures', {
        kind: 'restraining_order',
        authority: 'Juzgado n.º 1',
        grantedOn: '2026-03-01',
        expiresOn: '2026-06-30',
      });
      await act('services', {
        service: 'psychological',
        state: 'requested',
        institution: 'Centro de la mujer',
        requestedOn: '2026-03-01',
      });
      await act('returns', { institution: 'CEM de Arequipa' });
      await act('outcomes', { outcome: 'guidance' });
      await sound(`/cases/${id}`, 'violence');
      await sound(`/cases/${id}`, 'violence-risk', 'Valorar el riesgo');
      await sound(`/cases/${id}`, 'violence-contact', 'Cambiar');
    },
    SLOW,
  );
});
