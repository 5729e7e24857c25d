import { openCase } from '../factories/open-cases';
import { DESKTOP, PHONE, Stage } from './support/browser';

/** Screens, axe and pictures one after the other, on whatever machine. */
jest.setTimeout(240_000);

const WORDS = {
  es: {
    title: 'Cifras de casos',
    family: 'Familia',
    back: 'Volver a Cifras',
    opened: 'Casos abiertos en esos días',
    answers: 'Casos abiertos, según sus datos',
    silent: 'No consta',
  },
  en: {
    title: 'Figures of cases',
    family: 'Family',
    back: 'Back to Figures',
    opened: 'Cases opened in these days',
    answers: 'Cases opened, by their facts',
    silent: 'Not stated',
  },
};

describe('figures of cases', () => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await Stage.open();
    const { app } = stage;
    const officer = await app.as('oficial.mad');
    const post = app.staff.posts['MAD']!;
    const of = (family: string, type: string, values: object) =>
      openCase(officer, post, { family, type, values });
    const robbed = await of('crime_victim', 'robbery', { reported: 'yes', lost: ['passport'] });
    // whoever opens it at headquarters attends nobody: it waits, and may be dismissed
    const doubled = await openCase(await app.as('mesa.asn'), post, {
      family: 'crime_victim',
      type: 'fraud',
      values: { reported: 'yes' },
    });
    await of('crime_victim', 'robbery', { reported: 'not_yet' });
    await of('destitution', 'stranded', { needs: ['food', 'return'] });
    await officer.post(`/cases/${robbed}/actions`, { action: 'call' });
    await officer.post(`/cases/${robbed}/actions`, { action: 'call' });
    const head = await app.as('jefe.mad');
    const dismissed = await head.post(`/cases/${doubled}/dismissal`, { reason: 'duplicate' });
    expect(dismissed.status).toBe(200);
    await app.owner.query(`UPDATE cases SET recorded_at = '2026-03-02T08:00:00Z'`);
  });
  afterAll(() => stage.close());

  it('open for each number the list that it counted, and lead back to it', async () => {
    const screen = await stage.page({ as: 'jefe.mad' });
    const { page } = screen;
    await screen.goto('/');
    await page.getByRole('link', { name: 'Cifras' }).click();
    await page.getByRole('heading', { level: 1, name: 'Cifras de casos' }).waitFor();
    await page.getByLabel('Familia').selectOption('crime_victim');
    await page
      .getByRole('heading', { level: 2, name: 'Casos abiertos, según sus datos' })
      .waitFor();
    for (const [number, cases, heading] of [
      ['2 · Casos abiertos en esos días, Robo o hurto, Casos', 2, 'Casos abiertos'],
      ['3 · Casos abiertos en esos días, Total, Casos', 3, 'Casos abiertos'],
      ['1 · Casos que terminaron, Desestimado, Casos', 1, 'Casos terminados'],
      ['1 · Asistencias, Llamada, Casos', 1, 'Casos con asistencia'],
      ['2 · Qué perdió, No consta, Casos', 2, 'Casos abiertos'],
    ] as const) {
      await page.getByRole('link', { name: number, exact: true }).click();
      await page.getByRole('heading', { level: 1, name: heading }).waitFor();
      await page
        .getByRole('status')
        .filter({ hasText: `${cases} caso` })
        .waitFor();
      expect([number, await page.getByRole('row').count()]).toEqual([number, cases + 1]);
      await page.getByRole('link', { name: 'Volver a Cifras' }).click();
      await page.getByRole('heading', { level: 1, name: 'Cifras de casos' }).waitFor();
      expect(await page.getByLabel('Familia').inputValue()).toBe('crime_victim');
    }
    expect(screen.complaints).toEqual([]);
  });

  it('are of the days asked, and say when these are no range', async () => {
    const director = await stage.page({ as: 'directora.dgc' });
    const { page } = director;
    await director.goto('/figures?from=2026-02-01&to=2026-02-28');
    await page.getByText('Ninguno en esos días').first().waitFor();
    await page.getByLabel('Hasta').fill('2026-01-01');
    await page.getByText('No puede ser anterior al inicio.').waitFor();
    await page.getByLabel('Hasta').fill('2026-03-02');
    await page
      .getByRole('link', { name: '4 · Casos abiertos en esos días, Total, Casos' })
      .waitFor();
    await director.close();
  });

  it('are not among the rooms of an officer', async () => {
    const officer = await stage.page({ as: 'oficial.mad' });
    await officer.goto('/');
    expect(await officer.page.getByRole('link', { name: 'Cifras' }).count()).toBe(0);
    await officer.close();
  });

  it.each(
    (['es', 'en'] as const).flatMap((language) =>
      [DESKTOP, PHONE].map((viewport) => [language, viewport.width, viewport] as const),
    ),
  )('read well in %s at %i px', async (language, width, viewport) => {
    const words = WORDS[language];
    const screen = await stage.page({ as: 'directora.dgc', language, viewport });
    const { page } = screen;
    await screen.goto('/figures');
    await page.getByRole('heading', { level: 2, name: words.opened }).waitFor();
    await screen.picture(`figures-${language}-${width}`);
    expect([await screen.overflows(), await screen.findings()]).toEqual([false, []]);
    await page.getByLabel(words.family, { exact: true }).selectOption('crime_victim');
    await page.getByRole('heading', { level: 2, name: words.answers }).waitFor();
    await page.getByRole('rowheader', { name: words.silent }).first().waitFor();
    await screen.picture(`figures-family-${language}-${width}`);
    expect([await screen.overflows(), await screen.findings()]).toEqual([false, []]);
    await page
      .getByRole('link', { name: new RegExp(`, ${words.silent}, `) })
      .first()
      .click();
    await page.getByRole('link', { name: words.back }).waitFor();
    await screen.settled();
    await screen.picture(`figures-list-${language}-${width}`);
    expect([await screen.overflows(), await screen.findings()]).toEqual([false, []]);
    expect(screen.complaints).toEqual([]);
    await screen.close();
  });
});
