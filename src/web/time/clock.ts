import { useInterval } from '@mantine/hooks';
import { useState } from 'react';

/** The only reader of this browser's clock. Milliseconds since the epoch. */
export const now = (): number => Date.now();

/** The present, renewed every half minute, so that "in 5 minutes" never goes stale on screen. */
export function useNow(): number {
  const [instant, setInstant] = useState(now);
  useInterval(() => setInstant(now()), 30_000, { autoInvoke: true });
  return instant;
}
