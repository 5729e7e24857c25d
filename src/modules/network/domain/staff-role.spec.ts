import { incompatibleWith, isHeldAt, STAFF_ROLES } from './staff-role';

describe('roles of staff', () => {
  it('keep accounts apart from cases, both ways', () => {
    expect(incompatibleWith('administrator')).toEqual([
      'officer',
      'head_of_post',
      'local_staff',
      'honorary_consul',
      'ode_officer',
      'hq_analyst',
      'protection_desk',
      'hq_director',
    ]);
    expect(incompatibleWith('hq_analyst')).toEqual(['administrator']);
    expect(incompatibleWith('auditor')).toEqual([]);
    for (const role of STAFF_ROLES) {
      for (const other of incompatibleWith(role)) expect(incompatibleWith(other)).toContain(role);
    }
  });

  it('are held where the work is', () => {
    expect(isHeldAt('officer', 'consulate_general')).toBe(true);
    expect(isHeldAt('officer', null)).toBe(false);
    expect(isHeldAt('honorary_consul', 'honorary_consulate')).toBe(true);
    expect(isHeldAt('honorary_consul', 'consulate')).toBe(false);
    expect(isHeldAt('ode_officer', 'decentralised_office')).toBe(true);
    expect(isHeldAt('hq_director', null)).toBe(true);
    expect(isHeldAt('hq_director', 'headquarters')).toBe(false);
  });
});
