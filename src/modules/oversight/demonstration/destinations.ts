import { weighted, type Random } from './random';

/** A post that can hold invented cases. */
export interface DemonstrationPost {
  id: string;
  code: string;
  kind: string;
  country: string;
  subdivision: string | null;
  city: string;
  /** Accounts that work cases there. */
  officers: string[];
}

/** Where Peruvians live abroad, per cent of them by country (figures.md, 2021). */
const COUNTRIES: Readonly<Record<string, number>> = {
  US: 30.2,
  ES: 15.4,
  AR: 13.6,
  CL: 11.8,
  IT: 10.2,
  JP: 3.7,
  CA: 1.9,
};
const ELSEWHERE = 13.2;

/** By city, per cent of all; New Jersey is served from Paterson, Virginia from Washington. */
const CITIES: Readonly<Record<string, number>> = {
  BUE: 10,
  SCL: 9.5,
  MAD: 7.2,
  PAT: 4.5,
  NYC: 4.1,
  BCN: 3.9,
  MIA: 3.8,
  MIL: 3.6,
  LAX: 3,
  WAS: 1.8,
  SFO: 1.8,
};

const CAREER = ['consulate_general', 'consulate', 'consular_section'];

/**
 * Picks posts as often as Peruvians live in their districts: named cities by their own share, what
 * remains of a country evenly over its other career posts, and the rest of the world likewise.
 */
export function destinations(
  posts: readonly DemonstrationPost[],
): (random: Random) => DemonstrationPost {
  const career = posts.filter(({ kind }) => CAREER.includes(kind));
  const others = (country: string | null) =>
    career.filter(
      (post) =>
        CITIES[post.code] === undefined &&
        (country === null ? COUNTRIES[post.country] === undefined : post.country === country),
    );
  const named = (country: string) =>
    career
      .filter((post) => post.country === country)
      .reduce((sum, post) => sum + (CITIES[post.code] ?? 0), 0);
  const weights = career.map((post): [DemonstrationPost, number] => {
    const own = CITIES[post.code];
    if (own !== undefined) return [post, own];
    const share = COUNTRIES[post.country];
    return share === undefined
      ? [post, ELSEWHERE / others(null).length]
      : [post, Math.max(share - named(post.country), 0.1) / others(post.country).length];
  });
  return weighted(weights);
}
