import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { createTestApp, type TestApp } from '../../support/app';
import { FakeClock } from '../../support/fake-clock';

const ROOT = join(__dirname, '..', '..', '..');
const WEB = join(ROOT, 'dist', 'web');
/** Git-ignored: pictures for people to look at. */
const PICTURES = join(ROOT, 'test', '.results', 'screenshots');

/** What both the server and the browser take for the present. */
export const NOW = '2026-03-02T09:00:00Z';

export const DESKTOP = { width: 1280, height: 900 };
export const PHONE = { width: 320, height: 720 };

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const installed = (): string => {
  const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
  const found = [process.env['CHROMIUM_PATH'], ...places].find((path) => path && existsSync(path));
  if (!found) throw new Error('no Chromium here: install Debian package chromium');
  return found;
};

interface Viewing {
  as?: string;
  language?: 'es' | 'en';
  viewport?: { width: number; height: number };
}

/** The whole product as a person meets it: API and built screens on one port, and a browser. */
export class Stage {
  private constructor(
    readonly app: TestApp,
    private readonly browser: Browser,
  ) {}

  static async open(): Promise<Stage> {
    if (!existsSync(join(WEB, 'index.html'))) {
      const vite = join(ROOT, 'node_modules', 'vite', 'bin', 'vite.js');
      const config = join(ROOT, 'src', 'web', 'vite.config.ts');
      execFileSync(process.execPath, [vite, 'build', '-c', config], { cwd: ROOT, stdio: 'pipe' });
    }
    mkdirSync(PICTURES, { recursive: true });
    const app = await createTestApp({ webRoot: WEB, clock: new FakeClock(NOW) });
    const browser = await chromium.launch({ executablePath: installed(), args: FLAGS });
    return new Stage(app, browser);
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.app.close();
  }

  /** A page in a browser of its own, signed in unless nobody is named. */
  async page({ as, language = 'es', viewport = DESKTOP }: Viewing = {}): Promise<Screen> {
    const context = await this.browser.newContext({
      viewport,
      baseURL: this.app.url,
      locale: language === 'es' ? 'es-PE' : 'en-GB',
      timezoneId: 'America/Lima',
      reducedMotion: 'reduce',
    });
    context.setDefaultTimeout(60_000);
    if (as) {
      const value = await this.app.staff.openSession(as);
      await context.addCookies([{ name: 'amparo_session', value, url: this.app.url }]);
    }
    await context.addInitScript(
      `localStorage.getItem('amparo.language') ?? localStorage.setItem('amparo.language', '${language}')`,
    );
    const page = await context.newPage();
    await page.clock.setFixedTime(NOW);
    return new Screen(context, page);
  }
}

/** One page, with what the tests ask of it. */
export class Screen {
  /** What the browser complained about: errors of scripts and of the content security policy. */
  readonly complaints: string[] = [];

  constructor(
    private readonly context: BrowserContext,
    readonly page: Page,
  ) {
    page.on('pageerror', (error) => this.complaints.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error' && !/Failed to load resource/.test(message.text())) {
        this.complaints.push(message.text());
      }
    });
  }

  async goto(path: string): Promise<void> {
    await this.page.goto(path);
    await this.settled();
  }

  /** The room has its heading and nothing is loading any more. */
  async settled(): Promise<void> {
    await this.page.locator('h1').first().waitFor();
    await this.page.locator('.mantine-Loader-root').first().waitFor({ state: 'detached' });
  }

  /** Serious findings of axe (WCAG 2.2 AA), as `rule: element`; none is what we want. */
  async findings(): Promise<string[]> {
    // one frame and violations alone: what else axe does takes three times as long
    const { violations } = await new AxeBuilder({ page: this.page })
      .setLegacyMode(true)
      .options({ resultTypes: ['violations'] })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
      .analyze();
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
  }

  /** Whether the page must be scrolled sideways (WCAG 1.4.10). */
  async overflows(): Promise<boolean> {
    return this.page.evaluate('document.documentElement.scrollWidth > window.innerWidth');
  }

  async picture(name: string): Promise<void> {
    await this.page.screenshot({ path: join(PICTURES, `${name}.png`), fullPage: true });
  }

  async close(): Promise<void> {
    await this.context.close();
  }
}
