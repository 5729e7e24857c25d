import { useTranslation } from 'react-i18next';
import { useCan } from '../../app/session';
import { AddressTabs } from '../../ui/address-tabs';
import { RoomHeader } from '../../ui/room-header';
import { Forbidden } from '../../ui/states';
import { AttentionsTab } from './attentions-tab';
import { WaitingTab } from './waiting-tab';

const TABS = { waiting: WaitingTab, attentions: AttentionsTab } as const;
const NAMES = Object.keys(TABS) as (keyof typeof TABS)[];

/** Aid with public money: what waits for whom, and the everyday attentions of a month. */
export function AidRoom() {
  const { t } = useTranslation('aid');
  const can = useCan();
  if (!can('aid.read')) return <Forbidden />;
  return (
    <>
      <RoomHeader title={t('title')} hint={t('hint')} />
      <AddressTabs label={t('tab.name')} tabs={NAMES} nameOf={(tab) => t(`tab.${tab}`)}>
        {(tab) => {
          const Tab = TABS[tab];
          return <Tab />;
        }}
      </AddressTabs>
    </>
  );
}
