import { Badge, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useNow } from '../time/clock';
import { dayEndingAt, formatDay } from '../time/format';
import { Distance, Instant } from './instant';

/** When a duty is due, and how far that is; red only when it has passed. */
export function Due({ at, zone }: { at: string; zone: string }) {
  const { t, i18n } = useTranslation();
  const day = dayEndingAt(at, zone);
  const late = Date.parse(at) < useNow();
  return (
    <Group gap={6} wrap="wrap">
      {late && (
        <Badge color="rojo" variant="filled" size="sm">
          {t('case.overdue')}
        </Badge>
      )}
      <Text size="sm" fw={500} c={late ? 'rojo.7' : undefined} span>
        <Distance to={at} />
      </Text>
      {day ? (
        <Text size="xs" c="dimmed" span>
          <time dateTime={at}>{t('time.byTheEndOf', { day: formatDay(day, i18n.language) })}</time>
        </Text>
      ) : (
        <Instant at={at} zone={zone} size="xs" c="dimmed" />
      )}
    </Group>
  );
}
