import { Alert, Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ProblemText } from './problem';

interface Props {
  /** What the last sending was refused with. */
  problem: ProblemText | null | undefined;
  sending: boolean;
  /** What the button that sends says; absent: save. */
  action?: string;
  /** Sends, where there is no form to submit. */
  onSend?: () => void;
  /** Nothing to send yet. */
  disabled?: boolean;
  /** What the way out says; absent: cancel. */
  wayOut?: string;
  onClose: () => void;
}

/** The end of every form in a dialog: what went wrong, the way out, and the button that sends. */
export function FormEnd({ problem, sending, action, onSend, disabled, wayOut, onClose }: Props) {
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
          {wayOut ?? t('action.cancel')}
        </Button>
        <Button
          type={onSend ? 'button' : 'submit'}
          loading={sending}
          disabled={disabled}
          onClick={onSend}
        >
          {action ?? t('action.save')}
        </Button>
      </Group>
    </>
  );
}
