import { NativeSelect, Stack, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newKey } from '../../api/client';
import { endLink, linkCase, type LinkRequest, type Links } from '../../api/search';
import { queryClient } from '../../app/query-client';
import { Dialog } from '../../ui/dialog';
import { FormEnd } from '../../ui/form-end';
import { type ProblemText, useFormProblem, useTellDone } from '../../ui/problem';

const KINDS = ['same_event', 'same_family', 'continues', 'related'] as const;
const NEW_EVENT = '';

interface LinkValues {
  reference: string;
  kind: (typeof KINDS)[number];
  reason: string;
  eventId: string;
  eventName: string;
}

/** Links the case with another by its number. */
export function LinkDialog({
  caseId,
  events,
  onClose,
}: {
  caseId: string;
  events: { value: string; label: string }[];
  onClose: () => void;
}) {
  const { t } = useTranslation('links');
  const key = useRef(newKey());
  const form = useForm<LinkValues>({
    initialValues: {
      reference: '',
      kind: 'same_event',
      reason: '',
      eventId: events[0]?.value ?? NEW_EVENT,
      eventName: '',
    },
  });
  const { kind, eventId } = form.values;
  return (
    <Asking
      title={t('add')}
      form={form}
      onClose={onClose}
      save={(values: LinkValues) => linkCase(caseId, toRequest(values), key.current)}
    >
      <TextInput
        label={t('reference')}
        description={t('referenceHint')}
        data-autofocus
        {...form.getInputProps('reference')}
      />
      <NativeSelect
        label={t('kind')}
        data={KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }))}
        {...form.getInputProps('kind')}
      />
      {kind === 'same_event' && events.length > 0 && (
        <NativeSelect
          label={t('event')}
          data={[...events, { value: NEW_EVENT, label: t('anotherEvent') }]}
          {...form.getInputProps('eventId')}
        />
      )}
      {kind === 'same_event' && eventId === NEW_EVENT && (
        <TextInput
          label={t('eventName')}
          description={t('eventHint')}
          {...form.getInputProps('eventName')}
        />
      )}
      <Textarea label={t('reason')} autosize minRows={2} {...form.getInputProps('reason')} />
    </Asking>
  );
}

function toRequest({ reference, kind, reason, eventId, eventName }: LinkValues): LinkRequest {
  const named = kind === 'same_event' && eventId === NEW_EVENT && eventName.trim();
  return {
    reference: reference.trim(),
    kind,
    reason: reason.trim(),
    ...(kind === 'same_event' && eventId !== NEW_EVENT ? { eventId } : {}),
    ...(named ? { eventName: eventName.trim() } : {}),
  };
}

export function EndLinkDialog({
  caseId,
  link,
  onClose,
}: {
  caseId: string;
  link: Links['items'][number];
  onClose: () => void;
}) {
  const { t } = useTranslation('links');
  const form = useForm({ initialValues: { reason: '' } });
  return (
    <Asking
      title={t('endOf', { reference: link.reference })}
      form={form}
      onClose={onClose}
      save={({ reason }: { reason: string }) => endLink(caseId, link.id, reason.trim())}
    >
      <Textarea
        label={t('endReason')}
        autosize
        minRows={2}
        data-autofocus
        {...form.getInputProps('reason')}
      />
    </Asking>
  );
}

interface AskingProps<Values extends object> {
  title: string;
  form: ReturnType<typeof useForm<Values>>;
  save: (values: Values) => Promise<unknown>;
  onClose: () => void;
  children: React.ReactNode;
}

function Asking<Values extends object>({
  title,
  form,
  save,
  onClose,
  children,
}: AskingProps<Values>) {
  const { t } = useTranslation(['links', 'common']);
  const place = useFormProblem();
  const tellDone = useTellDone();
  const [problem, setProblem] = useState<ProblemText | null>(null);
  const saving = useMutation<unknown, Error, Values>({
    mutationFn: save,
    onSuccess: () => {
      tellDone(t('saved'));
      onClose();
      return queryClient.invalidateQueries({ queryKey: ['links'] });
    },
    onError: (error) => setProblem(place(form as never, error)),
  });
  return (
    <Dialog onClose={onClose} title={title}>
      <form noValidate onSubmit={form.onSubmit((values) => saving.mutate(values))}>
        <Stack>
          {children}
          <FormEnd problem={problem} sending={saving.isPending} onClose={onClose} />
        </Stack>
      </form>
    </Dialog>
  );
}
