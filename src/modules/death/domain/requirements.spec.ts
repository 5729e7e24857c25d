import { FIRST_REQUIREMENTS } from '../../../../migrations/1764000003411-seed-death-requirements';
import {
  pendingDocuments,
  requiredDocuments,
  requirementsSchema,
  type RemainsFacts,
} from './requirements';

const facts = (changes: Partial<RemainsFacts> = {}): RemainsFacts => ({
  country: 'ES',
  kind: 'remains',
  way: 'repatriate_remains',
  manner: 'natural',
  ...changes,
});
const codes = (
  changes: Partial<RemainsFacts> = {},
  content = requirementsSchema.parse(FIRST_REQUIREMENTS),
) => requiredDocuments(content, facts(changes)).map(({ code }) => code);

describe('the documents that remains need', () => {
  it('are those of rules §6, with the necropsy when death was violent or sudden', () => {
    expect(codes()).toEqual([
      'death_certificate',
      'cause_and_non_contagion',
      'sealed_coffin',
      'transit_permit',
      'consular_legalisation',
    ]);
    expect(codes({ manner: 'violent' })).toContain('necropsy');
    expect(codes({ manner: 'sudden' })).toContain('necropsy');
    expect(codes({ kind: 'ashes', way: 'repatriate_ashes' })).toEqual(
      expect.arrayContaining(['urn', 'cremation_certificate']),
    );
    expect(codes({ kind: 'local', way: 'local_burial' })).not.toContain('cremation_certificate');
    expect(codes({ kind: 'local', way: 'local_cremation' })).toContain('cremation_certificate');
    expect(codes({ kind: null })).toEqual([]);
  });

  it('are those of the country where it has a list of its own', () => {
    const own = {
      kind: 'remains' as const,
      country: 'ES',
      documents: [{ code: 'x', label: { es: 'X', en: 'X' }, when: 'always' as const }],
    };
    const content = requirementsSchema.parse({
      ...FIRST_REQUIREMENTS,
      lists: [...FIRST_REQUIREMENTS.lists, own],
    });
    expect(codes({}, content)).toEqual(['x']);
    expect(codes({ country: 'IT' }, content)).not.toContain('x');
  });

  it('cannot be two lists for one country, nor leave a kind without one', () => {
    const [first, ...rest] = FIRST_REQUIREMENTS.lists;
    expect(requirementsSchema.safeParse({ ...FIRST_REQUIREMENTS, lists: rest }).success).toBe(
      false,
    );
    expect(
      requirementsSchema.safeParse({ ...FIRST_REQUIREMENTS, lists: [first, first, ...rest] })
        .success,
    ).toBe(false);
  });

  it('are pending until obtained or explained', () => {
    const required = requiredDocuments(requirementsSchema.parse(FIRST_REQUIREMENTS), facts());
    expect(
      pendingDocuments(required, {
        death_certificate: 'obtained',
        sealed_coffin: 'not_applicable',
        transit_permit: 'required',
      }),
    ).toEqual(['cause_and_non_contagion', 'transit_permit', 'consular_legalisation']);
  });
});
