import { useQuery } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext } from 'react';
import { Navigate, useLocation } from 'react-router';
import { ApiError } from '../api/problem';
import { readMe, signOut, signOutEverywhere } from '../api/session';
import type { Me } from '../api/types';
import { Failure, Loading } from '../ui/states';
import { dropAllDrafts } from './drafts';
import { queryClient } from './query-client';

/** No session, or one that still owes its second factor. */
const isHalfSignedIn = ({ status, problem }: ApiError): boolean =>
  status === 401 || problem.code.startsWith('SECOND_FACTOR');

const Session = createContext<Me | null>(null);

/** Lets only a signed-in person through; anybody else is led to the sign-in page and back. */
export function SignedIn({ children }: { children: ReactNode }) {
  const location = useLocation();
  const me = useQuery({ queryKey: ['me'], queryFn: readMe, staleTime: 300_000 });
  if (me.isPending) return <Loading />;
  if (me.error instanceof ApiError && isHalfSignedIn(me.error)) {
    dropAllDrafts();
    return <Navigate to="/sign-in" state={{ from: location.pathname }} replace />;
  }
  if (me.isError) return <Failure error={me.error} retry={() => void me.refetch()} />;
  return <Session value={me.data}>{children}</Session>;
}

export function useMe(): Me {
  const me = useContext(Session);
  if (!me) throw new Error('useMe outside SignedIn');
  return me;
}

/** Whether the reader holds a permission anywhere. What they do not hold is absent, not greyed. */
export function useCan(): (permission: string) => boolean {
  const { permissions } = useMe();
  return (permission) => permissions.includes(permission);
}

/** The posts where the reader holds a role, each once. */
export function useMyPosts(): { id: string; code: string }[] {
  const posts = useMe().grants.flatMap(({ postId, postCode }) =>
    postId && postCode ? [{ id: postId, code: postCode }] : [],
  );
  return posts.filter((post, index) => posts.findIndex(({ id }) => id === post.id) === index);
}

export const useAtHeadquarters = (): boolean =>
  useMe().grants.some(({ postId }) => postId === null);

/** Ends the session here or on every device, and leaves nothing of it in this tab. */
export async function leave(everywhere: boolean): Promise<void> {
  await (everywhere ? signOutEverywhere() : signOut());
  dropAllDrafts();
  queryClient.clear();
  window.location.assign('/sign-in');
}
