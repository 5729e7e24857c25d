import { useTranslation } from 'react-i18next';
import { useCan } from '../../app/session';
import { AddressTabs } from '../../ui/address-tabs';
import { RoomHeader } from '../../ui/room-header';
import { Forbidden } from '../../ui/states';
import { DistributionTab } from './distribution-tab';
import { EvaluationTab } from './evaluation-tab';
import { ReportsTab } from './reports-tab';

const TABS = {
  reports: ReportsTab,
  evaluation: EvaluationTab,
  distribution: DistributionTab,
} as const;
type Tab = keyof typeof TABS;

/** What public money was spent on, beside whom it helps, and how it is shared among posts. */
export function SpendingRoom() {
  const { t } = useTranslation('spending');
  const can = useCan();
  if (!can('aid.read')) return <Forbidden />;
  const names = (Object.keys(TABS) as Tab[]).filter(
    (tab) => tab === 'reports' || can('spending.compare'),
  );
  return (
    <>
      <RoomHeader title={t('title')} hint={t('hint')} />
      <AddressTabs label={t('tab.name')} tabs={names} nameOf={(tab) => t(`tab.${tab}`)}>
        {(tab) => {
          const Shown = TABS[tab];
          return <Shown />;
        }}
      </AddressTabs>
    </>
  );
}
