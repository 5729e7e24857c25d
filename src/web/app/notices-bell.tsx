import { Indicator } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { lazy, Suspense, useEffect } from 'react';
import { BellButton, useNotices } from './bell-button';
import { queryClient } from './query-client';

/** Arrives when somebody looks: every room would carry it otherwise. */
const NoticesPopover = lazy(() => import('./notices-popover'));

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
    stream.addEventListener('notice', refresh);
    stream.addEventListener('presence', lookAgain);
    return () => stream.close();
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
