import { QueryCache, QueryClient } from '@tanstack/react-query';
import { ApiError } from '../api/problem';

const isSignedOut = (error: unknown): boolean => error instanceof ApiError && error.status === 401;

export const queryClient: QueryClient = new QueryClient({
  queryCache: new QueryCache({
    onError: (error, query) => {
      if (isSignedOut(error) && query.queryKey[0] !== 'me') {
        void queryClient.invalidateQueries({ queryKey: ['me'] });
      }
    },
  }),
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      retry: (failures, error) => !(error instanceof ApiError) && failures < 2,
    },
  },
});
