import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

const WEB = join(__dirname, '..');

type Tree = { [key: string]: string | Tree };

const catalogue = (language: string, file: string): Tree =>
  JSON.parse(readFileSync(join(__dirname, language, file), 'utf8')) as Tree;

function leaves(tree: Tree, prefix = ''): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(tree)) {
    const path = prefix + key;
    if (typeof value === 'string') found.set(path, value);
    else leaves(value, `${path}.`).forEach((text, name) => found.set(name, text));
  }
  return found;
}

const placeholders = (text: string): string[] => (text.match(/\{\{\w+\}\}/g) ?? []).sort();

describe('the catalogues of the web application', () => {
  const files = readdirSync(join(__dirname, 'es'));

  it('are the same files in both languages', () => {
    expect(readdirSync(join(__dirname, 'en'))).toEqual(files);
  });

  it.each(files)('%s says the same keys in Spanish and English', (file) => {
    const es = leaves(catalogue('es', file));
    const en = leaves(catalogue('en', file));
    expect([...en.keys()].sort()).toEqual([...es.keys()].sort());
    for (const [key, text] of es) {
      expect({ key, in: placeholders(en.get(key) ?? '') }).toEqual({ key, in: placeholders(text) });
      expect(text.trim()).not.toBe('');
    }
  });
});

/** Attributes whose value people see or hear. */
const SPOKEN = /^(label|title|description|placeholder|alt|error|legend|aria-label|hint)$/;
const hasWords = (text: string): boolean => /\p{L}{2,}/u.test(text);

function literalsOf(file: string): string[] {
  const source = ts.createSourceFile(
    file,
    readFileSync(file, 'utf8'),
    ts.ScriptTarget.Latest,
    true,
    ts.ScriptKind.TSX,
  );
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node) && hasWords(node.text)) found.push(node.text.trim());
    if (ts.isJsxAttribute(node) && SPOKEN.test(node.name.getText(source))) {
      const value = node.initializer;
      if (value && ts.isStringLiteral(value) && hasWords(value.text)) found.push(value.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

describe('the components of the web application', () => {
  const files = readdirSync(WEB, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.tsx'),
  );

  it.each(files)('%s carries no text of its own', (file) => {
    expect(literalsOf(join(WEB, file))).toEqual([]);
  });
});
