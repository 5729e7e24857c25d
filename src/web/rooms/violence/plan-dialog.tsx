import { Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { recordSafetyPlan, SAFETY_PLAN_PARTS, type ViolencePanel } from '../../api/violence';
import type { CaseFile } from '../../api/types';
import { FormDialog } from '../../ui/form-dialog';

interface Props {
  file: CaseFile;
  /** What holds now. */
  current?: ViolencePanel['safetyPlans'][number];
  onClose: () => void;
}

/** The whole plan in the person's own words; each change keeps the plan before. */
export function PlanDialog({ file, current, onClose }: Props) {
  const { t } = useTranslation('violence');
  const form = useForm<Record<string, string>>({
    initialValues: Object.fromEntries(
      SAFETY_PLAN_PARTS.map((part) => [part, current?.content[part] ?? '']),
    ),
  });
  return (
    <FormDialog
      title={t('act.plan')}
      size="lg"
      form={form}
      done={t('done')}
      send={(values, sending) =>
        recordSafetyPlan(file.id, { ...values, basedOn: current?.version ?? 0 }, sending)
      }
      onClose={onClose}
    >
      <Text size="sm" c="dimmed">
        {t('planHint')}
      </Text>
      {SAFETY_PLAN_PARTS.map((part) => (
        <Textarea
          key={part}
          label={t(`planPart.${part}`)}
          autosize
          minRows={2}
          {...form.getInputProps(part)}
        />
      ))}
    </FormDialog>
  );
}
