import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDay } from '../../time/format';
import type { Doing } from '../../ui/family-act';
import { FamilyActForm } from '../../ui/family-act-form';
import type { SectionProps } from '../case/sections';
import { RETURN_ACTS, type ReturnActName, type StartReturnAct } from './acts';
import { AfterPart, ReceptionPart } from './after-parts';
import { ConditionsPart, ConsultationPart, UndertakingPart } from './condition-parts';
import { DebtPart } from './debt-part';
import { JourneyPart, PapersPart } from './journey-parts';
import { MoveDialog } from './move-dialog';
import { useMay, type ReturnProps } from './parts';
import { PlanTable } from './plan-table';
import { SegmentDialog } from './segment-dialog';

/** The family's own panel: when they arrive and what stands before it, then each thing on the way. */
export default function RepatriationSection({ file, zone }: SectionProps) {
  const { t, i18n } = useTranslation('repatriation');
  const [doing, setDoing] = useState<Doing<ReturnActName> | null>(null);
  const [moving, setMoving] = useState<string | null>(null);
  const [addingLeg, setAddingLeg] = useState(false);
  const editable = file.allowed.includes('edit');
  const may = useMay(editable);
  const start: StartReturnAct = (act, target, known) =>
    setDoing({ act, ...(target ? { target } : {}), ...(known ? { known } : {}) });
  const panel = file.repatriation;
  if (!panel) return null;
  const props: ReturnProps = { panel, zone, start, editable };
  const { predictedArrival, arrivals } = panel;
  return (
    <Paper component="section">
      <Group justify="space-between" align="baseline" mb="md" gap="xs">
        <Title order={2}>{t('title')}</Title>
        {predictedArrival && arrivals.length === 0 && (
          <Text size="sm">
            {t('predicted', { day: formatDay(predictedArrival, i18n.language) })}
          </Text>
        )}
      </Group>
      <Stack gap="lg">
        <PlanTable {...props} move={setMoving} />
        <ConditionsPart {...props} />
        <UndertakingPart {...props} />
        <ConsultationPart {...props} />
        <PapersPart {...props} />
        <JourneyPart {...props} addLeg={() => setAddingLeg(true)} />
        <ReceptionPart {...props} />
        <AfterPart {...props} />
        <DebtPart {...props} />
        {may(RETURN_ACTS.giveUp) && panel.boardings.length === 0 && (
          <Group>
            <Button size="xs" variant="subtle" onClick={() => start(RETURN_ACTS.giveUp)}>
              {t('act.giveUp')}
            </Button>
          </Group>
        )}
      </Stack>
      {addingLeg && (
        <SegmentDialog
          caseId={file.id}
          zone={zone}
          country={file.country}
          onClose={() => setAddingLeg(false)}
        />
      )}
      {moving && (
        <MoveDialog
          caseId={file.id}
          steps={panel.steps}
          step={moving}
          onClose={() => setMoving(null)}
        />
      )}
      {doing && (
        <FamilyActForm
          catalogue="repatriation"
          key={`${doing.act.name}${doing.target ?? ''}`}
          {...doing}
          file={file}
          zone={zone}
          onClose={() => setDoing(null)}
        />
      )}
    </Paper>
  );
}
