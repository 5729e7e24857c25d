import { Stack } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { newKey, type Sending } from '../api/client';
import { ApiError, type VersionChange } from '../api/problem';
import { queryClient } from '../app/query-client';
import { readerZone } from '../time/format';
import { Dialog } from './dialog';
import { FormEnd } from './form-end';
import { type ProblemText, useFormProblem, useTellDone } from './problem';
import { StaleNotice } from './stale-notice';

interface Props<V extends object> {
  title: string;
  form: UseFormReturnType<V>;
  send: (values: V, sending: Sending & { key: string }) => Promise<unknown>;
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

/**
 * A form in a dialog: sent once, refusals at their fields, what somebody else saved meanwhile shown,
 * everything read again when it is done.
 */
export function FormDialog<V extends object>(props: Props<V>) {
  const { title, form, send, done, action, rename, size = 'md', onClose, children } = props;
  const place = useFormProblem();
  const tellDone = useTellDone();
  const [key, setKey] = useState(newKey);
  const [problem, setProblem] = useState<ProblemText | null>(null);
  const [changes, setChanges] = useState<VersionChange[] | null>(null);
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
      if (error instanceof ApiError && error.status === 412) {
        setChanges(error.problem.changes ?? []);
        void queryClient.invalidateQueries();
        return;
      }
      setProblem(place(form, error, rename));
    },
  });
  return (
    <Dialog onClose={onClose} title={title} size={size}>
      <form noValidate onSubmit={form.onSubmit((values) => save.mutate(values))}>
        <Stack>
          {children}
          {changes && <StaleNotice changes={changes} zone={readerZone()} />}
          <FormEnd problem={problem} sending={save.isPending} action={action} onClose={onClose} />
        </Stack>
      </form>
    </Dialog>
  );
}
