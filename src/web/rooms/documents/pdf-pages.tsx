import { Box, Button, Group, Stack, Text } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { getDocument, GlobalWorkerOptions, type PDFDocumentProxy } from 'pdfjs-dist';
import worker from 'pdfjs-dist/build/pdf.worker.min.mjs?url';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Failure, Loading } from '../../ui/states';

GlobalWorkerOptions.workerSrc = worker;

/** Errors only: what a foreign file does wrong is not ours to report. */
const QUIET = 0;

const open = (url: string): Promise<PDFDocumentProxy> =>
  getDocument({ url, verbosity: QUIET, enableXfa: false }).promise;

/** A PDF page by page, drawn here: its scripts, links and attachments stay in the file. */
export default function PdfPages({ url, title }: { url: string; title: string }) {
  const pdf = useQuery({
    queryKey: ['pdf', url],
    queryFn: () => open(url),
    gcTime: 0,
    staleTime: Infinity,
    retry: false,
    structuralSharing: false,
  });
  if (pdf.isPending) return <Loading />;
  if (pdf.isError) return <Failure error={pdf.error} />;
  return <Pages pdf={pdf.data} title={title} />;
}

function Pages({ pdf, title }: { pdf: PDFDocumentProxy; title: string }) {
  const { t } = useTranslation('documents');
  const { ref, width } = useElementSize();
  const canvas = useRef<HTMLCanvasElement>(null);
  const [number, setNumber] = useState(1);
  const [text, setText] = useState('');
  useEffect(() => {
    const target = canvas.current;
    if (!target || width === 0) return;
    const drawing = { stop: () => undefined as void, stopped: false };
    void pdf.getPage(number).then(async (page) => {
      if (drawing.stopped) return;
      const natural = page.getViewport({ scale: 1 });
      const scale = (width / natural.width) * window.devicePixelRatio;
      const viewport = page.getViewport({ scale });
      target.width = viewport.width;
      target.height = viewport.height;
      const task = page.render({ canvas: target, viewport });
      drawing.stop = () => task.cancel();
      await task.promise.catch(() => undefined);
      const content = await page.getTextContent();
      const words = content.items.map((item) => ('str' in item ? item.str : '')).join(' ');
      if (!drawing.stopped) setText(words);
    });
    return () => {
      drawing.stopped = true;
      drawing.stop();
    };
  }, [pdf, number, width]);
  const turn = (by: number) => {
    setText('');
    setNumber(number + by);
  };
  return (
    <Stack gap="sm">
      <Group justify="space-between" gap="xs">
        <Button size="xs" variant="default" disabled={number <= 1} onClick={() => turn(-1)}>
          {t('pageBefore')}
        </Button>
        <Text size="sm" aria-live="polite">
          {t('page', { n: number, of: pdf.numPages })}
        </Text>
        <Button
          size="xs"
          variant="default"
          disabled={number >= pdf.numPages}
          onClick={() => turn(1)}
        >
          {t('pageAfter')}
        </Button>
      </Group>
      <Box ref={ref} style={{ border: '1px solid var(--mantine-color-tinta-2)' }}>
        <canvas
          ref={canvas}
          role="img"
          aria-label={t('pageNamed', { title, n: number, text })}
          style={{ width: '100%', display: 'block' }}
        />
      </Box>
    </Stack>
  );
}
