import { Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { queryClient } from '../../app/query-client';
import { useTellDone } from '../../ui/problem';
import EnrolSecondFactor from './enrol-second-factor';

export default function SecondFactorDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const tellDone = useTellDone();
  const done = () => {
    void queryClient.invalidateQueries({ queryKey: ['me'] });
    tellDone(t('account.enrolled'));
    onClose();
  };
  return (
    <Modal opened onClose={onClose} title={t('account.enrol')} centered>
      <EnrolSecondFactor onDone={done} />
    </Modal>
  );
}
