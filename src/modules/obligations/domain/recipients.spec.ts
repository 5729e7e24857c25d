import { recipientsOf, type Team } from './recipients';

const team = (more: Partial<Team> = {}): Team => ({
  tier: 'standard',
  assigned: ['assignee', 'second'],
  officers: ['assignee', 'colleague'],
  heads: ['head'],
  desk: ['desk'],
  directors: ['director'],
  members: ['assignee', 'second'],
  ...more,
});

describe('whom a reminder reaches', () => {
  it('the assignee and the second, the head, the desk of headquarters', () => {
    expect(recipientsOf('officer', team())).toEqual(['assignee', 'second']);
    expect(recipientsOf('head_of_post', team())).toEqual(['head']);
    expect(recipientsOf('headquarters', team())).toEqual(['desk']);
  });

  it('the officers of the post when nobody in charge is there, then the head, then headquarters', () => {
    expect(recipientsOf('officer', team({ assigned: [] }))).toEqual(['assignee', 'colleague']);
    expect(recipientsOf('officer', team({ assigned: [], officers: [] }))).toEqual(['head']);
    expect(recipientsOf('head_of_post', team({ heads: [] }))).toEqual(['desk']);
    expect(recipientsOf('headquarters', team({ desk: [] }))).toEqual(['director']);
  });

  it('each account once', () => {
    expect(recipientsOf('head_of_post', team({ heads: ['head', 'head'] }))).toEqual(['head']);
  });

  it('of a restricted part only the circle and those above it', () => {
    const restricted = team({ tier: 'restricted' });
    expect(recipientsOf('officer', { ...restricted, assigned: [] })).toEqual(['assignee']);
    expect(recipientsOf('officer', { ...restricted, assigned: [], members: [] })).toEqual(['head']);
    expect(recipientsOf('headquarters', { ...restricted, desk: [] })).toEqual([
      'assignee',
      'second',
    ]);
  });

  it('of a sealed case only members of its circle, whatever their rank', () => {
    const sealed = team({ tier: 'sealed', members: ['assignee', 'guard'] });
    expect(recipientsOf('officer', sealed)).toEqual(['assignee']);
    expect(recipientsOf('head_of_post', sealed)).toEqual(['assignee', 'guard']);
    expect(recipientsOf('head_of_post', { ...sealed, members: ['head'] })).toEqual(['head']);
    expect(recipientsOf('headquarters', { ...sealed, members: [] })).toEqual([]);
  });
});
