import {
  ageContradicts,
  guardianNeed,
  INVERSE_RELATION,
  isMinor,
  needsDocument,
  RELATION_KINDS,
  standsOn,
} from './ties';

describe('ties', () => {
  it.each(RELATION_KINDS)('%s seen twice from the other end is itself', (kind) => {
    expect(INVERSE_RELATION[INVERSE_RELATION[kind]]).toBe(kind);
  });

  it('a parent or grandparent is older; unknown dates contradict nothing', () => {
    expect(ageContradicts('parent', '2010-01-01', '1980-01-01')).toBe(false);
    expect(ageContradicts('parent', '2010-01-01', '2010-01-01')).toBe(true);
    expect(ageContradicts('grandchild', '1950-01-01', '2000-01-01')).toBe(false);
    expect(ageContradicts('child', '2000-01-01', '1950-01-01')).toBe(true);
    expect(ageContradicts('sibling', '2000-01-01', '1950-01-01')).toBe(false);
    expect(ageContradicts('parent', null, '2010-01-01')).toBe(false);
  });

  it('comes of age on the eighteenth birthday', () => {
    expect(isMinor('2008-03-02', '2026-03-01')).toBe(true);
    expect(isMinor('2008-03-02', '2026-03-02')).toBe(false);
    expect(isMinor('2008-02-29', '2026-02-28')).toBe(true);
    expect(isMinor('2008-02-29', '2026-03-01')).toBe(false);
    expect(isMinor(null, '2026-03-01')).toBe(false);
  });

  it('a minor or somebody without full capacity needs a guardian', () => {
    const today = '2026-03-02';
    const need = (birthDate: string | null, ...vulnerability: string[]) =>
      guardianNeed({ birthDate, vulnerability }, today);
    expect(need('2012-01-01')).toBe('minor');
    expect(need(null, 'child_or_adolescent')).toBe('minor');
    expect(need('1990-01-01', 'child_or_adolescent')).toBeNull();
    expect(need('1990-01-01', 'lacking_legal_capacity')).toBe('lacking_capacity');
    expect(need('1990-01-01', 'pregnant')).toBeNull();
  });

  it('stands on both its days; only parental authority needs no document', () => {
    const tie = { since: '2025-01-01', until: '2025-06-30' };
    expect(
      ['2024-12-31', '2025-01-01', '2025-06-30', '2025-07-01'].map((d) => standsOn(tie, d)),
    ).toEqual([false, true, true, false]);
    expect(standsOn({ since: null, until: null }, '1900-01-01')).toBe(true);
    expect(needsDocument('parental_authority')).toBe(false);
    expect(needsDocument('court_order')).toBe(true);
  });
});
