import { Alert, NativeSelect, Select, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { type Bar, barSomebody, type Circle, liftBar } from '../../api/sharing';
import { BAR_GROUNDS } from '../../api/sharing-codes';
import type { CaseFile } from '../../api/types';
import { useMe } from '../../app/session';
import { useLabel } from '../../i18n/use-label';
import { FormDialog } from '../../ui/form-dialog';
import { usePostOptions, usePosts } from '../../ui/use-posts';
import { type Choice, useStaffChoices } from '../cooperation/use-choices';
import { useCandidates, useRequired } from './circle-dialogs';

/** Whoever could come near the case: its circle, its post and the desks; or the staff of another post. */
function useBarrable(file: CaseFile, circle: Circle, postId: string): Choice[] {
  const label = useLabel();
  const me = useMe().account.id;
  const candidates = useCandidates(file.id);
  const elsewhere = useStaffChoices(postId || null);
  const members = circle.members
    .filter(({ state }) => state !== 'ended')
    .map(({ accountId, displayName, kind }) => ({
      value: accountId,
      label: `${displayName} · ${label('memberKind', kind)}`,
    }));
  const barred = circle.bars.filter(({ liftedAt }) => !liftedAt).map((bar) => bar.accountId);
  return (postId ? elsewhere : [...members, ...candidates]).filter(
    ({ value }, i, all) =>
      value !== me &&
      !barred.includes(value) &&
      all.findIndex((other) => other.value === value) === i,
  );
}

interface BarProps {
  file: CaseFile;
  circle: Circle;
  onClose: () => void;
}

export function BarDialog({ file, circle, onClose }: BarProps) {
  const { t } = useTranslation('access');
  const required = useRequired();
  const posts = usePosts();
  const postOptions = usePostOptions();
  const form = useForm({
    initialValues: { postId: '', accountId: '', ground: '', reason: '' },
    validate: { accountId: required, ground: required },
  });
  const staff = useBarrable(file, circle, form.values.postId);
  const others = (posts.data ?? []).filter(({ id }) => id !== file.postId);
  return (
    <FormDialog
      title={t('bar.add')}
      form={form}
      done={t('bar.added')}
      action={t('bar.add')}
      send={({ accountId, ground, reason }, sending) =>
        barSomebody(
          file.id,
          {
            accountId,
            ground: ground as (typeof BAR_GROUNDS)[number],
            reason: reason.trim() || undefined,
          },
          sending,
        )
      }
      onClose={onClose}
    >
      <NativeSelect
        label={t('bar.office')}
        data={[{ value: '', label: t('bar.ownOffice') }, ...postOptions(others)]}
        {...form.getInputProps('postId')}
        onChange={({ currentTarget: { value } }) =>
          form.setValues({ postId: value, accountId: '' })
        }
      />
      <Select
        label={t('bar.who')}
        data={staff}
        searchable
        withAsterisk
        {...form.getInputProps('accountId')}
      />
      <Select
        label={t('bar.groundName')}
        data={BAR_GROUNDS.map((value) => ({ value, label: t(`bar.ground.${value}`) }))}
        withAsterisk
        {...form.getInputProps('ground')}
      />
      <Textarea
        label={t('bar.reasonOptional')}
        autosize
        maxLength={2000}
        {...form.getInputProps('reason')}
      />
      <Alert variant="light" color="rojo">
        {t('bar.consequence')}
      </Alert>
    </FormDialog>
  );
}

interface LiftProps {
  file: CaseFile;
  bar: Bar;
  onClose: () => void;
}

export function LiftDialog({ file, bar, onClose }: LiftProps) {
  const { t } = useTranslation('access');
  const required = useRequired();
  const form = useForm({ initialValues: { reason: '' }, validate: { reason: required } });
  return (
    <FormDialog
      title={t('bar.liftNamed', { name: bar.displayName })}
      form={form}
      done={t('bar.lifted')}
      action={t('bar.lift')}
      send={({ reason }) => liftBar(file.id, bar.id, { reason })}
      onClose={onClose}
    >
      <Textarea label={t('reason')} autosize withAsterisk {...form.getInputProps('reason')} />
    </FormDialog>
  );
}
