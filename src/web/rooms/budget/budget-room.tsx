import { useTranslation } from 'react-i18next';
import { useCan } from '../../app/session';
import { AddressTabs } from '../../ui/address-tabs';
import { RoomHeader } from '../../ui/room-header';
import { Forbidden } from '../../ui/states';
import { BalancesTab } from './balances-tab';
import { MovementsTab } from './movements-tab';
import { RatesTab } from './rates-tab';

const TABS = { balances: BalancesTab, movements: MovementsTab, rates: RatesTab } as const;
const NAMES = Object.keys(TABS) as (keyof typeof TABS)[];

/** Public money: what each post may spend, what has become of it, and at which rates. */
export function BudgetRoom() {
  const { t } = useTranslation('budget');
  const can = useCan();
  if (!can('ledger.read')) return <Forbidden />;
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
