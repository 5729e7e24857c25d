import { useTranslation } from 'react-i18next';
import { useCan } from '../../app/session';
import { AddressTabs } from '../../ui/address-tabs';
import { RoomHeader } from '../../ui/room-header';
import { Forbidden } from '../../ui/states';
import { ConsultationsTab } from './consultations-tab';
import { RegisterTab } from './register-tab';

const TABS = { register: RegisterTab, consultations: ConsultationsTab } as const;

/** Who came home, and what headquarters is asked before anybody does. */
export function RegisterRoom() {
  const { t } = useTranslation('repatriation');
  const can = useCan();
  if (!can('case.read')) return <Forbidden />;
  const names = (['register', 'consultations'] as const).filter(
    (name) => name === 'register' || can('repatriation.decide'),
  );
  return (
    <>
      <RoomHeader title={t('register.title')} hint={t('register.hint')} />
      <AddressTabs label={t('register.title')} tabs={names} nameOf={(tab) => t(`tab.${tab}`)}>
        {(tab) => {
          const Tab = TABS[tab];
          return <Tab />;
        }}
      </AddressTabs>
    </>
  );
}
