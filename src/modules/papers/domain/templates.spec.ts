import * as fc from 'fast-check';
import { plainText, toBlocks } from './blocks';
import { fillTemplate } from './fill-template';
import { parseTemplate } from './parse-template';
import { LIMITS, templateSchema, type TemplateContent } from './template-content';
import { schemaOf, type PaperData, type VariableGroup } from './variables';

const label = { es: 'x', en: 'x' };
const GROUPS: VariableGroup[] = [
  {
    name: 'person',
    label,
    variables: {
      name: { kind: 'text', label, sample: 'Rosa' },
      health: { kind: 'text', label, sample: 'Bien', restricted: true },
    },
  },
  {
    name: 'file',
    label,
    variables: {
      rows: { kind: 'list', label, items: { a: label, b: label }, sample: [{ a: '1', b: '2' }] },
    },
  },
];
const SCHEMA = schemaOf(GROUPS);
const content = (body: string, fields: object[] = []): TemplateContent =>
  templateSchema.parse({ title: 'Prueba', body, fields });
const parse = (body: string, fields: object[] = []) => parseTemplate(content(body, fields), SCHEMA);
const write = (body: string, data: PaperData, values: Record<string, string> = {}) =>
  toBlocks(fillTemplate(parse(body, []).nodes, data, values));

describe('the language of templates', () => {
  it('writes facts, walks through rows, and shows what depends on a fact', () => {
    const blocks = write(
      '# TÍTULO\n\nYo, **{{person.name}}**.\n{{#file.rows}}\n- {{a}}{{#b}} ({{b}}){{/b}}\n{{/file.rows}}\n{{^person.health}}\nSin datos.\n{{/person.health}}',
      {
        person: { name: 'Rosa Ñahui' },
        file: {
          rows: [
            { a: 'uno', b: '' },
            { a: 'dos', b: 'dos' },
          ],
        },
      },
    );
    expect(plainText(blocks)).toBe('TÍTULO\nYo, Rosa Ñahui.\nuno\ndos (dos)\nSin datos.');
    expect(blocks[1]).toEqual({
      kind: 'paragraph',
      runs: [{ text: 'Yo, ' }, { text: 'Rosa Ñahui', bold: true }, { text: '.' }],
    });
  });

  it('leaves a blank to fill where a fact is not known, and says so in a list of facts', () => {
    const text = plainText(write('Yo, {{person.name}}.\n\nNombre:: {{person.name}}', {}));
    expect(text).toBe('Yo, ______________________.\nNombre: No consta');
  });

  it('keeps the head of a table apart and drops a table without rows', () => {
    const body = '| A | B |\n| =1 | =3 |\n{{#file.rows}}\n| {{a}} | {{b}} |\n{{/file.rows}}';
    expect(write(body, { file: { rows: [{ a: '1', b: '' }] } })).toEqual([
      {
        kind: 'table',
        widths: [1, 3],
        head: [[{ text: 'A' }], [{ text: 'B' }]],
        rows: [[[{ text: '1' }], [{ text: '—' }]]],
      },
    ]);
    expect(write(body, {})).toEqual([]);
  });

  it.each([
    ['a name that is not declared', 'Hola\n{{person.secret}}', 'TEMPLATE_UNKNOWN_NAME', 2],
    ['the prototype', '{{constructor.constructor}}', 'TEMPLATE_UNKNOWN_NAME', 1],
    ['a list where a text belongs', '\n\n{{file.rows}}', 'TEMPLATE_LIST_NEEDS_SECTION', 3],
    [
      'a list within a list',
      '{{#file.rows}}\n{{#file.rows}}x{{/file.rows}}{{/file.rows}}',
      'TEMPLATE_LIST_IN_LIST',
      2,
    ],
    ['a template within itself', 'x\n{{> prueba}}', 'TEMPLATE_TAG_NOT_ALLOWED', 2],
    ['unescaped output', '{{{person.name}}}', 'TEMPLATE_TAG_NOT_ALLOWED', 1],
    ['other delimiters', '{{=<% %>=}}\n<% person.name %>', 'TEMPLATE_TAG_NOT_ALLOWED', 1],
    ['a section left open', 'uno\n{{#person.name}}\ndos', 'TEMPLATE_SECTION_OPEN', 3],
    ['a section closed but not opened', 'uno\n{{/person.name}}', 'TEMPLATE_SECTION_NOT_OPENED', 2],
    ['a mark left open', 'uno\ndos {{person.name', 'TEMPLATE_TAG_OPEN', 2],
  ])('refuses %s, with its line', (_, body, code, line) => {
    expect(parse(body).faults[0]).toMatchObject({ path: 'body', code, line });
  });

  it('refuses sections nested too deeply, and fields that clash or propose nothing', () => {
    const deep = '{{#person.name}}'.repeat(8) + '{{/person.name}}'.repeat(8);
    expect(parse(deep).faults[0]?.code).toBe('TEMPLATE_TOO_DEEP');
    const fields = [
      { code: 'a', label: 'A' },
      { code: 'a', label: 'A', from: 'file.rows' },
    ];
    expect(parse('{{field.a}}', fields).faults).toEqual([
      { path: 'fields[1].code', code: 'TEMPLATE_FIELD_TWICE', name: 'a' },
      { path: 'fields[1].from', code: 'TEMPLATE_UNKNOWN_NAME', name: 'file.rows' },
    ]);
  });

  it('comes to an end whatever the template and the rows: loops that would never end are refused', () => {
    const rows = Array.from({ length: 100_000 }, () => ({ a: 'x'.repeat(2_000), b: 'y' }));
    const body = '{{#file.rows}}{{a}}{{/file.rows}}'.repeat(500);
    expect(() => write(body, { file: { rows } })).toThrow(
      expect.objectContaining({ code: 'TEMPLATE_TOO_LONG' }),
    );
    const steps = '{{#file.rows}}{{b}}{{/file.rows}}'.repeat(900);
    expect(() => write(steps, { file: { rows } })).toThrow(
      expect.objectContaining({ code: 'TEMPLATE_TOO_LONG' }),
    );
  });

  it('never takes a value for a mark of its own', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'grapheme' }),
          fc.constantFrom(
            '# no',
            '| a | b |',
            'x:: y',
            '[firmas] a / b',
            '---',
            '{{person.name}}',
            '- x\n# y',
            '>> z',
            '**no**',
          ),
        ),
        (value) => {
          const blocks = write('{{person.name}}.', { person: { name: value } });
          expect(blocks).toHaveLength(1);
          expect(blocks[0]).toMatchObject({ kind: 'paragraph' });
          const [run, ...more] = (blocks[0] as { runs: object[] }).runs;
          expect(more).toEqual([]);
          expect(run).not.toHaveProperty('bold');
        },
      ),
    );
  });

  it('parses or refuses anything at all, and fills what it parses', () => {
    const piece = fc.constantFrom(
      '{{',
      '}}',
      '#',
      '^',
      '/',
      'person.name',
      'file.rows',
      'a',
      '\n',
      '{{#file.rows}}',
      '{{/file.rows}}',
      '|',
      '# ',
      ':: ',
      '[firmas]',
      ';',
      '!',
      '>',
      '=',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const body = pieces.join('') || 'x';
        const parsed = parse(body);
        const data = { person: { name: 'R' }, file: { rows: [{ a: '1', b: '2' }] } };
        expect(Array.isArray(toBlocks(fillTemplate(parsed.nodes, data, {})))).toBe(true);
        for (const fault of parsed.faults) expect(fault.line).toBeGreaterThan(0);
      }),
    );
  });

  it('bounds the text of a template and of its fields', () => {
    const long = { title: 'x', body: 'x'.repeat(LIMITS.body + 1), fields: [] };
    expect(templateSchema.safeParse(long).success).toBe(false);
  });
});
