import { FIRST_CATALOGUE } from '../../../../migrations/first-catalogue';
import { catalogueSchema, type CatalogueContent, type Field } from './content';
import { countableFields } from './countable';

const CONTENT = catalogueSchema.parse(FIRST_CATALOGUE);
const changed = (change: (fields: Field[]) => Field[]): CatalogueContent => ({
  ...CONTENT,
  families: CONTENT.families.map((family) =>
    family.code === 'destitution' ? { ...family, fields: change([...family.fields]) } : family,
  ),
});
const codes = (versions: CatalogueContent[], type: string | null = null) =>
  countableFields(versions, 'destitution', type).map(({ code }) => code);

describe('fields whose answers a report counts', () => {
  it('have few possible answers: never free text, numbers or dates', () => {
    for (const { code } of CONTENT.families) {
      for (const { kind } of countableFields([CONTENT], code, null))
        expect(['choice', 'choices', 'boolean', 'country']).toContain(kind);
    }
    expect(codes([CONTENT])).toContain('needs');
  });

  it('are never restricted, not even in an earlier version', () => {
    const restricted = changed((fields) => fields.map((f) => ({ ...f, tier: 'restricted' })));
    expect(codes([restricted])).toEqual([]);
    expect(codes([restricted, CONTENT])).toEqual([]);
  });

  it('keep what earlier versions asked and offered, with the newest names', () => {
    const gone = changed((fields) => fields.filter(({ code }) => code !== 'needs'));
    expect(codes([CONTENT, gone])).toContain('needs');
    const renamed = changed((fields) =>
      fields.map((field) =>
        field.code === 'needs' && field.kind === 'choices'
          ? {
              ...field,
              options: [{ code: 'food', label: { es: 'Comida', en: 'Meals' }, retired: false }],
            }
          : field,
      ),
    );
    const needs = countableFields([CONTENT, renamed], 'destitution', null).find(
      ({ code }) => code === 'needs',
    );
    expect(needs?.options.get('food')?.es).toBe('Comida');
    expect(needs?.options.has('return')).toBe(true);
  });

  it('are those of the type', () => {
    const narrowed = changed((fields) => fields.map((f) => ({ ...f, types: ['stranded'] })));
    expect(codes([narrowed], 'stranded')).toContain('needs');
    expect(codes([narrowed], 'another_type')).toEqual([]);
  });
});
