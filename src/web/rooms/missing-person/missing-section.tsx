import { Paper, Stack, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { SectionProps } from '../case/sections';
import { useFamilyAct } from '../../ui/use-family-act';
import { AnswersBlock, RequestBlock, ResultBlock, SearchBlock } from './search-blocks';

/** The family's own panel: who asks, the search, what was found, and what may be told. */
export default function MissingSection({ file, zone }: SectionProps) {
  const { t } = useTranslation('missing');
  const { start, form } = useFamilyAct('missing', file, zone);
  const panel = file.missingPerson;
  if (!panel) return null;
  const props = { panel, zone, start, editable: file.allowed.includes('edit') };
  return (
    <Paper component="section">
      <Title order={2} mb="md">
        {t('title')}
      </Title>
      <Stack gap="lg">
        <RequestBlock {...props} />
        <SearchBlock {...props} />
        <ResultBlock {...props} />
        <AnswersBlock {...props} />
      </Stack>
      {form}
    </Paper>
  );
}
