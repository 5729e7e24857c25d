import { useQuery } from '@tanstack/react-query';
import { listPosts } from '../api/network';

/** The network of posts, read once per visit. */
export const usePosts = (enabled = true) =>
  useQuery({ queryKey: ['posts'], queryFn: listPosts, staleTime: Infinity, enabled });
