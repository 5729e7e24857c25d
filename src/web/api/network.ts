import { get } from './client';
import type { Post } from './types';

/** Every post of the network; it has a few hundred, so all pages are read. */
export async function listPosts(): Promise<Post[]> {
  const posts: Post[] = [];
  let cursor: string | undefined;
  do {
    const page = await get('/api/v1/posts', { query: { limit: 200, cursor } });
    posts.push(...page.items);
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  return posts;
}

export const routePlace = (country: string, subdivision: string | undefined) =>
  get('/api/v1/posts/routing', { query: { country, ...(subdivision ? { subdivision } : {}) } });
export const listSubdivisions = (country: string) =>
  get('/api/v1/countries/{country}/subdivisions', { at: { country } });
export const listRegions = () => get('/api/v1/regions');
