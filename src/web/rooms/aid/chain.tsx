import { Paper, Text, Timeline, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Aid } from '../../api/aid';
import { useLabel } from '../../i18n/use-label';
import { formatInstant, readerZone } from '../../time/format';

/** Who decided what and when; each stage is another person’s. */
export function Chain({ aid }: { aid: Aid }) {
  const { t, i18n } = useTranslation('aid');
  const label = useLabel();
  return (
    <Paper component="section" p="md" aria-labelledby="chain">
      <Title order={2} id="chain" mb="sm">
        {t('chain')}
      </Title>
      <Timeline active={aid.decisions.length - 1} bulletSize={16} lineWidth={2}>
        {aid.decisions.map((decision) => (
          <Timeline.Item
            key={decision.id}
            title={
              decision.act === 'allow_advance'
                ? t('act.allow_advance')
                : label('aidState', decision.state)
            }
          >
            <Text size="sm" c="dimmed">
              {decision.by} · {formatInstant(decision.occurredAt, readerZone(), i18n.language)}
            </Text>
            {(decision.reason ?? decision.note) && (
              <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>
                {decision.reason ?? decision.note}
              </Text>
            )}
          </Timeline.Item>
        ))}
      </Timeline>
    </Paper>
  );
}
