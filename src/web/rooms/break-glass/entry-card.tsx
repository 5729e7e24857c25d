import { Button, Group, Paper, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { GlassEntry } from '../../api/break-glass';
import { readerZone } from '../../time/format';
import { Instant } from '../../ui/instant';
import { EntryActs, EntryMark, TimeLeft, useIsIn } from './entry-parts';
import { Written } from './written';

/** One request in the list: who, which reference, when, why, and what may be done about it. */
export function EntryCard({ entry }: { entry: GlassEntry }) {
  const { t } = useTranslation('break-glass');
  const inside = useIsIn()(entry);
  const { id, reference, state, askedBy, requestedAt, until, own, reason } = entry;
  return (
    <Paper component="li" p="md">
      <Stack gap="xs">
        <Group justify="space-between" gap="xs" align="flex-start">
          <Stack gap={0}>
            <Text fw={600}>{reference}</Text>
            <Text size="xs" c="dimmed">
              {askedBy} · <Instant at={requestedAt} zone={readerZone()} inherit />
            </Text>
          </Stack>
          <EntryMark entry={entry} />
        </Group>
        <Written>{reason}</Written>
        {inside && until && <TimeLeft until={until} />}
        {own && state === 'requested' && (
          <Text size="sm" c="dimmed" role="status">
            {t('waiting')}
          </Text>
        )}
        <EntryActs entry={entry}>
          <Button
            size="xs"
            variant="subtle"
            component={Link}
            to={`/break-glass/${id}`}
            aria-label={t('seeNamed', { reference })}
          >
            {t('see')}
          </Button>
        </EntryActs>
      </Stack>
    </Paper>
  );
}
