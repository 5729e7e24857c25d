import {
  Button,
  Chip,
  Group,
  Input,
  NativeSelect,
  SimpleGrid,
  Stack,
  Textarea,
  TextInput,
} from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { CHECK_FINDINGS, NEEDS, VISIT_CHECKS } from '../../api/codes';
import { useLabel, useOptions } from '../../i18n/use-label';
import { Fields } from '../../ui/fieldset';
import type { VisitCheck } from './values';
import type { VisitForm } from './visit-room';

/** What every visit checks, what the person needs, and what was carried to and from them. */
export function FindingsFields({ form }: { form: VisitForm }) {
  const { t } = useTranslation('visit');
  const label = useLabel();
  const needs = useId();
  return (
    <>
      <Fields legend={t('checks')}>
        <Group>
          <Button size="xs" variant="default" onClick={() => sayAllGood(form)}>
            {t('allGood')}
          </Button>
        </Group>
        <Stack gap="sm">
          {VISIT_CHECKS.map((check) => (
            <CheckField key={check} check={check} form={form} />
          ))}
        </Stack>
      </Fields>
      <Fields legend={t('needs')}>
        <Input.Wrapper label={t('needsHow')} labelElement="div" labelProps={{ id: needs }}>
          <Chip.Group multiple {...form.getInputProps('needs')}>
            <Group gap="xs" mt="xs" role="group" aria-labelledby={needs}>
              {NEEDS.map((need) => (
                <Chip key={need} value={need} size="sm" variant="outline">
                  {label('need', need)}
                </Chip>
              ))}
            </Group>
          </Chip.Group>
        </Input.Wrapper>
        {form.values.needs.length > 0 && (
          <Textarea label={t('needsNote')} autosize {...form.getInputProps('needsNote')} />
        )}
      </Fields>
      <Fields legend={t('messages')}>
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <Textarea
            label={t('messagesDelivered')}
            autosize
            minRows={2}
            {...form.getInputProps('messagesDelivered')}
          />
          <Textarea
            label={t('messagesReceived')}
            autosize
            minRows={2}
            {...form.getInputProps('messagesReceived')}
          />
          <Textarea
            label={t('nextSteps')}
            autosize
            minRows={2}
            {...form.getInputProps('nextSteps')}
          />
          <TextInput
            label={t('evidence')}
            description={t('evidenceHint')}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            {...form.getInputProps('evidence')}
          />
        </SimpleGrid>
      </Fields>
    </>
  );
}

/** For the visit that found nothing wrong: whatever has not been looked at yet is in order. */
function sayAllGood(form: VisitForm): void {
  for (const check of VISIT_CHECKS) {
    if (form.values.checks[check].finding === 'not_checked') {
      form.setFieldValue(`checks.${check}.finding`, 'good');
    }
  }
}

function CheckField({ check, form }: { check: VisitCheck; form: VisitForm }) {
  const { t } = useTranslation('visit');
  const label = useLabel();
  const options = useOptions();
  const { finding } = form.values.checks[check];
  const worrying = finding === 'concern' || finding === 'serious';
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }} style={{ alignItems: 'end' }}>
      <NativeSelect
        label={label('check', check)}
        data={options('checkFinding', CHECK_FINDINGS)}
        {...form.getInputProps(`checks.${check}.finding`)}
      />
      {worrying && (
        <TextInput
          label={t('whatWasSeen', { check: label('check', check) })}
          {...form.getInputProps(`checks.${check}.note`)}
        />
      )}
    </SimpleGrid>
  );
}
