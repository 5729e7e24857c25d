import { Anchor, Paper, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { listTemplates } from '../../api/papers';
import { useCan } from '../../app/session';
import { useLabel } from '../../i18n/use-label';
import { readerZone } from '../../time/format';
import { Instant } from '../../ui/instant';
import { RoomHeader } from '../../ui/room-header';
import { Failure, Forbidden, Loading } from '../../ui/states';

/** The words of every paper, and who changed them last. */
export function TemplatesRoom() {
  const { t } = useTranslation('templates');
  const can = useCan();
  const label = useLabel();
  const templates = useQuery({
    queryKey: ['templates'],
    queryFn: listTemplates,
    enabled: can('catalogue.edit'),
  });
  if (!can('catalogue.edit')) return <Forbidden />;
  return (
    <>
      <RoomHeader title={t('title')} hint={t('hint')} />
      {templates.isPending && <Loading />}
      {templates.isError && (
        <Failure error={templates.error} retry={() => void templates.refetch()} />
      )}
      <Stack component="ul" gap="sm" className="plain-list" maw={860}>
        {templates.data?.items.map(({ kind, version, reason, recordedAt, author }) => (
          <Paper component="li" key={kind} p="md">
            <Anchor component={Link} to={`/templates/${kind}`} fw={600}>
              {label('paper', kind)}
            </Anchor>
            <Text size="sm" c="dimmed">
              {t('version', { n: version })} ·{' '}
              <Instant at={recordedAt} zone={readerZone()} inherit />
              {author && ` · ${author}`}
            </Text>
            <Text size="sm">{reason}</Text>
          </Paper>
        ))}
      </Stack>
    </>
  );
}
