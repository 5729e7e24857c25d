import { addToCase, interests, openMinorCase, verifiedGuardian } from '../factories/minor-cases';
import { PHONE, Stage, type Screen } from './support/browser';

/** Each walks through several pages and has axe read them at two widths. */
const SLOW = 400_000;
/** More stops than any page has. */
const MANY_TABS = 150;

describe('the case of a child on screen', () => {
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
  async function sound(as: string, address: string, name: string, opens?: string): Promise<void> {
    for (const language of ['es', 'en'] as const) {
      for (const [width, viewport] of [
        ['1280', undefined],
        ['320', PHONE],
      ] as const) {
        const looking = await stage.page({ as, language, ...(viewport ? { viewport } : {}) });
        await looking.goto(address);
        if (opens && language === 'es') {
          await looking.page.getByRole('button', { name: opens, exact: true }).click();
          await looking.page.getByRole('dialog').locator('form').waitFor();
        }
        const seen = {
          findings: await looking.findings(),
          overflows: await looking.overflows(),
          complaints: looking.complaints,
        };
        await looking.picture(`${name}-${language}-${width}`);
        expect([name, language, width, seen]).toEqual([
          name,
          language,
          width,
          { findings: [], overflows: false, complaints: [] },
        ]);
        await looking.close();
      }
    }
  }

  it(
    'is opened with a presumed age, never for an adult, and leaves no draft behind',
    async () => {
      const { page } = screen;
      await screen.goto('/cases/new');
      await page.getByLabel('Familia', { exact: true }).selectOption('minor');
      await page.getByLabel('Tipo', { exact: true }).selectOption('minor_at_risk');
      await page.getByLabel('Nombres').fill('Criatura');
      await page.getByLabel('Primer apellido').fill('Inventada');
      await page.getByLabel('Con quién está ahora').selectOption('other_adult');
      await page.getByLabel('Primer relato').fill('Lo que se supo primero.');
      expect(await screen.findings()).toEqual([]);
      await press('Registrar');
      await page.getByText('Escriba la fecha de nacimiento o la edad que aparenta.').waitFor();
      await page.getByLabel('Edad que aparenta').fill('18');
      await press('Registrar');
      await page.getByText('abra un caso de otra familia').waitFor();
      await page.getByLabel('Edad que aparenta').fill('12');
      await page.getByLabel('Hay peligro para su vida').check();
      expect(
        await page.evaluate(
          `Object.values(sessionStorage).some((kept) => kept.includes('se supo primero'))`,
        ),
      ).toBe(false);
      await press('Registrar');
      await page.waitForURL(/\/cases\/[0-9a-f-]{36}$/);
      await page.getByRole('heading', { name: 'Interés superior' }).waitFor();
      await page.getByText('Con otra persona adulta').first().waitFor();
      await page.getByText('Actúe hoy').waitFor();
      expect(screen.complaints).toEqual([]);
    },
    SLOW,
  );

  it(
    'is worked step by step: interests, guardian, travel',
    async () => {
      const { page } = screen;
      const officer = await stage.app.as('oficial.mad');
      const { id } = await openMinorCase(officer, stage.app.staff.posts['MAD']!);
      await addToCase(officer, id, 'Madre');
      await screen.goto(`/cases/${id}`);
      await press('Evaluar el interés superior');
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('radio', { name: 'No se sabe' }).first().waitFor();
      expect(await screen.findings()).toEqual([]);
      const unknown = dialog.getByRole('radio', { name: 'No se sabe' });
      for (let i = 0; i < (await unknown.count()); i += 1) await unknown.nth(i).check();
      await page.getByLabel('Evaluación', { exact: true }).selectOption('full');
      await page.getByLabel('¿Se le escuchó?').selectOption('heard');
      await page.getByLabel('Lo que más le conviene').selectOption('reunification');
      await page.getByLabel('Por qué').fill('Su madre puede cuidarla.');
      await press('Guardar');
      await page.getByText('Escriba lo que dijo la niña, niño o adolescente.').waitFor();
      await page.getByLabel('Su opinión').fill('Quiere estar con su madre.');
      await press('Guardar');
      await saved();
      await page.getByText('Su opinión: Quiere estar con su madre.').waitFor();

      await press('Registrar un responsable');
      await page.getByLabel('Persona del caso').selectOption({ label: 'Madre Inventada' });
      await page.getByLabel('En virtud de').selectOption('parental_authority');
      await page.getByLabel('Autoridad', { exact: true }).fill('RENIEC');
      expect(await screen.findings()).toEqual([]);
      await press('Guardar');
      await saved();
      await page.getByText('todavía no se le puede informar').waitFor();
      await press('Verificar: Madre Inventada');
      await page.getByLabel('Decisión').selectOption('verified');
      await page.getByLabel('Motivo').fill('Se vio la partida.');
      await press('Guardar');
      await page.getByText('Falta el documento').waitFor();
      await press('Cancelar');
      await press('Corregir o renovar: Madre Inventada');
      await page.getByLabel('Número del documento').fill('12345678');
      await press('Guardar');
      await saved();
      await page.getByText('Corregido después').waitFor();
      await press('Verificar: Madre Inventada');
      await page.getByLabel('Decisión').selectOption('verified');
      await page.getByLabel('Motivo').fill('Se vio la partida.');
      await press('Guardar');
      await saved();
      await page.getByText(/· se le puede informar/).waitFor();

      await press('Registrar una autorización');
      await page.getByLabel('Clase').selectOption('parental');
      await page.getByLabel('Madre o padre').selectOption({ label: 'Madre Inventada' });
      await page.getByLabel('Forma').selectOption('notarial');
      await page.getByLabel('Notaría, consulado, juzgado o registro').fill('Notaría 12');
      await page.getByLabel('Número del documento').fill('44/2026');
      expect(await screen.findings()).toEqual([]);
      await press('Guardar');
      await saved();
      await page.getByText('Todavía no puede viajar al Perú. Falta el otro progenitor').waitFor();
      expect(screen.complaints).toEqual([]);
    },
    SLOW,
  );

  it(
    'is worked with the keyboard alone',
    async () => {
      const { page } = screen;
      const officer = await stage.app.as('oficial.mad');
      const { id } = await openMinorCase(officer, stage.app.staff.posts['MAD']!);
      await screen.goto(`/cases/${id}`);
      /** Goes on until the focus is on what has this name. */
      const tabTo = async (name: string): Promise<void> => {
        for (let i = 0; i < MANY_TABS; i += 1) {
          await page.keyboard.press('Tab');
          const at = (await page.evaluate(
            '(document.activeElement.labels?.[0] ?? document.activeElement).textContent',
          )) as string;
          if (at.replace(/ \*$/, '') === name) return;
        }
        throw new Error(`the keyboard does not reach ${name}`);
      };
      await tabTo('Registrar una orden');
      await page.keyboard.press('Enter');
      await page.getByRole('dialog').locator('form').waitFor();
      await tabTo('Autoridad');
      await page.keyboard.type('Junta de protección');
      await tabTo('Número de la orden');
      await page.keyboard.type('9/2026');
      await tabTo('Desde el');
      await page.keyboard.type('20022026');
      await tabTo('Dónde está');
      await page.keyboard.press('ArrowDown');
      await tabTo('Guardar');
      await page.keyboard.press('Enter');
      await saved();
      await page.getByText('Junta de protección').first().waitFor();
      await page.getByText('Centro de acogida').first().waitFor();
    },
    SLOW,
  );

  it(
    'says before a call who may not be told, and takes one in which nothing was',
    async () => {
      const { page } = screen;
      const officer = await stage.app.as('oficial.mad');
      const { id } = await openMinorCase(officer, stage.app.staff.posts['MAD']!);
      await addToCase(officer, id, 'Madre');
      await screen.goto(`/cases/${id}?tab=people`);
      await press('Registrar intento');
      await page.getByLabel('Persona', { exact: true }).selectOption({ label: 'Madre Inventada' });
      await page.getByLabel('Resultado').selectOption('reached');
      await press('Guardar');
      await page.getByText('Verifique primero que responde por el menor').first().waitFor();
      await page.getByLabel('No se dijo nada de la niña, niño o adolescente').check();
      expect(await screen.findings()).toEqual([]);
      await press('Guardar');
      await saved();
    },
    SLOW,
  );

  it(
    'reads well in both languages, on a desk and on a telephone',
    async () => {
      const officer = await stage.app.as('oficial.mad');
      const { id } = await openMinorCase(officer, stage.app.staff.posts['MAD']!, {
        type: 'custody_or_abduction',
        person: { givenNames: 'Casi', firstSurname: 'Adulta', birthDate: '2008-03-03', sex: 2 },
        dangerToLife: true,
      });
      const act = async (path: string, body: object) =>
        (await officer.post(`/minor-cases/${id}/${path}`, body)).body.id as string;
      const personId = await addToCase(officer, id, 'Madre');
      await act('interest-assessments', await interests(officer));
      await verifiedGuardian(officer, id, personId, { expiresOn: '2026-12-31' });
      const on = '2026-03-02';
      await act('travel-authorisations', {
        ...{ kind: 'parental', personId, form: 'consular', authority: 'Consulado', number: '1' },
        ...{ givenOn: on, destination: 'PE', travelFrom: on, travelTo: '2026-04-01' },
      });
      const care = await act('care-orders', {
        ...{ authority: 'Junta', since: on, placement: 'foster_family' },
      });
      await act(`care-orders/${care}/hearings`, { at: '2026-03-10T10:00:00Z', court: 'Juzgado' });
      await act(`care-orders/${care}/steps`, {
        ...{ step: 'consular_notification', takenOn: on, authority: 'Juzgado' },
      });
      const abduction = await act('abductions', {
        ...{ kind: 'removal', takenOn: '2026-01-15', fromCountry: 'PE', toCountry: 'ES' },
      });
      const step = { step: 'application_filed', takenOn: on, authority: 'MIMP' };
      await act(`abductions/${abduction}/steps`, step);
      await act('tracing-steps', { source: 'red_cross', askedOn: on });
      const relative = await act('located-relatives', { personId, relation: 'mother' });
      await act(`located-relatives/${relative}/decision`, { decision: 'verified', proof: 'x' });
      await act(`located-relatives/${relative}/assessments`, {
        ...{ suitability: 'suitable', institution: 'MIMP', report: 'Bien' },
      });
      await act('reunifications', { relativeId: relative, toCountry: 'ES' });
      await sound('oficial.mad', `/cases/${id}`, 'minor');
      await sound('oficial.mad', `/cases/${id}`, 'minor-interests', 'Evaluar el interés superior');
      await sound('oficial.mad', `/cases/${id}`, 'minor-guardian', 'Registrar un responsable');
      stage.app.clock.set('2026-03-03T09:00:00Z');
      await sound('oficial.mad', `/cases/${id}`, 'minor-of-age', 'Registrar qué sigue');
      stage.app.clock.set('2026-03-02T09:00:00Z');
    },
    SLOW,
  );

  it(
    'lets headquarters edit its questions and the list of States',
    async () => {
      await sound(
        'directora.dgc',
        '/policies?tab=protection',
        'minor-policies',
        'Cambiar la lista de Estados',
      );
      const desk = await stage.page({ as: 'directora.dgc' });
      await desk.goto('/policies?tab=protection');
      const { page } = desk;
      await page
        .getByRole('button', {
          name: 'Cambiar las preguntas: Evaluación del interés superior',
          exact: true,
        })
        .click();
      await page.getByLabel('Motivo del cambio').fill('Prueba');
      await page.getByLabel('Moderado desde').fill('5');
      await page.getByRole('button', { name: 'Guardar', exact: true }).click();
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      await page.getByText('Moderado desde 5, alto desde 10, extremo desde 20').waitFor();
      await desk.close();
    },
    SLOW,
  );
});
