import { decision, kinTold, openDeathCase } from '../factories/deaths';
import { PHONE, Stage, type Screen } from './support/browser';

/** Each walks through several pages and has axe read them at two widths. */
const SLOW = 400_000;

describe('a death on screen', () => {
  let stage: Stage;
  let screen: Screen;

  beforeAll(async () => {
    stage = await Stage.open();
    screen = await stage.page({ as: 'oficial.mad' });
  });
  afterAll(() => stage.close());

  const press = (name: string) => screen.page.getByRole('button', { name, exact: true }).click();
  const saved = () => screen.page.getByRole('dialog').waitFor({ state: 'detached' });
  const save = async () => {
    expect(await screen.findings()).toEqual([]);
    await press('Guardar');
    await saved();
  };

  it(
    'goes from the call to the burial in Peru, the family first',
    async () => {
      const { page } = screen;
      // a required field has an asterisk after its name
      const field = (label: string) => page.getByLabel(new RegExp(`^${label}[ *]*$`));
      const fill = (label: string, text: string) => field(label).fill(text);
      const choose = (label: string, code: string) => field(label).selectOption(code);
      await screen.goto('/cases/new');
      await choose('Familia', 'death');
      await choose('Tipo', 'repatriation_of_remains');
      await fill('Nombres', 'Persona');
      await fill('Primer apellido', 'Inventada');
      await fill('Fecha del fallecimiento', '2026-03-01');
      await choose('Muerte', 'natural');
      await fill('Quién avisó y cómo ubicarle', 'Hospital La Paz');
      await fill('Familiares conocidos y su teléfono', 'Rosa Inventada, +51 999 999 999');
      expect(await screen.findings()).toEqual([]);
      await press('Registrar');
      await page.waitForURL(/\/cases\/[0-9a-f-]{36}$/);

      // before anything else of the panel
      const panel = page.locator('section', {
        has: page.getByRole('heading', { name: 'Fallecimiento', exact: true, level: 2 }),
      });
      await panel.getByText('Lo primero: avisar a la familia').waitFor();
      expect(await panel.getByRole('button').first().innerText()).toBe(
        'Registrar el aviso a la familia',
      );
      expect(await page.getByRole('button', { name: 'No se puede avisar a nadie' }).count()).toBe(
        0,
      );
      expect(await screen.findings()).toEqual([]);
      await press('Registrar el aviso a la familia');
      await page.getByRole('dialog').getByLabel('A quién se avisó').fill('Rosa Inventada');
      await page
        .getByRole('dialog')
        .getByLabel('Relación con la persona fallecida')
        .selectOption('child');
      await page.getByRole('dialog').getByLabel('Cómo').selectOption('telephone');
      await save();
      await page.getByText('Lo primero: avisar a la familia').waitFor({ state: 'detached' });

      await press('Registrar la decisión');
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('Decisión').selectOption('repatriate_remains');
      await dialog.getByLabel('Quién decidió').fill('Rosa Inventada');
      await dialog.getByLabel('Relación con la persona fallecida').selectOption('child');
      await dialog.getByLabel('Con qué derecho').fill('Hija, con partida de nacimiento');
      await save();
      await page.getByText('0 de 5 documentos resueltos').waitFor();

      await press('Registrar una cotización');
      await dialog.getByLabel('Funeraria').fill('Funeraria San Lucas');
      await dialog.getByLabel('Importe').fill('3450.50');
      await dialog.getByLabel('Moneda').fill('EUR');
      await save();
      await press('Elegir: Funeraria San Lucas');
      await save();
      await page.getByText('· Elegida').waitFor();

      const obtain = page.getByRole('button', { name: /^Obtenido: / });
      for (let left = 5; left > 1; left -= 1) {
        await obtain.first().click();
        await dialog.getByLabel('Número', { exact: true }).fill(`${left}/2026`);
        await press('Guardar');
        await saved();
        await page.getByText(`${6 - left} de 5 documentos resueltos`).waitFor();
      }
      await page.getByRole('button', { name: /^No corresponde: / }).click();
      await dialog.getByLabel('Motivo').fill('No hay tránsito por otro país.');
      await save();
      await page.getByText('5 de 5 documentos resueltos').waitFor();

      await press('Registrar un tramo');
      await dialog.getByLabel('Transportista').fill('Aerolínea');
      await dialog.getByLabel('Lugar de salida').fill('Madrid');
      await dialog.getByLabel('Lugar de llegada').fill('Lima');
      await dialog.getByLabel(/^Sale[ *]*$/).fill('2026-03-02T10:00');
      await dialog.getByLabel(/^Llega[ *]*$/).fill('2026-03-02T03:00');
      await press('Guardar');
      await dialog.getByText(/Llega antes de salir/).waitFor();
      await dialog.getByLabel(/^Llega[ *]*$/).fill('2026-03-02T16:00');
      await save();
      await page.getByText('Madrid – Lima · Aéreo').waitFor();

      await press('Registrar la recepción');
      await dialog.getByLabel('Quién recibe').fill('Luis Inventado');
      await dialog.getByLabel('Relación con la persona fallecida').selectOption('sibling');
      await dialog.getByLabel('Lugar en el Perú').fill('Lima');
      await dialog.getByLabel('Recibidos').fill('2026-03-02T10:00');
      await save();
      await press('Registrar el descanso');
      await dialog.getByLabel('Clase').selectOption('burial');
      await dialog.getByRole('combobox', { name: 'País' }).fill('Perú');
      await page.getByRole('option', { name: 'Perú', exact: true }).click();
      await dialog.getByLabel(/^Lugar[ *]*$/).fill('Cementerio El Ángel');
      await save();
      await page.getByText('Sepultura · Cementerio El Ángel').waitFor();
      expect(await screen.findings()).toEqual([]);
      expect(screen.complaints).toEqual([]);
    },
    SLOW,
  );

  it(
    'is told with the keyboard alone, and lets only the head say that nobody can be told',
    async () => {
      const officer = await stage.app.as('oficial.mad');
      const id = await openDeathCase(officer, stage.app.staff.posts['MAD']!);
      const head = await stage.page({ as: 'jefe.mad' });
      await head.goto(`/cases/${id}`);
      const button = head.page.getByRole('button', { name: 'No se puede avisar a nadie' });
      await button.focus();
      await head.page.keyboard.press('Enter');
      const reason = head.page.getByRole('dialog').getByLabel('Motivo');
      await reason.focus();
      await head.page.keyboard.type('No se conoce a ningún familiar.');
      await head.page.keyboard.press('Tab');
      while ((await head.page.evaluate('document.activeElement.textContent')) !== 'Guardar') {
        await head.page.keyboard.press('Tab');
      }
      await head.page.keyboard.press('Enter');
      await head.page.getByText('No se conoce a ningún familiar.').first().waitFor();
      expect(head.complaints).toEqual([]);
      await head.close();
    },
    SLOW,
  );

  it(
    'reads well in both languages, on a desk and on a telephone',
    async () => {
      const officer = await stage.app.as('oficial.mad');
      const id = await openDeathCase(officer, stage.app.staff.posts['MAD']!, {
        manner: 'violent',
        inCustody: true,
      });
      const act = (path: string, body: object) => officer.post(`/death-cases/${id}/${path}`, body);
      await act('kin-notices', kinTold());
      await act('remains-decisions', decision('repatriate_ashes'));
      await act('funeral-quotes', {
        funeralHome: 'San Lucas',
        amount: '10',
        currency: 'EUR',
        quotedOn: '2026-03-02',
      });
      await act('inquiries', {
        authority: 'Juzgado de Instrucción n.º 3 de Madrid',
        fileNumber: '45/2026',
      });
      await act('necropsies', { authority: 'Instituto de Medicina Legal', doneOn: '2026-03-02' });
      await act('effects', { description: 'Reloj y documentos', keptAt: 'Caja fuerte' });
      const unopened = await openDeathCase(officer, stage.app.staff.posts['MAD']!);
      for (const [address, name, as, opens] of [
        [`/cases/${id}`, 'death-case', 'oficial.mad', 'Registrar un tramo'],
        [`/cases/${unopened}`, 'death-first', 'oficial.mad', 'Registrar el aviso a la familia'],
        [
          '/policies?tab=documents',
          'death-requirements',
          'directora.dgc',
          'Cambiar los documentos',
        ],
      ] as const) {
        for (const language of ['es', 'en'] as const) {
          for (const viewport of [undefined, PHONE]) {
            const looking = await stage.page({ as, language, ...(viewport ? { viewport } : {}) });
            await looking.goto(address);
            await looking.page.getByRole('heading', { level: 2 }).first().waitFor();
            if (language === 'es') {
              await looking.page.getByRole('button', { name: opens, exact: true }).click();
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
