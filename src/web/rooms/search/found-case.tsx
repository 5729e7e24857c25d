import { Anchor, Badge, Group, Highlight, Paper, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { FoundCase, SearchReason } from '../../api/search';
import type { PersonMatch } from '../../api/types';
import { useLabel } from '../../i18n/use-label';
import { Instant } from '../../ui/instant';

/** A case among the answers, with why it is one. */
export function FoundCaseCard({ row, people }: { row: FoundCase; people: PersonMatch[] }) {
  const { t } = useTranslation(['search', 'common']);
  const label = useLabel();
  return (
    <Paper component="li" p="md">
      <Stack gap={4}>
        <Group gap={6}>
          <Anchor component={Link} to={`/cases/${row.id}`} fw={640}>
            {row.personName ?? t('common:case.noPerson')}
          </Anchor>
          <Badge size="xs" variant="light">
            {label('status', row.status)}
          </Badge>
          {row.tier !== 'standard' && (
            <Badge size="xs" variant="outline">
              {label('tier', row.tier)}
            </Badge>
          )}
        </Group>
        <Text size="sm" c="dimmed">
          {[row.reference, label('type', row.type), row.assignee?.displayName]
            .filter(Boolean)
            .join(' · ')}
        </Text>
        {row.why.map((reason, at) => (
          <Why key={at} reason={reason} people={people} zone={row.timeZone} />
        ))}
      </Stack>
    </Paper>
  );
}

function Why({
  reason,
  people,
  zone,
}: {
  reason: SearchReason;
  people: PersonMatch[];
  zone: string;
}) {
  const { t } = useTranslation('search');
  const label = useLabel();
  const person = people.find(({ id }) => id === reason.personId);
  const who = [person?.fullName, reason.role && label('personRole', reason.role)];
  return (
    <Text size="sm" component="div">
      <Text span size="xs" c="dimmed">
        {t(`why.${reason.kind}`)}
        {reason.occurredAt && (
          <>
            {' '}
            <Instant at={reason.occurredAt} zone={zone} size="xs" />
          </>
        )}
      </Text>{' '}
      {reason.text ? (
        <Highlight component="span" size="sm" highlight={reason.words ?? []}>
          {reason.text}
        </Highlight>
      ) : (
        who.filter(Boolean).join(' · ')
      )}
    </Text>
  );
}
