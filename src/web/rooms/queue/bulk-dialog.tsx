import {
  Alert,
  Button,
  Group,
  MultiSelect,
  NativeSelect,
  Stack,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import {
  listTags,
  previewBulk,
  requestBulk,
  type BulkAction,
  type BulkPreview,
  type BulkRequest,
  type BulkSelection,
} from '../../api/bulk';
import { listStaff } from '../../api/cases';
import { newKey } from '../../api/client';
import { OUTCOMES } from '../../api/codes';
import { queryClient } from '../../app/query-client';
import { useOptions } from '../../i18n/use-label';
import { Dialog } from '../../ui/dialog';
import { type ProblemText, useFormProblem } from '../../ui/problem';
import { PreviewTable } from './preview-table';

interface Values {
  accountId: string;
  outcome: (typeof OUTCOMES)[number];
  until: string;
  add: string[];
  remove: string[];
  reason: string;
}

interface Props {
  action: BulkAction;
  postId: string;
  selection: BulkSelection;
  onClose: () => void;
}

/** One act over many cases: first what would happen, then the work, which can be left and found again. */
export function BulkDialog({ action, postId, selection, onClose }: Props) {
  const { t } = useTranslation(['bulk', 'common']);
  const go = useNavigate();
  const place = useFormProblem();
  const key = useRef(newKey());
  const [problem, setProblem] = useState<ProblemText | null>(null);
  const [preview, setPreview] = useState<BulkPreview | null>(null);
  const form = useForm<Values>({
    initialValues: {
      accountId: '',
      outcome: 'resolved',
      until: '',
      add: [],
      remove: [],
      reason: '',
    },
    onValuesChange: () => setPreview(null),
  });
  const request = () => toRequest(action, selection, form.values);
  const fail = (error: unknown) => setProblem(place(form, error));
  const look = useMutation({
    mutationFn: () => previewBulk(request()),
    onSuccess: (seen) => {
      setProblem(null);
      setPreview(seen);
    },
    onError: fail,
  });
  const start = useMutation({
    mutationFn: () => requestBulk(request(), key.current),
    onSuccess: async ({ id }) => {
      await queryClient.invalidateQueries({ queryKey: ['operations'] });
      void go(`/operations/${id}`);
    },
    onError: fail,
  });
  return (
    <Dialog onClose={onClose} title={t(`action.${action}`)} size="lg">
      <form noValidate onSubmit={form.onSubmit(() => look.mutate())}>
        <Stack>
          <Fields action={action} postId={postId} form={form} />
          {problem && (
            <Alert color="rojo" variant="light" title={problem.title} role="alert">
              {problem.detail}
            </Alert>
          )}
          {preview && <PreviewTable preview={preview} />}
          {preview?.counts.change === 0 && <Text size="sm">{t('nothingToDo')}</Text>}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('common:action.cancel')}
            </Button>
            {!preview && (
              <Button type="submit" loading={look.isPending}>
                {t('preview')}
              </Button>
            )}
            {preview && preview.counts.change > 0 && (
              <Button onClick={() => start.mutate()} loading={start.isPending}>
                {t('start', { count: preview.counts.change })}
              </Button>
            )}
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}

function Fields({
  action,
  postId,
  form,
}: {
  action: BulkAction;
  postId: string;
  form: ReturnType<typeof useForm<Values>>;
}) {
  const { t } = useTranslation('bulk');
  const options = useOptions();
  const staff = useQuery({
    queryKey: ['staff', postId],
    queryFn: () => listStaff(postId),
    enabled: action === 'assign',
  });
  const tags = useQuery({
    queryKey: ['tags', postId],
    queryFn: () => listTags(postId),
    enabled: action === 'tag',
  });
  const people = new Map(
    (staff.data?.items ?? []).map(({ accountId, displayName }) => [accountId, displayName]),
  );
  const words = (tags.data?.items ?? []).map(({ id, label }) => ({ value: id, label }));
  return (
    <>
      {action === 'assign' && (
        <NativeSelect
          label={t('field.accountId')}
          data={[
            { value: '', label: t('choose') },
            ...[...people].map(([value, label]) => ({ value, label })),
          ]}
          data-autofocus
          {...form.getInputProps('accountId')}
        />
      )}
      {action === 'close' && (
        <NativeSelect
          label={t('field.outcome')}
          data={options('outcome', OUTCOMES)}
          data-autofocus
          {...form.getInputProps('outcome')}
        />
      )}
      {action === 'snooze' && (
        <>
          <Text size="sm">{t('snoozeHint')}</Text>
          <TextInput
            type="date"
            label={t('field.until')}
            data-autofocus
            {...form.getInputProps('until')}
          />
        </>
      )}
      {action === 'tag' && words.length === 0 && !tags.isPending && (
        <Text size="sm">{t('noTags')}</Text>
      )}
      {action === 'tag' &&
        (['add', 'remove'] as const).map((name) => (
          <MultiSelect
            key={name}
            label={t(`field.${name}`)}
            data={words}
            {...form.getInputProps(name)}
          />
        ))}
      {action !== 'tag' && (
        <Textarea
          label={t(action === 'close' ? 'field.note' : 'field.reason')}
          autosize
          minRows={2}
          {...form.getInputProps('reason')}
        />
      )}
    </>
  );
}

function toRequest(action: BulkAction, selection: BulkSelection, values: Values): BulkRequest {
  const { accountId, outcome, until, add, remove } = values;
  const reason = values.reason.trim();
  const own = {
    assign: { accountId },
    close: { outcome },
    snooze: { until },
    tag: { add, remove },
  }[action];
  const said = reason || action === 'snooze' ? { reason } : {};
  return { action, selection, ...own, ...said };
}
