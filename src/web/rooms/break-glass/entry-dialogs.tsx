import { Radio, SegmentedControl, Stack, Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import {
  admitEntry,
  endEntry,
  GLASS_VERDICTS,
  type GlassEntry,
  refuseEntry,
  reviewEntry,
} from '../../api/break-glass';
import { FormDialog } from '../../ui/form-dialog';
import { Written } from './written';

export type EntryAct = 'admit' | 'refuse' | 'end' | 'review';

interface Props {
  entry: GlassEntry;
  onClose: () => void;
}

/** The question that an act upon an entry asks. */
export function EntryDialog({ act, ...props }: Props & { act: EntryAct }) {
  const Asked = { admit: Admit, refuse: Refuse, end: End, review: Review }[act];
  return <Asked {...props} />;
}

function Admit({ entry, onClose }: Props) {
  const { t } = useTranslation('break-glass');
  const form = useForm({ initialValues: { hours: '1' } });
  return (
    <FormDialog
      title={t('admit.title', { name: entry.askedBy })}
      form={form}
      done={t('admit.done')}
      action={t('admit.action')}
      send={({ hours }) => admitEntry(entry.id, Number(hours))}
      onClose={onClose}
    >
      <Text size="sm" fw={600}>
        {entry.reference}
      </Text>
      <Written>{entry.reason}</Written>
      <Stack gap={4}>
        <Text size="sm" fw={500} id="hours">
          {t('admit.hours')}
        </Text>
        <SegmentedControl
          fullWidth
          aria-labelledby="hours"
          data={(['1', '2', '3'] as const).map((value) => ({
            value,
            label: t(`admit.h${value}`),
          }))}
          {...form.getInputProps('hours')}
        />
      </Stack>
      <Text size="sm">{t('admit.told')}</Text>
    </FormDialog>
  );
}

function Refuse({ entry, onClose }: Props) {
  const { t } = useTranslation('break-glass');
  const form = useForm({ initialValues: {} });
  return (
    <FormDialog
      title={t('refuse.title', { name: entry.askedBy })}
      form={form}
      done={t('refuse.done')}
      action={t('refuse.action')}
      send={() => refuseEntry(entry.id)}
      onClose={onClose}
    >
      <Text size="sm">{t('refuse.about')}</Text>
    </FormDialog>
  );
}

function End({ entry, onClose }: Props) {
  const { t } = useTranslation('break-glass');
  const form = useForm({ initialValues: {} });
  return (
    <FormDialog
      title={entry.own ? t('end.own') : t('end.title', { name: entry.askedBy })}
      form={form}
      done={t('end.done')}
      action={entry.own ? t('end.own') : t('end.action')}
      send={() => endEntry(entry.id)}
      onClose={onClose}
    >
      <Text size="sm">{t(entry.own ? 'end.ownAbout' : 'end.about')}</Text>
    </FormDialog>
  );
}

function Review({ entry, onClose }: Props) {
  const { t } = useTranslation(['break-glass', 'common']);
  const required = (value: string) => (value.trim() ? null : t('common:form.required'));
  const form = useForm({
    initialValues: { verdict: '', note: '' },
    validate: { verdict: required, note: required },
  });
  return (
    <FormDialog
      title={t('review.title')}
      form={form}
      done={t('review.done')}
      send={({ verdict, note }) =>
        reviewEntry(entry.id, { verdict: verdict as (typeof GLASS_VERDICTS)[number], note })
      }
      onClose={onClose}
    >
      <Radio.Group label={t('review.verdict')} withAsterisk {...form.getInputProps('verdict')}>
        <Stack gap="xs" mt="xs">
          {GLASS_VERDICTS.map((verdict) => (
            <Radio key={verdict} value={verdict} label={t(`review.${verdict}`)} />
          ))}
        </Stack>
      </Radio.Group>
      <Textarea
        label={t('review.note')}
        withAsterisk
        autosize
        minRows={3}
        maxLength={2000}
        {...form.getInputProps('note')}
      />
    </FormDialog>
  );
}
