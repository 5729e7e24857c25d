import { Alert, Anchor, Badge, Button, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { pdfAddress, readPaper, type PaperPage } from '../../api/papers';
import { useCan } from '../../app/session';
import { useLabel } from '../../i18n/use-label';
import { RoomHeader } from '../../ui/room-header';
import { Failure, Loading } from '../../ui/states';
import { AnnulDialog } from './annul-dialog';
import { DraftForm } from './draft-form';
import { PaperSheet } from './paper-sheet';

/** One paper: completed and issued while it is a draft, read and handed out afterwards. */
export function PaperRoom() {
  const { id = '' } = useParams();
  const paper = useQuery({ queryKey: ['paper', id], queryFn: () => readPaper(id) });
  if (paper.isPending) return <Loading />;
  if (paper.isError) return <Failure error={paper.error} retry={() => void paper.refetch()} />;
  return <PaperView paper={paper.data} />;
}

function PaperView({ paper }: { paper: PaperPage }) {
  const { t } = useTranslation('papers');
  const label = useLabel();
  const can = useCan();
  const [annulling, setAnnulling] = useState(false);
  const back = paper.caseId ? `/cases/${paper.caseId}?tab=documents` : '/papers';
  return (
    <>
      <RoomHeader
        title={label('paper', paper.kind)}
        hint={
          <Group gap="xs">
            {paper.number && <Text span>{paper.number}</Text>}
            <Badge variant="outline">{label('paperState', paper.state)}</Badge>
            {paper.tier === 'restricted' && <Badge variant="light">{t('restricted')}</Badge>}
            <Anchor component={Link} to={back} size="sm">
              {t(paper.caseId ? 'backToCase' : 'backToList')}
            </Anchor>
          </Group>
        }
      >
        <Button
          component="a"
          variant="default"
          href={pdfAddress(paper.id)}
          target="_blank"
          rel="noreferrer"
        >
          {t(paper.state === 'draft' ? 'openDraftFile' : 'openFile')}
        </Button>
        {paper.state === 'issued' && can('paper.issue') && (
          <Button variant="default" onClick={() => setAnnulling(true)}>
            {t('annul')}
          </Button>
        )}
      </RoomHeader>
      {paper.state === 'draft' && can('paper.draft') ? (
        <DraftForm key={paper.id} paper={paper} />
      ) : (
        <Stack maw={760} mx="auto">
          {paper.state === 'annulled' && (
            <Alert color="rojo" variant="light" title={t('isAnnulled')}>
              {t('isAnnulledDetail')}
            </Alert>
          )}
          <PaperSheet blocks={paper.blocks} draft={paper.state === 'draft'} />
        </Stack>
      )}
      {annulling && <AnnulDialog paper={paper} onClose={() => setAnnulling(false)} />}
    </>
  );
}
