import { Progress, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Round } from '../../api/rounds';

/** The name of an occasion in the reader's language. */
export const nameOf = (names: { es: string; en: string }, language: string): string =>
  language === 'en' ? names.en : names.es;

/** How much of a round is done, in words and as a bar. */
export function RoundProgress({ round }: { round: Round }) {
  const { t } = useTranslation('rounds');
  const total = round.planned + round.recorded + round.notVisited;
  const text = t('progress', { recorded: round.recorded + round.notVisited, total });
  return (
    <div>
      <Text size="sm">{text}</Text>
      <Progress.Root size="sm" mt={4}>
        <Progress.Section
          value={total ? (100 * round.recorded) / total : 0}
          color="tinta"
          aria-label={text}
        />
        <Progress.Section
          value={total ? (100 * round.notVisited) / total : 0}
          color="gray"
          aria-label={t('notVisited')}
        />
      </Progress.Root>
    </div>
  );
}
