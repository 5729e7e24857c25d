import { Grid, Stack } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useParams } from 'react-router';
import { readCase } from '../../api/cases';
import type { CaseFile } from '../../api/types';
import { Failure, Loading } from '../../ui/states';
import { ActDialog } from './act-dialog';
import type { Act, StartAct } from './acts';
import { CaseHeader } from './case-header';
import { CaseTabs } from './case-tabs';
import { Clocks } from './clocks';
import { TimelineSection } from './timeline-section';

const SITE = 'Amparo';

export function CaseRoom() {
  const { id = '' } = useParams();
  const file = useQuery({ queryKey: ['case', id], queryFn: () => readCase(id) });
  if (file.isPending) return <Loading />;
  if (file.isError) return <Failure error={file.error} retry={() => void file.refetch()} />;
  return <CaseView file={file.data} />;
}

function CaseView({ file }: { file: CaseFile }) {
  useDocumentTitle(`${file.reference} · ${SITE}`);
  const zone = file.timeZone;
  const [doing, setDoing] = useState<{ act: Act; target?: string } | null>(null);
  const start: StartAct = (act, target) => setDoing({ act, target });
  return (
    <Stack gap="lg">
      <CaseHeader file={file} zone={zone} start={start} />
      <Clocks file={file} zone={zone} />
      <Grid gap="lg" align="flex-start">
        <Grid.Col span={{ base: 12, lg: 7 }}>
          <CaseTabs file={file} zone={zone} start={start} />
        </Grid.Col>
        <Grid.Col span={{ base: 12, lg: 5 }}>
          <TimelineSection file={file} zone={zone} />
        </Grid.Col>
      </Grid>
      {doing && (
        <ActDialog
          key={`${doing.act.name}${doing.target ?? ''}`}
          act={doing.act}
          target={doing.target}
          file={file}
          zone={zone}
          onClose={() => setDoing(null)}
        />
      )}
    </Stack>
  );
}
