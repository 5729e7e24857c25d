/** A post's consular district: a whole country, or one of its subdivisions. */
export interface District {
  postId: string;
  /** ISO 3166-1 alpha-2. */
  country: string;
  /** ISO 3166-2, or null for the whole country. */
  subdivision: string | null;
}

/**
 * The posts competent for a place: those whose district is exactly the subdivision, else those of
 * the whole country, else none, and then headquarters sees to it. Several posts may share a district.
 */
export function competentPosts(
  districts: readonly District[],
  country: string,
  subdivision: string | null,
): string[] {
  const ofCountry = districts.filter((district) => district.country === country);
  const exact = subdivision ? ofCountry.filter((d) => d.subdivision === subdivision) : [];
  const competent = exact.length > 0 ? exact : ofCountry.filter((d) => d.subdivision === null);
  return [...new Set(competent.map((district) => district.postId))];
}
