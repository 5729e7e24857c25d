import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { AddressTabs } from '../../ui/address-tabs';
import { Loading } from '../../ui/states';
import { SECTIONS, TABS, type SectionProps } from './sections';

/** The parts of a case by tab. */
export function CaseTabs(props: SectionProps) {
  const { t } = useTranslation('cases');
  const shown = SECTIONS.filter((section) => section.shown?.(props.file) ?? true);
  const tabs = TABS.filter((tab) => shown.some((section) => section.tab === tab));
  return (
    <AddressTabs label={t('tab.name')} tabs={tabs} nameOf={(tab) => t(`tab.${tab}`)}>
      {(tab) =>
        shown
          .filter((section) => section.tab === tab)
          .map(({ Section }, index) => (
            <Suspense key={index} fallback={<Loading />}>
              <Section {...props} />
            </Suspense>
          ))
      }
    </AddressTabs>
  );
}
