import { useTranslation } from 'react-i18next';
import { useCan } from '../../app/session';
import { CaseTable } from '../../ui/case-table';
import { RoomHeader } from '../../ui/room-header';
import { Forbidden } from '../../ui/states';

/** The sealed cases of whoever serves no post: those whose circle they are in, of the whole network. */
export function SealedRoom() {
  const { t } = useTranslation('queue');
  const can = useCan();
  if (!can('case.read')) return <Forbidden />;
  return (
    <>
      <RoomHeader title={t('sealed.title')} hint={t('sealed.hint')} />
      <CaseTable query={{ view: 'sealed' }} empty={t('empty.sealed')} />
    </>
  );
}
