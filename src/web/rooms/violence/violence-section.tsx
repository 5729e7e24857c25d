import { Paper, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { SectionProps } from '../case/sections';
import { useFamilyAct } from '../../ui/use-family-act';
import type { ViolenceActName } from './acts';
import {
  ChildrenBlock,
  IncidentsBlock,
  MeasuresBlock,
  OutcomesBlock,
  ReturnsBlock,
  ServicesBlock,
} from './care-blocks';
import { Guide } from './guide';
import { PlanBlock, RiskBlock } from './risk-block';

/** The family's own panel: the story told once, the next step, danger, the plan, and all the help. */
export default function ViolenceSection({ file, zone }: SectionProps) {
  const { t } = useTranslation('violence');
  const { start, form } = useFamilyAct<ViolenceActName>('violence', file, zone);
  const panel = file.genderViolence;
  if (!panel) return null;
  const props = { file, panel, zone, start, editable: file.allowed.includes('edit') };
  return (
    <Paper component="section">
      <Title order={2} mb="md">
        {t('title')}
      </Title>
      <Stack gap="lg">
        <Guide file={file} />
        <div>
          <Title order={3} mb={4}>
            {t('story')}
          </Title>
          <Text size="xs" c="dimmed" mb="xs">
            {t('storyOnce')}
          </Text>
          <Text size="sm" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
            {file.summary ?? t('noStory')}
          </Text>
        </div>
        <RiskBlock {...props} />
        <PlanBlock {...props} />
        <MeasuresBlock {...props} />
        <ServicesBlock {...props} />
        <ChildrenBlock {...props} />
        <IncidentsBlock {...props} />
        <ReturnsBlock {...props} />
        <OutcomesBlock {...props} />
      </Stack>
      {form}
    </Paper>
  );
}
