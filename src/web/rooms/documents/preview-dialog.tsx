import { Image, Stack } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { linkTo } from '../../api/documents';
import { Dialog } from '../../ui/dialog';
import { Failure, Loading } from '../../ui/states';

/** The reader of PDF weighs as much as the rest of the application: only who opens one loads it. */
const PdfPages = lazy(() => import('./pdf-pages'));

interface Props {
  versionId: string;
  kind: 'pdf' | 'image';
  title: string;
  onClose: () => void;
}

/** The content itself, drawn in the page; nothing of it runs. */
export function PreviewDialog({ versionId, kind, title, onClose }: Props) {
  const narrow = useMediaQuery('(max-width: 48em)');
  const link = useQuery({
    queryKey: ['document-link', versionId],
    queryFn: () => linkTo(versionId, 'preview'),
    // an address lives for minutes; the next opening asks for its own
    gcTime: 0,
    staleTime: Infinity,
  });
  return (
    <Dialog title={title} size="xl" fullScreen={narrow} onClose={onClose}>
      {link.isPending && <Loading />}
      {link.isError && <Failure error={link.error} retry={() => void link.refetch()} />}
      {link.data && (
        <Stack>
          {kind === 'image' ? (
            <Image src={link.data.url} alt={title} fit="contain" mah="75vh" />
          ) : (
            <Suspense fallback={<Loading />}>
              <PdfPages url={link.data.url} title={title} />
            </Suspense>
          )}
        </Stack>
      )}
    </Dialog>
  );
}
