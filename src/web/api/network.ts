import { get } from './http';
import type { Page, Post, Region } from './types';

/** Every post of the network; it has a few hundred, so all pages are read. */
export async function listPosts(): Promise<Post[]> {
  const posts: Post[] = [];
  let cursor: string | null = null;
  do {
    const page: Page<Post> = await get<Page<Post>>('/posts', { limit: 200, cursor });
    posts.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor);
  return posts;
}
export const routePlace = (country: string, subdivision?: string) =>
  get<{ items: Post[] }>('/posts/routing', { country, subdivision });
export const listRegions = () => get<Page<Region>>('/regions');
