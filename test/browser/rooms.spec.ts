import { gzipSync } from 'node:zlib';
import { DESKTOP, PHONE, Stage, type Screen } from './support/browser';

const LANGUAGES = ['es', 'en'] as const;
const WIDTHS = { desktop: DESKTOP, phone: PHONE };

/** Every room, with who enters it and, where the plain page says little, what is done first. */
const ROOMS: {
  name: string;
  as?: string;
  path: string;
  then?: (screen: Screen) => Promise<void>;
}[] = [
  { name: 'sign-in', path: '/sign-in' },
  { name: 'my-day', as: 'oficial.mad', path: '/' },
  { name: 'notices', as: 'oficial.mad', path: '/', then: (s) => press(s, /^(Avisos|Notices)/) },
  { name: 'account', as: 'oficial.mad', path: '/', then: (s) => press(s, /^(Cuenta|Account)/) },
  { name: 'queue', as: 'oficial.mad', path: '/queue?view=all' },
  { name: 'queue-empty', as: 'oficial.mad', path: '/queue?view=on_hold' },
  { name: 'new-case', as: 'oficial.mad', path: '/cases/new', then: refuseEmpty },
  { name: 'case', as: 'jefe.mad', path: '/cases/{case}' },
  { name: 'case-acts', as: 'jefe.mad', path: '/cases/{case}', then: (s) => press(s, /…$/) },
  { name: 'act', as: 'jefe.mad', path: '/cases/{case}', then: openAct },
  { name: 'visit', as: 'oficial.mad', path: '/cases/{case}/visit' },
  { name: 'visit-denied', as: 'oficial.mad', path: '/cases/{case}/visit', then: deny },
  { name: 'people', as: 'oficial.mad', path: '/people', then: search },
  { name: 'sealed', as: 'proteccion', path: '/sealed' },
  { name: 'world', as: 'directora.dgc', path: '/world' },
  { name: 'list', as: 'directora.dgc', path: '/cases?view=overdue' },
  { name: 'policies', as: 'directora.dgc', path: '/policies' },
  { name: 'policies-protection', as: 'directora.dgc', path: '/policies?tab=protection' },
  { name: 'policy-editor', as: 'directora.dgc', path: '/policies', then: preparePolicy },
  { name: 'jobs', as: 'admin', path: '/jobs' },
  { name: 'forbidden', as: 'oficial.mad', path: '/jobs' },
  { name: 'not-found', as: 'oficial.mad', path: '/no-such-room' },
];

async function press({ page }: Screen, name: RegExp): Promise<void> {
  await page.getByRole('button', { name }).first().click();
  await page.locator('[role=menu], [role=dialog]').first().waitFor();
}

async function refuseEmpty({ page }: Screen): Promise<void> {
  await page.locator('button[type=submit]').click();
  await page.locator('[aria-invalid="true"]').first().waitFor();
}

async function openAct({ page }: Screen): Promise<void> {
  await page.getByRole('button', { name: /^(Registrar|Record)…$/ }).click();
  await page.getByRole('menuitem', { name: /maltrato|mistreatment/ }).click();
  await page.getByRole('dialog').waitFor();
}

async function deny({ page }: Screen): Promise<void> {
  await page.getByLabel(/^(Resultado|Outcome)$/).selectOption('refused_by_authority');
}

async function search({ page }: Screen): Promise<void> {
  await page.getByRole('searchbox').fill('inventada persona');
  await page.getByText('Persona Inventada').waitFor();
}

async function preparePolicy({ page }: Screen): Promise<void> {
  await page.getByRole('button', { name: /nueva versión|new version/ }).click();
  await page.getByLabel(/^(Rige desde|In force from)/).waitFor();
}

describe('every room, for everybody', () => {
  let stage: Stage;
  let caseId: string;

  beforeAll(async () => {
    stage = await Stage.open();
    const officer = await stage.app.as('oficial.mad');
    const logged = await officer.post('/detentions', {
      postId: stage.app.staff.posts['MAD'],
      person: { givenNames: 'Persona', firstSurname: 'Inventada', birthDate: '1990-04-12', sex: 2 },
      type: 'criminal_detention',
      intakeChannel: 'host_notification',
      postNotifiedAt: '2026-02-20T12:00:00Z',
      noticeChannel: 'telephone',
      visitWish: 'yes',
      familyWish: 'no',
      facilityName: 'Centro Penitenciario de Ejemplo',
      city: 'Madrid',
      country: 'ES',
      stage: 'pretrial',
      charges: 'Cargos de ejemplo.',
    });
    caseId = logged.body.id as string;
    await officer.post(`/detentions/${caseId}/hearings`, {
      at: '2026-03-05T10:00:00Z',
      court: 'Juzgado de ejemplo',
      kind: 'preliminary',
    });
  });
  afterAll(() => stage.close());

  describe.each(LANGUAGES)('in %s', (language) => {
    it.each(ROOMS)('$name has no serious finding of axe, wide or narrow', async (room) => {
      const screen = await stage.page({ language, ...(room.as && { as: room.as }) });
      try {
        await screen.goto(room.path.replace('{case}', caseId));
        await room.then?.(screen);
        expect(await screen.page.locator('html').getAttribute('lang')).toBe(language);
        for (const [name, viewport] of Object.entries(WIDTHS)) {
          await screen.page.setViewportSize(viewport);
          expect(await screen.findings()).toEqual([]);
          expect(await screen.overflows()).toBe(false);
          await screen.picture(`${room.name}-${name}-${language}`);
        }
        expect(screen.complaints).toEqual([]);
      } finally {
        await screen.close();
      }
    });
  });

  it('is worked by keyboard alone: skip link, rooms, forms', async () => {
    const screen = await stage.page({ as: 'oficial.mad' });
    const { page } = screen;
    await screen.goto('/');
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Ir al contenido');
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.id')).toBe('main');
    await page.getByRole('main').getByRole('link', { name: 'Nuevo caso' }).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL('**/cases/new');
    await page.getByLabel('Nombres').waitFor();
    const focused = await page.evaluate<string>('document.activeElement.labels?.[0]?.textContent');
    expect(focused).toMatch(/^Nombres/);
    await screen.close();
  });

  it('loads less than 250 kB of compressed script for sign-in and My day', async () => {
    const screen = await stage.page({ as: 'oficial.mad' });
    const sizes: Promise<number>[] = [];
    screen.page.on('response', (response) => {
      if (response.request().resourceType() === 'script') {
        sizes.push(response.body().then((body) => gzipSync(body).length));
      }
    });
    await screen.goto('/');
    const total = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
    expect(total).toBeGreaterThan(0);
    expect(total).toBeLessThan(250_000);
    await screen.close();
  });
});
