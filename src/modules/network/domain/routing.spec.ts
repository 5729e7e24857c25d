import * as fc from 'fast-check';
import { competentPosts, type District } from './routing';

const district = (
  postId: string,
  country: string,
  subdivision: string | null = null,
): District => ({
  postId,
  country,
  subdivision,
});

const DISTRICTS = [
  district('MAD', 'ES', 'ES-MD'),
  district('BCN', 'ES', 'ES-CT'),
  district('BCN', 'AD'),
  district('DAL', 'US', 'US-TX'),
  district('HOU', 'US', 'US-TX'),
  district('WAS', 'US'),
  district('SFO', 'US', 'US-HI'),
];

describe('the post competent for a place', () => {
  it('is the one whose district is exactly the subdivision', () => {
    expect(competentPosts(DISTRICTS, 'ES', 'ES-MD')).toEqual(['MAD']);
    expect(competentPosts(DISTRICTS, 'US', 'US-HI')).toEqual(['SFO']);
  });

  it('may be several', () => {
    expect(competentPosts(DISTRICTS, 'US', 'US-TX')).toEqual(['DAL', 'HOU']);
  });

  it('is the one for the whole country when no district names the subdivision', () => {
    expect(competentPosts(DISTRICTS, 'US', 'US-OH')).toEqual(['WAS']);
    expect(competentPosts(DISTRICTS, 'US', null)).toEqual(['WAS']);
    expect(competentPosts(DISTRICTS, 'AD', 'AD-07')).toEqual(['BCN']);
  });

  it('is none, so headquarters, where no post covers the place', () => {
    expect(competentPosts(DISTRICTS, 'ES', 'ES-GA')).toEqual([]);
    expect(competentPosts(DISTRICTS, 'ES', null)).toEqual([]);
    expect(competentPosts(DISTRICTS, 'ZW', null)).toEqual([]);
  });

  it('never is a post of another country, nor a whole-country post beside an exact one', () => {
    const codes = fc.constantFrom('AA', 'BB');
    const subdivisions = fc.option(fc.constantFrom('1', '2'), { nil: null });
    const anyDistricts = fc.array(
      fc
        .tuple(fc.constantFrom('p', 'q', 'r'), codes, subdivisions)
        .map(([post, country, sub]) => district(post, country, sub && `${country}-${sub}`)),
    );
    fc.assert(
      fc.property(anyDistricts, codes, subdivisions, (districts, country, sub) => {
        const subdivision = sub && `${country}-${sub}`;
        const found = competentPosts(districts, country, subdivision);
        const exact = districts.some((d) => d.country === country && d.subdivision === subdivision);
        expect(new Set(found).size).toBe(found.length);
        for (const post of found) {
          expect(districts).toContainEqual(district(post, country, exact ? subdivision : null));
        }
      }),
    );
  });
});
