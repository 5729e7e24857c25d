import { useQuery } from '@tanstack/react-query';
import { listPosts } from '../api/network';
import type { Post } from '../api/types';
import { useMe } from '../app/session';
import { readerZone } from '../time/format';

/** The network of posts, read once per visit. */
export const usePosts = (enabled = true) =>
  useQuery({ queryKey: ['posts'], queryFn: listPosts, staleTime: Infinity, enabled });

/** The time zone of a post; the reader's own until the network has been read. */
export function useZone(postId: string | undefined): string {
  const mine = useMe().grants.find(({ post }) => post?.id === postId)?.post;
  const posts = usePosts(!mine && postId !== undefined);
  const found: Post | undefined = posts.data?.find(({ id }) => id === postId);
  return mine?.timeZone ?? found?.timeZone ?? readerZone();
}
