import { Button, Group, Paper, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listPapers } from '../../api/papers';
import type { CaseFile } from '../../api/types';
import { useCan } from '../../app/session';
import { Empty, Failure, Loading } from '../../ui/states';
import { NewPaperDialog } from './new-paper-dialog';
import { PaperList } from './paper-list';

/** The papers of a case: those issued, those begun, and the way to a new one. */
export function PapersSection({ file, zone }: { file: CaseFile; zone: string }) {
  const { t } = useTranslation('papers');
  const can = useCan();
  const [choosing, setChoosing] = useState(false);
  const papers = useQuery({ queryKey: ['papers', file.id], queryFn: () => listPapers(file.id) });
  return (
    <Paper component="section">
      <Group justify="space-between" mb="sm">
        <Title order={2}>{t('title')}</Title>
        {can('paper.draft') && (
          <Button size="xs" onClick={() => setChoosing(true)}>
            {t('new')}
          </Button>
        )}
      </Group>
      {papers.isPending && <Loading />}
      {papers.isError && <Failure error={papers.error} retry={() => void papers.refetch()} />}
      {papers.data?.items.length === 0 && <Empty title={t('none')}>{t('noneDetail')}</Empty>}
      {papers.data && <PaperList papers={papers.data.items} zone={zone} />}
      {choosing && (
        <NewPaperDialog caseId={file.id} family={file.family} onClose={() => setChoosing(false)} />
      )}
    </Paper>
  );
}
