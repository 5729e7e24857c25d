import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTestApp, type TestApp } from '../support/app';

const ROOT = join(__dirname, '..', '..');
const CLIENT = join(ROOT, 'src', 'web', 'api', 'schema.ts');
const ENUMS = join(ROOT, 'src', 'web', 'api', 'enums.ts');

interface Property {
  enum?: unknown[];
  items?: { enum?: unknown[] };
}
interface Document {
  components: { schemas: Record<string, { properties?: Record<string, Property> }> };
}

/** Every closed list of codes of the API as a constant, named by its schema and property. */
function enumsOf({ components }: Document): string {
  const lists = Object.entries(components.schemas).flatMap(([schema, { properties = {} }]) =>
    Object.entries(properties).flatMap(([name, property]) => {
      const codes = property.enum ?? property.items?.enum ?? [];
      const texts = codes.filter((code) => typeof code === 'string');
      return texts.length > 1 ? [[`${schema}_${name}`, texts] as const] : [];
    }),
  );
  const lines = [...lists]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([name, codes]) => `export const ${name} = ${JSON.stringify(codes)} as const;`);
  return `/** Written by \`npm run openapi\` from the API's description: do not edit. */\n${lines.join('\n')}\n`;
}

/** The web application's types come from the API's own description; this keeps them the same. */
describe('the typed client of the web application', () => {
  let t: TestApp;
  beforeAll(async () => {
    if (!existsSync(join(ROOT, 'src', 'openapi.metadata.ts'))) {
      execFileSync(process.execPath, [join(ROOT, 'src', 'openapi', 'generate-metadata.cjs')]);
    }
    t = await createTestApp();
  });
  afterAll(() => t.close());

  it('is what the API describes (npm run openapi renews it)', async () => {
    const document = await t.anonymous().get('/api/openapi.json');
    const folder = mkdtempSync(join(tmpdir(), 'amparo-openapi-'));
    const file = join(folder, 'openapi.json');
    const types = join(folder, 'schema.ts');
    writeFileSync(file, JSON.stringify(document.body, null, 2));
    const generator = join(ROOT, 'node_modules', 'openapi-typescript', 'bin', 'cli.js');
    execFileSync(process.execPath, [generator, file, '-o', types], { cwd: folder, stdio: 'pipe' });
    const generated = readFileSync(types, 'utf8');
    if (process.env['RENEW_CLIENT']) writeFileSync(CLIENT, generated);
    expect(readFileSync(CLIENT, 'utf8')).toBe(generated);
  });

  it('lists the codes that the API accepts (npm run openapi renews it)', async () => {
    const document = await t.anonymous().get('/api/openapi.json');
    const generated = enumsOf(document.body as Document);
    if (process.env['RENEW_CLIENT']) writeFileSync(ENUMS, generated);
    expect(readFileSync(ENUMS, 'utf8')).toBe(generated);
  });

  it('names each request and answer once: of two alike the API would describe one', async () => {
    const names = execFileSync(
      'git',
      ['grep', '-hoE', 'export class \\w+(Request|Response|Query)\\b', '--', 'src'],
      {
        cwd: ROOT,
        encoding: 'utf8',
      },
    )
      .trim()
      .split('\n');
    expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
  });

  it('describes every answer of a read with a schema', async () => {
    const { paths } = (await t.anonymous().get('/api/openapi.json')).body as {
      paths: Record<string, Record<string, { responses: Record<string, { content?: object }> }>>;
    };
    const bare = Object.entries(paths)
      .filter(([path, methods]) => path.startsWith('/api/v1') && methods['get'])
      .filter(([, methods]) => !methods['get']!.responses['200']?.content)
      .map(([path]) => path)
      .filter((path) => path !== '/api/v1/stream');
    expect(bare).toEqual([]);
  });
});
