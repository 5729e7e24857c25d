import { Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { newKey } from '../../api/client';
import { moveStep, previewMove, type PlanStep } from '../../api/repatriation';
import { useWords } from '../../catalogue/use-catalogue';
import { formatDay } from '../../time/format';
import { FormDialog } from '../../ui/form-dialog';
import { DayInput } from '../../ui/instant-input';

interface Props {
  caseId: string;
  steps: readonly PlanStep[];
  /** Id of the step that moves. */
  step: string;
  onClose: () => void;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** A step begins later: what that moves is shown before anything is kept. */
export function MoveDialog({ caseId, steps, step, onClose }: Props) {
  const { t, i18n } = useTranslation(['repatriation', 'common']);
  const words = useWords();
  const moved = steps.find(({ id }) => id === step);
  const form = useForm({
    initialValues: { notBeforeOn: '' },
    validate: { notBeforeOn: (value) => (value.trim() ? null : t('common:form.required')) },
  });
  const { notBeforeOn } = form.values;
  const preview = useQuery({
    queryKey: ['repatriation-move', caseId, step, notBeforeOn],
    queryFn: () => previewMove(caseId, step, notBeforeOn, newKey()),
    enabled: DAY.test(notBeforeOn),
    retry: false,
  });
  const day = (iso: string | null) => (iso ? formatDay(iso, i18n.language) : '—');
  const nameOf = (code: string) => {
    const found = steps.find((one) => one.code === code);
    return found ? words(found.label) : code;
  };
  return (
    <FormDialog
      title={`${t('act.move')}: ${moved ? words(moved.label) : ''}`}
      form={form}
      done={t('done')}
      send={(values, sending) => moveStep(caseId, step, values.notBeforeOn, sending)}
      onClose={onClose}
    >
      <DayInput
        label={t('field.notBeforeOn')}
        withAsterisk
        {...form.getInputProps('notBeforeOn')}
      />
      {preview.data && (
        <Stack gap={4} aria-live="polite">
          <Text size="sm" fw={600}>
            {t('arrivalMoves', {
              from: day(preview.data.arrivalFrom),
              to: day(preview.data.arrivalTo),
            })}
          </Text>
          {preview.data.changes.map(({ code, fromEnd, toEnd }) => (
            <Text key={code} size="sm">
              {nameOf(code)}: {day(fromEnd)} → {day(toEnd)}
            </Text>
          ))}
        </Stack>
      )}
    </FormDialog>
  );
}
