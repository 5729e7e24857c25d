import { Indicator } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { lazy, Suspense, useEffect } from 'react';
import { BellButton, useNotices } from './bell-button';
import { queryClient } from './query-client';

/** Arrives when somebody looks: every room would carry it otherwise. */
const NoticesPopover = lazy(() => import('./notices-popover'));

/** Hints of one incident that come closer together are one (milliseconds): thousands register in minutes. */
const GATHER = 2_000;

/** Events carry ids and kinds only: whatever they touch is read again. */
function useStream(): void {
  useEffect(() => {
    const stream = new EventSource('/api/v1/stream');
    const refresh = () => {
      void queryClient.invalidateQueries({ queryKey: ['notices'] });
      void queryClient.invalidateQueries({ queryKey: ['my-day'] });
    };
    const lookAgain = (event: MessageEvent<string>) => {
      const { id } = JSON.parse(event.data) as { id: string };
      void queryClient.invalidateQueries({ queryKey: ['presence', id] });
    };
    const waiting = new Map<string, number>();
    const readIncident = (event: MessageEvent<string>) => {
      const { id } = JSON.parse(event.data) as { id: string };
      if (waiting.has(id)) return;
      const read = () => {
        waiting.delete(id);
        void queryClient.invalidateQueries({ queryKey: ['incident', id] });
      };
      waiting.set(id, window.setTimeout(read, GATHER));
    };
    stream.addEventListener('incident', readIncident);
    stream.addEventListener('notice', refresh);
    stream.addEventListener('presence', lookAgain);
    return () => {
      stream.close();
      waiting.forEach((timer) => window.clearTimeout(timer));
    };
  }, []);
}

export function NoticesBell() {
  const [asked, { open: ask }] = useDisclosure(false);
  useStream();
  const bell = <BellButton onClick={ask} aria-expanded={false} />;
  return (
    <Unread>
      {asked ? (
        <Suspense fallback={bell}>
          <NoticesPopover />
        </Suspense>
      ) : (
        bell
      )}
    </Unread>
  );
}

function Unread({ children }: { children: React.ReactNode }) {
  const unread = useNotices().data?.unread ?? 0;
  return (
    <Indicator disabled={unread === 0} label={unread} size={17} color="rojo" offset={7}>
      {children}
    </Indicator>
  );
}
