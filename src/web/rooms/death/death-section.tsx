import { Paper, Stack, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SectionProps } from '../case/sections';
import { useFamilyAct } from '../../ui/use-family-act';
import { EstateBlock, InquiryBlock, RegistrationBlock } from './aftermath-blocks';
import { FactsBlock, KinBlock, KinFirst } from './kin-block';
import { LegDialog } from './leg-dialog';
import { DecisionBlock, DocumentsBlock, RestBlock, TransportBlock } from './remains-blocks';

/** The family's own panel: who must be told first, then everything that follows. */
export default function DeathSection({ file, zone }: SectionProps) {
  const { t } = useTranslation('death');
  const { start, form } = useFamilyAct('death', file, zone);
  const [addingLeg, setAddingLeg] = useState(false);
  const panel = file.death;
  if (!panel) return null;
  const props = { panel, zone, start, editable: file.allowed.includes('edit') };
  const remains = panel.type !== 'estate';
  return (
    <Paper component="section">
      <Title order={2} mb="md">
        {t('title')}
      </Title>
      <Stack gap="lg">
        <KinFirst {...props} />
        <KinBlock {...props} />
        <FactsBlock {...props} />
        {remains && (
          <>
            <DecisionBlock {...props} />
            <DocumentsBlock {...props} />
            <TransportBlock {...props} addLeg={() => setAddingLeg(true)} />
            <RestBlock {...props} />
          </>
        )}
        <RegistrationBlock {...props} />
        <InquiryBlock {...props} />
        <EstateBlock {...props} />
      </Stack>
      {addingLeg && <LegDialog caseId={file.id} zone={zone} onClose={() => setAddingLeg(false)} />}
      {form}
    </Paper>
  );
}
