import { Alert, Button, Group, Stack } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newKey, type Sending } from '../api/client';
import { queryClient } from '../app/query-client';
import { Dialog } from './dialog';
import { type ProblemText, useFormProblem, useTellDone } from './problem';

interface Props<V extends object> {
  title: string;
  form: UseFormReturnType<V>;
  send: (values: V, sending: Sending) => Promise<unknown>;
  /** Said when it is done. */
  done: string;
  /** What the button that sends says; absent: save. */
  action?: string;
  /** From a path of the API to the name of the field on screen. */
  rename?: (path: string) => string;
  size?: 'md' | 'lg';
  onClose: () => void;
  children: ReactNode;
}

/** A form in a dialog: sent once, refusals at their fields, everything read again when it is done. */
export function FormDialog<V extends object>(props: Props<V>) {
  const { title, form, send, done, action, rename, size = 'md', onClose, children } = props;
  const { t } = useTranslation();
  const place = useFormProblem();
  const tellDone = useTellDone();
  const [key, setKey] = useState(newKey);
  const [problem, setProblem] = useState<ProblemText | null>(null);
  const save = useMutation({
    mutationFn: (values: V) => send(values, { key }),
    onMutate: () => setProblem(null),
    onSuccess: async () => {
      tellDone(done);
      onClose();
      await queryClient.invalidateQueries();
    },
    onError: (error) => {
      setKey(newKey());
      setProblem(place(form, error, rename));
    },
  });
  return (
    <Dialog onClose={onClose} title={title} size={size}>
      <form noValidate onSubmit={form.onSubmit((values) => save.mutate(values))}>
        <Stack>
          {children}
          {problem && (
            <Alert color="rojo" variant="light" title={problem.title} role="alert">
              {problem.detail}
            </Alert>
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('action.cancel')}
            </Button>
            <Button type="submit" loading={save.isPending}>
              {action ?? t('action.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
