import { useQuery } from '@tanstack/react-query';
import { listPosts } from '../api/network';

/** The network of posts, read once per visit. */
export const usePosts = (enabled = true) =>
  useQuery({ queryKey: ['posts'], queryFn: listPosts, staleTime: Infinity, enabled });

interface NamedPost {
  id: string;
  code: string;
}

/** How a choice names a post: `Madrid (MAD)`; by its code alone until the network has been read. */
export function usePostName(): (post: NamedPost) => string {
  const posts = usePosts();
  return ({ id, code }) => {
    const city = posts.data?.find((post) => post.id === id)?.city;
    return city ? `${city} (${code})` : code;
  };
}

/** Posts as the choices of a select. */
export function usePostOptions(): (
  posts: readonly NamedPost[],
) => { value: string; label: string }[] {
  const name = usePostName();
  return (posts) => posts.map((post) => ({ value: post.id, label: name(post) }));
}
