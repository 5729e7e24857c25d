import { useSearchParams } from 'react-router';
import type { Counted, FiguresQuery } from '../../api/figures';
import type { Post } from '../../api/types';
import { useAtHeadquarters, useMyPosts } from '../../app/session';
import { toInstant, todayAt } from '../../time/zoned';
import { usePosts } from '../../ui/use-posts';
import { HEADQUARTERS_ZONE } from '../policies/zone';

/** What the address of the room says: civil days, both of them in the range. */
export interface Range {
  from: string;
  to: string;
  post: string;
  family: string;
  type: string;
}

/** The row of a number: what it counted, and the family and type of the row. */
export interface CountedRow extends Counted {
  rowFamily?: string;
  rowType?: string;
}

export const searchOf = (range: Range, counted: Partial<CountedRow> = {}): string =>
  new URLSearchParams(
    Object.entries({ ...range, ...counted }).filter(([, value]) => value !== ''),
  ).toString();

const dayAfter = (day: string): string => {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + 1);
  return date.toISOString().slice(0, 10);
};

/** As the API asks it; null while the days are no range. */
export function queryOf(range: Range, zone: string): FiguresQuery | null {
  const { from, to, post, family, type } = range;
  if (!from || !to || to < from) return null;
  return {
    from: toInstant(`${from}T00:00`, zone),
    to: toInstant(`${dayAfter(to)}T00:00`, zone),
    ...(post && { post }),
    ...(family && { family }),
    ...(type && { type }),
  };
}

/**
 * The range in the address, from the first of January to today unless it says otherwise, and the zone
 * in which its days are meant: the post's, or that of headquarters.
 */
export function useRange(): {
  range: Range;
  zone: string;
  /** Posts among which the reader may choose; none: there is no choice. */
  posts: Post[];
  ready: boolean;
} {
  const [search] = useSearchParams();
  const network = usePosts();
  const mine = useMyPosts();
  const everywhere = useAtHeadquarters();
  const known = network.data ?? [];
  const reachable = everywhere
    ? known
    : known.filter(({ id }) => mine.some((own) => own.id === id));
  const own = everywhere ? undefined : reachable[0];
  const chosen = known.find(({ id }) => id === search.get('post'));
  const zone = (chosen ?? own)?.timeZone ?? HEADQUARTERS_ZONE;
  const today = todayAt(zone);
  const said = (name: string) => search.get(name) ?? '';
  return {
    range: {
      from: search.get('from') ?? `${today.slice(0, 4)}-01-01`,
      to: search.get('to') ?? today,
      post: said('post'),
      family: said('family'),
      type: said('family') && said('type'),
    },
    zone,
    posts: reachable.length > 1 ? reachable : [],
    ready: !network.isPending,
  };
}
