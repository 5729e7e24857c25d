import { useTranslation } from 'react-i18next';
import { useCan } from '../../app/session';
import { AddressTabs } from '../../ui/address-tabs';
import { RoomHeader } from '../../ui/room-header';
import { Forbidden } from '../../ui/states';
import { SECTIONS, TABS } from './sections';

/** What headquarters decides, each in versions with a reason. */
export function PoliciesRoom() {
  const { t } = useTranslation('policies');
  const can = useCan();
  if (!can('policy.read')) return <Forbidden />;
  const shown = SECTIONS.filter(({ permission }) => !permission || can(permission));
  return (
    <>
      <RoomHeader title={t('title')} hint={t('hint')} />
      <AddressTabs
        label={t('tab.name')}
        tabs={TABS.filter((tab) => shown.some((section) => section.tab === tab))}
        nameOf={(tab) => t(`tab.${tab}`)}
      >
        {(tab) =>
          shown
            .filter((section) => section.tab === tab)
            .map(({ Section }, index) => <Section key={index} />)
        }
      </AddressTabs>
    </>
  );
}
