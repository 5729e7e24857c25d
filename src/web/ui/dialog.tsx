import { Modal, type ModalProps } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** A question in front of the room; always open while it is drawn, closed by its button or Escape. */
export function Dialog(props: Omit<ModalProps, 'opened'>) {
  const { t } = useTranslation();
  return <Modal opened closeButtonProps={{ 'aria-label': t('action.close') }} {...props} />;
}
