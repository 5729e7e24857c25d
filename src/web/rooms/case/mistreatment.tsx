import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { takeNoteOfAllegation } from '../../api/detention';
import type { Allegation, CaseFile, DetentionPanel } from '../../api/types';
import { queryClient } from '../../app/query-client';
import { useAtHeadquarters, useCan } from '../../app/session';
import { Instant } from '../../ui/instant';
import { useTellDone, useTellProblem } from '../../ui/problem';
import type { StartAct } from './acts';
import { TARGET_ACTS } from './target-acts';

interface Props {
  file: CaseFile;
  detention: DetentionPanel;
  zone: string;
  start: StartAct;
}

/** The restricted fast lane: absent for whoever may not read restricted parts. */
export function Mistreatment({ file, detention, zone, start }: Props) {
  const { t } = useTranslation('detention');
  const allegations = detention.mistreatmentAllegations ?? [];
  if (allegations.length === 0) return null;
  return (
    <div>
      <Title order={3} mb="xs">
        {t('mistreatment')}
      </Title>
      <Stack component="ul" gap="sm" className="plain-list">
        {allegations.map((allegation) => (
          <li key={allegation.id}>
            <AllegationLine allegation={allegation} file={file} zone={zone} start={start} />
          </li>
        ))}
      </Stack>
    </div>
  );
}

function AllegationLine({
  allegation,
  file,
  zone,
  start,
}: {
  allegation: Allegation;
  file: CaseFile;
  zone: string;
  start: StartAct;
}) {
  const { t } = useTranslation('detention');
  const can = useCan();
  const headquarters = useAtHeadquarters();
  const tellDone = useTellDone();
  const tellProblem = useTellProblem();
  const informed = headquarters ? allegation.headquartersInformedAt : allegation.consulInformedAt;
  const take = useMutation({
    mutationFn: () => takeNoteOfAllegation(file.id, allegation.id),
    onSuccess: () => {
      tellDone(t('allegationSeen'));
      return queryClient.invalidateQueries();
    },
    onError: tellProblem,
  });
  return (
    <Group justify="space-between" gap="xs">
      <Text size="sm">
        <Instant at={allegation.reportedAt} zone={zone} inherit />
        {` · ${t(allegation.assessedAt ? 'assessed' : informed ? 'informed' : 'notInformed')}`}
      </Text>
      <Group gap="xs">
        {!informed && can('obligation.acknowledge') && (
          <Button
            size="compact-xs"
            variant="default"
            loading={take.isPending}
            onClick={() => take.mutate()}
          >
            {t('takeNote')}
          </Button>
        )}
        {!allegation.assessedAt && can('case.edit') && (
          <Button
            size="compact-xs"
            variant="default"
            onClick={() => start(TARGET_ACTS.mistreatmentAssessment, allegation.id)}
          >
            {t('act.mistreatmentAssessment')}
          </Button>
        )}
      </Group>
    </Group>
  );
}
