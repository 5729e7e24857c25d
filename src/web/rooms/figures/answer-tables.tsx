import { SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { AnswerFigures, CaseFigures } from '../../api/figures';
import { useWords } from '../../catalogue/use-catalogue';
import { countryName } from '../../time/format';
import { FigureTable } from './figure-table';
import { type Range, searchOf } from './range';

interface Props {
  figures: CaseFigures;
  range: Range;
}

type AnswerRow = AnswerFigures['rows'][number];

/** The name of an answer, by the kind of its field; null: not stated. */
export function useAnswerName(): (
  kind: AnswerFigures['kind'],
  row: Pick<AnswerRow, 'answer' | 'label'>,
) => string {
  const { t, i18n } = useTranslation(['figures', 'catalogue']);
  const words = useWords();
  return (kind, { answer, label }) => {
    if (answer === null) return t('notStated');
    if (kind === 'boolean') return t(answer === 'true' ? 'catalogue:yes' : 'catalogue:no');
    if (kind === 'country') return countryName(answer, i18n.language);
    return label ? words(label) : answer;
  };
}

/** The cases opened, by what they answer to the fields of their family. */
export function AnswerTables({ figures, range }: Props) {
  const { t } = useTranslation('figures');
  const words = useWords();
  const name = useAnswerName();
  const { answers, opened } = figures;
  if (!range.family) return <Text c="dimmed">{t('chooseFamily')}</Text>;
  if (answers.length === 0 || opened.total === 0) return null;
  const list = (field?: string, answer?: string) =>
    `/figures/cases?${searchOf(range, {
      counted: 'opened',
      ...(field && { field }),
      ...(answer && { answer }),
    })}`;
  return (
    <Stack gap="sm" component="section">
      <Title order={2}>{t('answers')}</Title>
      <SimpleGrid cols={{ base: 1, md: 2, xl: 3 }} style={{ alignItems: 'start' }}>
        {answers.map(({ field, label, kind, rows }) => (
          <FigureTable
            key={field}
            title={words(label)}
            note={kind === 'choices' ? t('several') : undefined}
            rowName={t('answer')}
            columns={[t('cases')]}
            rows={rows.map((row) => ({
              name: name(kind, row),
              silent: row.answer === null,
              counts: [{ value: row.cases, to: list(field, row.answer ?? undefined) }],
            }))}
            total={kind === 'choices' ? undefined : [{ value: opened.total, to: list() }]}
          />
        ))}
      </SimpleGrid>
    </Stack>
  );
}
