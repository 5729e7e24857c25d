import { NativeSelect, Stack, Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NOT_VISITED_REASONS } from '../../api/codes';
import { ApiError, type VersionChange } from '../../api/problem';
import {
  cancelRound,
  closeRound,
  editRound,
  type NotVisitedReason,
  type RoundPage,
} from '../../api/rounds';
import { queryClient } from '../../app/query-client';
import { useOptions } from '../../i18n/use-label';
import { Dialog } from '../../ui/dialog';
import { FormEnd } from '../../ui/form-end';
import { DayInput } from '../../ui/instant-input';
import { type ProblemText, useFormProblem, useTellDone } from '../../ui/problem';
import { StaleNotice } from '../../ui/stale-notice';

interface Props {
  round: RoundPage;
  onClose: () => void;
}

interface ChangeProps<V extends object> extends Props {
  title: string;
  done: string;
  action: string;
  initial: V;
  validate?: { [K in keyof V]?: (value: V[K]) => string | null };
  send: (values: V) => Promise<unknown>;
  children: (input: (name: string) => object) => ReactNode;
}

/** A form that changes the round, with what may come between. */
function ChangeDialog<V extends object>(props: ChangeProps<V>) {
  const { t } = useTranslation('common');
  const { title, done, action, initial, validate, send, children, round, onClose } = props;
  const place = useFormProblem();
  const tellDone = useTellDone();
  const [problem, setProblem] = useState<ProblemText | null>(null);
  const [changes, setChanges] = useState<VersionChange[] | null>(null);
  const form = useForm<V>({ initialValues: initial, validate: validate as never });
  const save = useMutation({
    mutationFn: send,
    onMutate: () => setProblem(null),
    onSuccess: async () => {
      tellDone(done);
      onClose();
      await queryClient.invalidateQueries();
    },
    onError: (error) => {
      if (error instanceof ApiError && error.status === 412) {
        setChanges(error.problem.changes ?? []);
        void queryClient.invalidateQueries({ queryKey: ['round', round.id] });
        return;
      }
      setProblem(place(form, error));
    },
  });
  return (
    <Dialog onClose={onClose} title={title} size="md">
      <form noValidate onSubmit={form.onSubmit((values) => save.mutate(values))}>
        <Stack>
          {children((name) => form.getInputProps(name))}
          {changes && <StaleNotice changes={changes} zone={round.timeZone} />}
          <FormEnd
            problem={problem}
            sending={save.isPending}
            action={action}
            wayOut={t('action.close')}
            onClose={onClose}
          />
        </Stack>
      </form>
    </Dialog>
  );
}

export function EditDialog({ round, onClose }: Props) {
  const { t } = useTranslation(['rounds', 'common']);
  return (
    <ChangeDialog
      round={round}
      onClose={onClose}
      title={t('edit')}
      action={t('editSave')}
      done={t('edited')}
      initial={{ plannedOn: round.plannedOn, note: round.note ?? '' }}
      validate={{ plannedOn: (day: string) => (day ? null : t('common:form.required')) }}
      send={({ plannedOn, note }) =>
        editRound(round.id, round.version, { plannedOn, note: note.trim() || null })
      }
    >
      {(input) => (
        <>
          <DayInput label={t('form.plannedOn')} withAsterisk {...input('plannedOn')} />
          <Textarea
            label={t('form.note')}
            description={t('form.noteHint')}
            autosize
            minRows={2}
            {...input('note')}
          />
        </>
      )}
    </ChangeDialog>
  );
}

export function CloseDialog({ round, onClose }: Props) {
  const { t } = useTranslation('rounds');
  const options = useOptions();
  const left = round.planned > 0;
  return (
    <ChangeDialog
      round={round}
      onClose={onClose}
      title={t('close')}
      action={t('close')}
      done={t('closed')}
      initial={{ restReason: 'no_time' as NotVisitedReason, note: '' }}
      send={({ restReason, note }) =>
        closeRound(round.id, {
          restReason: left ? restReason : undefined,
          note: note.trim() || undefined,
        })
      }
    >
      {(input) => (
        <>
          {left ? (
            <NativeSelect
              label={t('closeRest')}
              data={options('notVisitedReason', NOT_VISITED_REASONS)}
              {...input('restReason')}
            />
          ) : (
            <Text size="sm">{t('closeReady')}</Text>
          )}
          <Textarea label={t('closeNote')} autosize minRows={2} {...input('note')} />
        </>
      )}
    </ChangeDialog>
  );
}

export function CancelDialog({ round, onClose }: Props) {
  const { t } = useTranslation(['rounds', 'common']);
  return (
    <ChangeDialog
      round={round}
      onClose={onClose}
      title={t('cancel')}
      action={t('cancel')}
      done={t('cancelled')}
      initial={{ reason: '' }}
      validate={{ reason: (text: string) => (text.trim() ? null : t('common:form.required')) }}
      send={({ reason }) => cancelRound(round.id, reason.trim())}
    >
      {(input) => (
        <Textarea
          label={t('cancelReason')}
          withAsterisk
          autosize
          minRows={2}
          {...input('reason')}
        />
      )}
    </ChangeDialog>
  );
}
