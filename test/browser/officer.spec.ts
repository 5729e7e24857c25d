import type { Locator } from 'playwright-core';
import { PASSWORD } from '../factories/staff';
import { Stage, type Screen } from './support/browser';

/** Fields and clicks that an officer spends; the promise is at most 25 for a detention. */
class Hand {
  spent = 0;

  async fill(field: Locator, text: string): Promise<void> {
    this.spent += 1;
    await field.fill(text);
  }

  async choose(field: Locator, code: string): Promise<void> {
    this.spent += 1;
    await field.selectOption(code);
  }

  async click(target: Locator): Promise<void> {
    this.spent += 1;
    await target.click();
  }
}

describe('an officer at the telephone', () => {
  let stage: Stage;
  let screen: Screen;

  beforeAll(async () => {
    stage = await Stage.open();
    screen = await stage.page();
  });
  afterAll(() => stage.close());

  it('is refused with a wrong password and told so', async () => {
    const { page } = screen;
    await screen.goto('/');
    expect(new URL(page.url()).pathname).toBe('/sign-in');
    await page.getByLabel('Usuario').fill('oficial.mad');
    await page.getByLabel('Contraseña', { exact: true }).fill('no-es-esta');
    await page.getByRole('button', { name: 'Ingresar' }).click();
    await page.getByRole('alert').waitFor();
  });

  it('signs in and sees the day', async () => {
    const { page } = screen;
    await page.getByLabel('Contraseña', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Ingresar' }).click();
    await page.getByRole('heading', { level: 1, name: 'Buen día, oficial.mad' }).waitFor();
    await page.getByText('Está al día').waitFor();
  });

  it('logs a detention in at most 25 fields and clicks', async () => {
    const { page } = screen;
    const hand = new Hand();
    await hand.click(page.getByRole('main').getByRole('link', { name: 'Nuevo caso' }));
    await hand.fill(page.getByLabel('Nombres'), 'Rosa María');
    await hand.fill(page.getByLabel('Primer apellido'), 'Ñahui');
    await hand.fill(page.getByLabel('Segundo apellido'), 'Quispe');
    await hand.fill(page.getByLabel('Fecha de nacimiento'), '1990-04-12');
    await hand.choose(page.getByLabel('Sexo'), '2');
    await hand.fill(page.getByLabel('Número'), '10117410');
    await hand.fill(page.getByLabel('Autoridad'), 'Comisaría de Carabanchel');
    await hand.fill(page.getByLabel('Detenida desde'), '2026-03-02T02:30');
    await hand.fill(
      page.getByRole('combobox', { name: 'Centro de detención' }),
      'Comisaría de Carabanchel',
    );
    await hand.fill(page.getByLabel('Ciudad'), 'Madrid');
    await hand.choose(page.getByLabel('Acusación'), 'property');
    const wished = page.getByRole('radiogroup', { name: '¿Desea visitas consulares?' });
    await hand.click(wished.getByText('Sí'));
    await hand.click(page.getByRole('button', { name: 'Registrar', exact: true }));

    await page.getByRole('heading', { level: 1, name: 'Rosa María Ñahui Quispe' }).waitFor();
    expect(hand.spent).toBeLessThanOrEqual(25);
    await page.getByText('MAD-2026-000001').first().waitFor();
    for (const duty of ['Primer contacto', 'Primera visita', 'Evaluación de vulnerabilidad']) {
      await page.getByRole('listitem').filter({ hasText: duty }).first().waitFor();
    }
    await screen.picture('case-after-logging');
  });

  it('leaves no draft behind and offers the same person next time', async () => {
    const { page } = screen;
    await screen.goto('/cases/new');
    expect(await page.getByLabel('Nombres').inputValue()).toBe('');
    await page.getByLabel('Nombres').fill('Rosa');
    await page.getByLabel('Primer apellido').fill('Nahui Kispe');
    await page.getByText('Rosa María Ñahui Quispe').waitFor();
    await screen.picture('duplicates-while-typing');
    await page.reload();
    await page.getByText('Borrador guardado en esta pestaña').waitFor();
    expect(await page.getByLabel('Nombres').inputValue()).toBe('Rosa');
    await page.getByRole('button', { name: 'Empezar de nuevo' }).click();
  });

  it('shows a refusal of the API at its field and keeps what was typed', async () => {
    const { page } = screen;
    await screen.goto('/cases/new');
    await page.getByLabel('Nombres').fill('José');
    await page.getByLabel('Primer apellido').fill('Huamán');
    await page.getByLabel('Detenida desde').fill('2026-03-03T09:00');
    await page.getByRole('button', { name: 'Registrar', exact: true }).click();
    const field = page.getByLabel('Detenida desde');
    await page.locator('[aria-invalid="true"]').first().waitFor();
    expect(await field.getAttribute('aria-invalid')).toBe('true');
    expect(await page.getByLabel('Nombres').inputValue()).toBe('José');
  });

  it('records the visit, and the next one is planned', async () => {
    const { page } = screen;
    await screen.goto('/queue?view=all');
    await page.getByRole('link', { name: 'Rosa María Ñahui Quispe' }).click();
    await page.getByRole('link', { name: 'Registrar visita' }).click();
    await page.getByLabel('Estado de salud').selectOption('concern');
    await page.getByLabel('Estado de salud: qué se observó').fill('Refiere dolor de espalda.');
    await page.getByText('Medicinas', { exact: true }).click();
    await page.getByLabel('Próximos pasos').fill('Pedir revisión médica.');
    await screen.picture('visit-filled-in');
    await page.getByRole('button', { name: 'Guardar visita' }).click();
    await page.getByRole('heading', { level: 1, name: 'Rosa María Ñahui Quispe' }).waitFor();
    await page.getByText('Visita periódica').first().waitFor();
    expect(await page.getByText('Sin visita', { exact: true }).count()).toBe(0);
    await screen.picture('case-after-visit');
  });

  it('finds the person by a misspelt name', async () => {
    const { page } = screen;
    await screen.goto('/people');
    await page.getByLabel('Nombre o número de documento').fill('naui kispe rosa');
    await page.getByText('Rosa María Ñahui Quispe').waitFor();
    expect(page.url()).not.toContain('naui');
    await page.getByRole('button', { name: 'Ver casos de Rosa María Ñahui Quispe' }).click();
    await page.getByRole('link', { name: 'MAD-2026-000001' }).waitFor();
  });

  it('reads everything in English one click away', async () => {
    const { page } = screen;
    await page.getByRole('button', { name: 'Cuenta de oficial.mad' }).click();
    await page.getByRole('menuitem', { name: 'In English' }).click();
    await page.getByRole('heading', { level: 1, name: 'Find a person' }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
  });

  it('signs out and leaves nothing in the tab', async () => {
    const { page } = screen;
    await page.getByRole('button', { name: 'Account of oficial.mad' }).click();
    await page.getByRole('menuitem', { name: 'Sign out', exact: true }).click();
    await page.getByRole('button', { name: 'Sign in' }).waitFor();
    expect(await page.evaluate('sessionStorage.length')).toBe(0);
    expect(screen.complaints).toEqual([]);
  });
});
