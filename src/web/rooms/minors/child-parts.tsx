import { Badge, Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseFile } from '../../api/types';
import { useLabel } from '../../i18n/use-label';
import { formatDay } from '../../time/format';
import { Instant } from '../../ui/instant';
import { Line } from '../../ui/part';
import { MINOR_ACTS } from './acts';
import { InterestsDialog } from './interests-dialog';
import { MinorPart, type PartProps } from './parts';

/** With whom the child is now, and until when they are one. */
export function SituationPart({ panel, zone, editable, start }: PartProps) {
  const { t, i18n } = useTranslation('minors');
  const label = useLabel();
  const [now] = panel.situations;
  return (
    <MinorPart
      name="situation"
      empty={!now}
      act={MINOR_ACTS.situation}
      editable={editable}
      start={start}
    >
      {now && (
        <Line
          title={label('childWith', now.childWith)}
          facts={[
            now.dangerToLife && t('danger'),
            now.presumedAge !== null && t('presumedAge', { count: now.presumedAge }),
            panel.comesOfAgeOn &&
              t('comesOfAge', { day: formatDay(panel.comesOfAgeOn, i18n.language) }),
          ]}
          text={now.note}
        />
      )}
      {now && (
        <Text component="li" size="xs" c="dimmed">
          <Instant at={now.occurredAt} zone={zone} inherit />
          {now.recordedBy && ` · ${now.recordedBy}`}
        </Text>
      )}
    </MinorPart>
  );
}

/** What serves the child best, in whose opinion, and since when. */
export function InterestsPart({
  file,
  panel,
  zone,
  editable,
  start,
}: PartProps & {
  file: CaseFile;
}) {
  const { t } = useTranslation('minors');
  const label = useLabel();
  const [assessing, setAssessing] = useState(false);
  const { interests } = panel;
  return (
    <>
      <MinorPart
        name="interests"
        empty={interests.length === 0}
        more={
          <Button size="xs" variant="default" onClick={() => setAssessing(true)}>
            {t('act.assess')}
          </Button>
        }
        editable={editable}
        start={start}
      >
        {interests.map((assessment, i) => (
          <li key={assessment.id}>
            <Group gap="xs">
              <Badge variant={i === 0 ? 'filled' : 'outline'} color="tinta">
                {label('interestCourse', assessment.course)}
              </Badge>
              <Text size="sm">
                {[
                  label('interestStage', assessment.stage),
                  label('concern', assessment.level),
                  t('score', { score: assessment.score }),
                ].join(' · ')}
              </Text>
            </Group>
            <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>
              {assessment.reason}
            </Text>
            <Text size="sm" c="dimmed">
              {[
                label('hearingOfChild', assessment.hearing),
                label('maturity', assessment.maturity),
              ].join(' · ')}
            </Text>
            {assessment.opinion && (
              <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>
                {t('opinion', { opinion: assessment.opinion })}
              </Text>
            )}
            <Text size="xs" c="dimmed">
              <Instant at={assessment.occurredAt} zone={zone} inherit />
              {assessment.recordedBy && ` · ${assessment.recordedBy}`}
            </Text>
          </li>
        ))}
      </MinorPart>
      {assessing && <InterestsDialog file={file} onClose={() => setAssessing(false)} />}
    </>
  );
}
