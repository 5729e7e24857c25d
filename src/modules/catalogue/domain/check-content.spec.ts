import { FIRST_CATALOGUE } from '../../../../migrations/first-catalogue';
import { contentFaults, type Registered } from './check-content';
import { breaches, changesBetween } from './compare';
import { catalogueSchema, type CatalogueContent, type FamilyContent } from './content';
import { FAMILIES } from './families';

const registered: Registered = {
  moduleTypes: {
    detention: [
      'criminal_detention',
      'immigration_detention',
      'administrative_arrest',
      'expulsion_proceedings',
      'sentence_transfer',
    ],
  },
  outcomes: [
    'resolved',
    'released',
    'repatriated',
    'deported',
    'referred_and_followed',
    'aid_granted',
    'orientation_given',
    'located_contact_authorised',
    'located_contact_refused',
    'not_located',
    'died',
    'withdrawn_by_person',
    'contact_lost',
    'outside_competence',
  ],
  dutyKinds: ['first_contact', 'case_review'],
};
const label = { es: 'x', en: 'x' };
const first = (): CatalogueContent => catalogueSchema.parse(FIRST_CATALOGUE);
const edited = (family: string, edit: (family: FamilyContent) => void): CatalogueContent => {
  const content = first();
  edit(content.families.find(({ code }) => code === family)!);
  return content;
};
const codes = (content: CatalogueContent) =>
  contentFaults(content, registered).map(({ code }) => code);

describe('the first catalogue', () => {
  it('holds every family, and nothing that may not be published', () => {
    expect(contentFaults(first(), registered)).toEqual([]);
    expect(
      first()
        .families.map(({ code }) => code)
        .sort(),
    ).toEqual(Object.keys(FAMILIES).sort());
  });

  it('has fields, a checklist and duties with their source for each family that it serves', () => {
    for (const { code, fields, checklist, duties } of first().families) {
      if (FAMILIES[code as keyof typeof FAMILIES] === 'module') continue;
      expect([code, fields.length > 2, checklist.length > 1, duties.length > 0]).toEqual([
        code,
        true,
        true,
        true,
      ]);
      expect(checklist.some(({ requiredToClose }) => requiredToClose)).toBe(true);
      expect(duties.every(({ source }) => source.length > 0)).toBe(true);
    }
  });

  it('names no sealed type in a family without a module, and keeps health restricted', () => {
    const health = first().families.find(({ code }) => code === 'health')!;
    expect(new Set(health.types.map(({ tier }) => tier))).toEqual(new Set(['restricted']));
  });
});

describe('a content may not be published', () => {
  it.each<[string, CatalogueContent]>([
    ['FAMILY_MISSING', { ...first(), families: first().families.slice(1) }],
    ['UNKNOWN_FAMILY', edited('health', (f) => (f.code = 'weather'))],
    ['SEALED_NEEDS_A_MODULE', edited('health', (f) => (f.types[0]!.tier = 'sealed'))],
    ['TYPE_OF_A_MODULE_MISSING', edited('detention', (f) => f.types.pop())],
    [
      'TYPE_UNKNOWN_TO_ITS_MODULE',
      edited('detention', (f) => f.types.push({ ...f.types[0]!, code: 'house_arrest' })),
    ],
    [
      'DUTIES_OF_A_MODULE',
      edited('detention', (f) => f.duties.push(first().families.at(-1)!.duties[0]!)),
    ],
    ['CODE_TWICE', edited('health', (f) => f.fields.push(f.fields[0]!))],
    ['UNKNOWN_CODE', edited('health', (f) => (f.outcomes = ['cured']))],
    [
      'NOT_AN_EARLIER_FIELD',
      edited('health', (f) => (f.fields[0]!.showIf = [{ field: 'facility', known: true }])),
    ],
    [
      'WOULD_BETRAY_A_RESTRICTED_FIELD',
      edited('health', (f) => (f.fields.at(-1)!.showIf = [{ field: 'diagnosis', known: true }])),
    ],
    [
      'NOT_A_DATE',
      edited('health', (f) => (f.duties[0]!.starts = { on: 'field', field: 'diagnosis' })),
    ],
    ['ONLY_ACTIONS_REPEAT', edited('labour', (f) => (f.duties[1]!.repeats = true))],
    [
      'UNKNOWN_CODE',
      edited('labour', (f) => (f.checklist[0]!.metBy = { by: 'action', actions: ['magic'] })),
    ],
  ])('with the fault %s', (code, content) => expect(codes(content)).toContain(code));
});

describe('between two versions', () => {
  it('nothing changes when nothing was edited', () =>
    expect(changesBetween(first(), first())).toEqual([]));

  it('each part that was edited is named once', () => {
    const next = edited('health', (f) => {
      f.label = { es: 'Salud', en: 'Illness' };
      f.types[3]!.retired = true;
      f.fields[1] = { ...f.fields[1]!, required: 'opening' };
      f.checklist.pop();
      f.duties.push({ ...f.duties[0]!, code: 'second_contact' });
    });
    const of = (change: string, part: string, code: string) => ({
      change,
      part,
      family: 'health',
      code,
    });
    expect(changesBetween(first(), next)).toEqual([
      of('changed', 'family', 'health'),
      of('retired', 'type', 'accident'),
      of('changed', 'field', 'facility'),
      of('removed', 'item', 'discharge_followed'),
      of('added', 'duty', 'second_contact'),
    ]);
  });

  it('another order is a change of the family; what is added or removed is none', () => {
    const family = [{ change: 'changed', part: 'family', family: 'health', code: 'health' }];
    const swapped = edited('health', (f) => {
      f.fields = [f.fields[1]!, f.fields[0]!, ...f.fields.slice(2)];
    });
    expect(changesBetween(first(), swapped)).toEqual(family);
    const shorter = edited('health', (f) => f.fields.shift());
    expect(changesBetween(first(), shorter)).toMatchObject([{ change: 'removed', part: 'field' }]);
  });

  it('no type or action that ever was may vanish, and no field may change its kind', () => {
    const next = edited('health', (f) => {
      f.types.pop();
      f.fields[1] = { code: 'facility', label, kind: 'boolean', required: 'no', tier: 'standard' };
    });
    next.actions.pop();
    expect(breaches([first()], next).map(({ code }) => code)).toEqual([
      'RETIRE_INSTEAD',
      'RETIRE_INSTEAD',
      'ANOTHER_KIND_IS_ANOTHER_FIELD',
    ]);
    expect(breaches([first(), next], first())).toHaveLength(1);
  });
});
