import { Alert, Button, Group, Stack } from '@mantine/core';
import type { FormEventHandler, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProblemText } from '../../ui/problem';

interface Props {
  onSubmit: FormEventHandler<HTMLFormElement>;
  onClose: () => void;
  saving: boolean;
  problem: ProblemText | null;
  /** Further buttons, before the usual two. */
  more?: ReactNode;
  children: ReactNode;
}

/** The body of a dialog that saves: its fields, what went wrong, and the two buttons. */
export function DialogForm({ onSubmit, onClose, saving, problem, more, children }: Props) {
  const { t } = useTranslation();
  return (
    <form noValidate onSubmit={onSubmit}>
      <Stack>
        {children}
        {problem && (
          <Alert color="rojo" variant="light" title={problem.title} role="alert">
            {problem.detail}
          </Alert>
        )}
        <Group justify="flex-end">
          {more}
          <Button variant="default" onClick={onClose}>
            {t('action.cancel')}
          </Button>
          <Button type="submit" loading={saving}>
            {t('action.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
