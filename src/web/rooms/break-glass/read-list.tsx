import { Button, Paper, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { GlassPage } from '../../api/break-glass';
import { useLabel } from '../../i18n/use-label';
import { readerZone } from '../../time/format';
import { Instant } from '../../ui/instant';
import { useIsIn } from './entry-parts';

const FIRST = 100;

/** Everything that was read or done while they were in: acts and times, never content. */
export function ReadList({ entry }: { entry: GlassPage }) {
  const { t } = useTranslation('break-glass');
  const words = useActWords();
  const inside = useIsIn()(entry);
  const [all, setAll] = useState(false);
  const { reads } = entry;
  return (
    <Paper component="section">
      <Title order={2}>{t('reads.title')}</Title>
      <Text size="sm" c="dimmed" mb="sm">
        {reads.length > 0 ? t('reads.hint') : t(inside ? 'reads.none' : 'reads.noneAfter')}
      </Text>
      {reads.length > 0 && (
        <Stack component="ul" gap="xs" className="plain-list">
          {(all ? reads : reads.slice(0, FIRST)).map(({ at, action }, index) => (
            <li key={`${at}${index}`}>
              <Text size="sm">{words(action)}</Text>
              <Text size="xs" c="dimmed">
                <Instant at={at} zone={readerZone()} inherit />
              </Text>
            </li>
          ))}
        </Stack>
      )}
      {reads.length > FIRST && !all && (
        <Button mt="sm" size="xs" variant="default" onClick={() => setAll(true)}>
          {t('reads.all', { count: reads.length })}
        </Button>
      )}
    </Paper>
  );
}

/** An act in words: as a reading, else as the timeline names it, else its code. */
function useActWords(): (action: string) => string {
  const { t, i18n } = useTranslation('break-glass');
  const history = useLabel('history');
  return (action) => {
    const key = `act.${action}`;
    if (i18n.exists(key, { ns: 'break-glass' })) return String(t(key as never));
    const entry = history('entry', action);
    return entry === action ? t('actOther', { code: action }) : entry;
  };
}
