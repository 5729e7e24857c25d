import { Paper, Stack, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SectionProps } from '../case/sections';
import { FamilyActForm } from '../family/act-form';
import type { Doing, StartFamilyAct } from '../family/acts';
import { AnswersBlock, RequestBlock, ResultBlock, SearchBlock } from './search-blocks';

/** The family's own panel: who asks, the search, what was found, and what may be told. */
export default function MissingSection({ file, zone }: SectionProps) {
  const { t } = useTranslation('missing');
  const [doing, setDoing] = useState<Doing | null>(null);
  const start: StartFamilyAct = (act, target, known) =>
    setDoing({ act, ...(target ? { target } : {}), ...(known ? { known } : {}) });
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
      {doing && (
        <FamilyActForm
          key={`${doing.act.name}${doing.target ?? ''}`}
          catalogue="missing"
          {...doing}
          file={file}
          zone={zone}
          onClose={() => setDoing(null)}
        />
      )}
    </Paper>
  );
}
