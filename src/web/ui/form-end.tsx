import { Alert, Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ProblemText } from './problem';

interface Props {
  /** What the last sending was refused with. */
  problem: ProblemText | null | undefined;
  sending: boolean;
  /** What the button that sends says; absent: save. */
  action?: string;
  onClose: () => void;
}

/** The end of every form in a dialog: what went wrong, the way out, and the button that sends. */
export function FormEnd({ problem, sending, action, onClose }: Props) {
  const { t } = useTranslation();
  return (
    <>
      {problem && (
        <Alert color="rojo" variant="light" title={problem.title} role="alert">
          {problem.detail}
        </Alert>
      )}
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {t('action.cancel')}
        </Button>
        <Button type="submit" loading={sending}>
          {action ?? t('action.save')}
        </Button>
      </Group>
    </>
  );
}
