import {
  ActionIcon,
  Button,
  Fieldset,
  Group,
  NativeSelect,
  NumberInput,
  SimpleGrid,
  Stack,
  Text,
  TextInput,
} from '@mantine/core';
import { useForm, type UseFormReturnType } from '@mantine/form';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newKey } from '../../api/client';
import { saveOccasions, type OccasionContent } from '../../api/rounds';
import { queryClient } from '../../app/query-client';
import { useOptions } from '../../i18n/use-label';
import { nowAt, toInstant } from '../../time/zoned';
import { Dialog } from '../../ui/dialog';
import { FormEnd } from '../../ui/form-end';
import { InstantInput } from '../../ui/instant-input';
import { type ProblemText, useFormProblem, useTellDone } from '../../ui/problem';
import { HEADQUARTERS_ZONE } from './zone';

interface Row {
  code: string;
  es: string;
  en: string;
  kind: 'date' | 'weekday';
  month: string;
  day: number;
  weekday: string;
  nth: string;
}
interface Values {
  proposeDaysAhead: number;
  dueWithinDays: number;
  rows: Row[];
  effectiveFrom: string;
  reason: string;
}

const MONTHS = Array.from({ length: 12 }, (_, n) => String(n + 1));
const WEEKDAYS = ['1', '2', '3', '4', '5', '6', '7'];
const NTH = ['1', '2', '3', '4'];

const rowOf = ({ code, names, rule }: OccasionContent['occasions'][number]): Row => ({
  code,
  ...names,
  kind: rule.kind,
  month: String(rule.month),
  day: rule.day ?? 1,
  weekday: String(rule.weekday ?? 7),
  nth: String(rule.nth ?? 1),
});

const contentOf = ({ proposeDaysAhead, dueWithinDays, rows }: Values): OccasionContent => ({
  proposeDaysAhead,
  dueWithinDays,
  occasions: rows.map(({ code, es, en, kind, month, day, weekday, nth }) => ({
    code,
    names: { es: es.trim(), en: en.trim() },
    rule:
      kind === 'date'
        ? { kind, month: Number(month), day }
        : { kind, month: Number(month), weekday: Number(weekday), nth: Number(nth) },
  })),
});

/** A new version of the traditional visits, from a day on. */
export function OccasionsDialog({ base, onClose }: { base: OccasionContent; onClose: () => void }) {
  const { t } = useTranslation(['rounds', 'common']);
  const place = useFormProblem();
  const tellDone = useTellDone();
  const [key, setKey] = useState(newKey);
  const [problem, setProblem] = useState<ProblemText | null>(null);
  const needed = (value: string) => (value.trim() ? null : t('common:form.required'));
  const form = useForm<Values>({
    initialValues: {
      proposeDaysAhead: base.proposeDaysAhead,
      dueWithinDays: base.dueWithinDays,
      rows: base.occasions.map(rowOf),
      effectiveFrom: '',
      reason: '',
    },
    validate: {
      effectiveFrom: needed,
      reason: needed,
      rows: { es: needed, en: needed },
    },
  });
  const save = useMutation({
    mutationFn: (values: Values) =>
      saveOccasions(
        {
          effectiveFrom: toInstant(values.effectiveFrom, HEADQUARTERS_ZONE),
          content: contentOf(values),
          reason: values.reason.trim(),
        },
        key,
      ),
    onMutate: () => setProblem(null),
    onSuccess: async () => {
      tellDone(t('occasions.saved'));
      onClose();
      await queryClient.invalidateQueries();
    },
    onError: (error) => {
      setKey(newKey());
      setProblem(place(form, error));
    },
  });
  const add = () =>
    form.insertListItem('rows', {
      code: `visit_${newKey().replace(/\W/g, '').slice(0, 8).toLowerCase()}`,
      es: '',
      en: '',
      kind: 'date',
      month: '1',
      day: 1,
      weekday: '7',
      nth: '1',
    } satisfies Row);
  return (
    <Dialog onClose={onClose} title={t('occasions.edit')} size="xl">
      <form noValidate onSubmit={form.onSubmit((values) => save.mutate(values))}>
        <Stack>
          {form.values.rows.map((row, index) => (
            <OccasionFields key={row.code} form={form} index={index} />
          ))}
          <Group>
            <Button
              variant="default"
              size="xs"
              leftSection={<IconPlus size={16} aria-hidden />}
              onClick={add}
            >
              {t('occasions.addOne')}
            </Button>
          </Group>
          <SimpleGrid cols={{ base: 1, sm: 2 }}>
            <NumberInput
              label={t('occasions.proposeDaysAhead')}
              min={1}
              max={366}
              {...form.getInputProps('proposeDaysAhead')}
            />
            <NumberInput
              label={t('occasions.dueWithinDays')}
              min={0}
              max={366}
              {...form.getInputProps('dueWithinDays')}
            />
            <InstantInput
              label={t('occasions.effectiveFrom')}
              withAsterisk
              min={nowAt(HEADQUARTERS_ZONE)}
              {...form.getInputProps('effectiveFrom')}
            />
            <TextInput
              label={t('occasions.reason')}
              withAsterisk
              autoComplete="off"
              {...form.getInputProps('reason')}
            />
          </SimpleGrid>
          <Text size="xs" c="dimmed">
            {t('common:form.localTime', { zone: HEADQUARTERS_ZONE })}
          </Text>
          <FormEnd
            problem={problem}
            sending={save.isPending}
            action={t('occasions.save')}
            onClose={onClose}
          />
        </Stack>
      </form>
    </Dialog>
  );
}

function OccasionFields({ form, index }: { form: UseFormReturnType<Values>; index: number }) {
  const { t } = useTranslation('rounds');
  const options = useOptions();
  const row = form.values.rows[index]!;
  const at = (name: keyof Row) => `rows.${index}.${name}`;
  return (
    <Fieldset legend={row.es || t('occasions.addOne')}>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
        <TextInput label={t('occasions.nameEs')} {...form.getInputProps(at('es'))} />
        <TextInput label={t('occasions.nameEn')} {...form.getInputProps(at('en'))} />
        <NativeSelect
          label={t('occasions.kind')}
          data={[
            { value: 'date', label: t('occasions.kindDate') },
            { value: 'weekday', label: t('occasions.kindWeekday') },
          ]}
          {...form.getInputProps(at('kind'))}
        />
        {row.kind === 'date' ? (
          <NumberInput
            label={t('occasions.day')}
            min={1}
            max={31}
            {...form.getInputProps(at('day'))}
          />
        ) : (
          <Group grow>
            <NativeSelect
              label={t('occasions.nth')}
              data={options('nth', NTH)}
              {...form.getInputProps(at('nth'))}
            />
            <NativeSelect
              label={t('occasions.weekday')}
              data={options('weekday', WEEKDAYS)}
              {...form.getInputProps(at('weekday'))}
            />
          </Group>
        )}
        <NativeSelect
          label={t('occasions.month')}
          data={options('month', MONTHS)}
          {...form.getInputProps(at('month'))}
        />
        <Group align="flex-end" justify="flex-end">
          <ActionIcon
            variant="default"
            size={36}
            aria-label={t('occasions.removeOne', { name: row.es })}
            onClick={() => form.removeListItem('rows', index)}
          >
            <IconTrash size={18} aria-hidden />
          </ActionIcon>
        </Group>
      </SimpleGrid>
    </Fieldset>
  );
}
