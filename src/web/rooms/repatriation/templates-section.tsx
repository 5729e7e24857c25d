import {
  Button,
  Checkbox,
  Group,
  NativeSelect,
  NumberInput,
  Paper,
  Stack,
  Table,
  Text,
  Textarea,
  Title,
} from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  createPlanTemplates,
  listPlanTemplates,
  REPATRIATION_TYPES,
  type PlanTemplates,
} from '../../api/repatriation';
import { useCan } from '../../app/session';
import { useWords } from '../../catalogue/use-catalogue';
import { useLabel, useOptions } from '../../i18n/use-label';
import { FormDialog } from '../../ui/form-dialog';
import { Failure, Loading } from '../../ui/states';

type Type = (typeof REPATRIATION_TYPES)[number];

/** The steps of each type of return with their days, as they are in force. */
export function PlanTemplatesSection() {
  const { t } = useTranslation('repatriation');
  const can = useCan();
  const label = useLabel();
  const words = useWords();
  const [editing, setEditing] = useState(false);
  const versions = useQuery({ queryKey: ['repatriation-templates'], queryFn: listPlanTemplates });
  if (versions.isPending) return <Loading />;
  if (versions.isError) return <Failure error={versions.error} />;
  const [current] = versions.data.items;
  if (!current) return null;
  return (
    <Paper component="section">
      <Group justify="space-between" align="flex-start" mb="xs">
        <Title order={2}>{t('templates.title')}</Title>
        {can('policy.edit') && (
          <Button variant="default" size="xs" onClick={() => setEditing(true)}>
            {t('templates.edit')}
          </Button>
        )}
      </Group>
      <Text size="sm" c="dimmed" mb="xs">
        {t('templates.version', { version: current.version })} · {current.reason}
      </Text>
      <Stack gap="sm">
        {REPATRIATION_TYPES.map((type) => (
          <div key={type}>
            <Text size="sm" fw={600}>
              {label('repatriationType', type)}
            </Text>
            <Text size="sm">
              {current.content[type]
                .map((step) => t('templates.step', { step: words(step.label), count: step.days }))
                .join(' · ')}
            </Text>
          </div>
        ))}
      </Stack>
      {editing && <TemplatesDialog base={current.content} onClose={() => setEditing(false)} />}
    </Paper>
  );
}

/** How long each step takes and whether a case may close without it, one type at a time. */
function TemplatesDialog({ base, onClose }: { base: PlanTemplates; onClose: () => void }) {
  const { t } = useTranslation(['repatriation', 'common']);
  const words = useWords();
  const options = useOptions();
  const [type, setType] = useState<Type>('destitute');
  const form = useForm({
    initialValues: { content: structuredClone(base), reason: '' },
    validate: { reason: (value) => (value.trim() ? null : t('common:form.required')) },
  });
  return (
    <FormDialog
      title={t('templates.edit')}
      size="lg"
      form={form}
      done={t('templates.saved')}
      send={({ content, reason }, sending) => createPlanTemplates(content, reason, sending)}
      onClose={onClose}
    >
      <NativeSelect
        label={t('templates.type')}
        data={options('repatriationType', REPATRIATION_TYPES)}
        value={type}
        onChange={(event) => setType(event.currentTarget.value as Type)}
      />
      <Table verticalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('column.step')}</Table.Th>
            <Table.Th>{t('templates.days')}</Table.Th>
            <Table.Th>{t('templates.mandatory')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {form.values.content[type].map((step, index) => {
            const name = words(step.label);
            const path = `content.${type}.${index}`;
            return (
              <Table.Tr key={step.code}>
                <Table.Th scope="row" fw={400}>
                  {name}
                </Table.Th>
                <Table.Td>
                  <NumberInput
                    w={96}
                    min={0}
                    max={365}
                    allowDecimal={false}
                    aria-label={t('templates.daysOf', { step: name })}
                    {...form.getInputProps(`${path}.days`)}
                  />
                </Table.Td>
                <Table.Td>
                  <Checkbox
                    aria-label={t('templates.mandatoryOf', { step: name })}
                    {...form.getInputProps(`${path}.mandatory`, { type: 'checkbox' })}
                  />
                </Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
      <Text size="xs" c="dimmed">
        {t('templates.hint')}
      </Text>
      <Textarea
        label={t('field.reason')}
        autosize
        minRows={2}
        withAsterisk
        {...form.getInputProps('reason')}
      />
    </FormDialog>
  );
}
