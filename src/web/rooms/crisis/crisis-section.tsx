import { Anchor, Badge, Group, Paper, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useLabel } from '../../i18n/use-label';
import type { SectionProps } from '../case/sections';
import { IncidentState, useNamed } from './parts';

/** The family's own panel: which incident the case belongs to, and how the person is there. */
export default function CrisisSection({ file }: SectionProps) {
  const { t } = useTranslation('crisis');
  const label = useLabel();
  const named = useNamed();
  const panel = file.crisis;
  if (!panel) return null;
  const { incidentId, incidentPersonId, openNeeds } = panel;
  return (
    <Paper component="section">
      <Group gap="xs" mb="xs">
        <Title order={2}>
          <Anchor component={Link} to={`/crises/${incidentId}`} inherit underline="always">
            {named(panel)}
          </Anchor>
        </Title>
        <IncidentState state={panel.incidentState} />
      </Group>
      <Group gap="xs">
        <Badge variant="light">{label('incidentPersonState', panel.state)}</Badge>
        <Anchor component={Link} to={`/crises/${incidentId}/persons/${incidentPersonId}`} size="sm">
          {t('registration')}
        </Anchor>
      </Group>
      <Text size="sm" mt="xs">
        {openNeeds.length > 0
          ? t('needsNow', {
              needs: openNeeds.map((need) => label('incidentNeed', need)).join(', '),
            })
          : t('none.needs')}
      </Text>
    </Paper>
  );
}
