import { useTranslation } from 'react-i18next';
import { queryClient } from '../../app/query-client';
import { Dialog } from '../../ui/dialog';
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
    <Dialog onClose={onClose} title={t('account.enrol')} centered>
      <EnrolSecondFactor onDone={done} />
    </Dialog>
  );
}
