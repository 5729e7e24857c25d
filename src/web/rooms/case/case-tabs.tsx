import { ScrollArea, Stack, Tabs } from '@mantine/core';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { Loading } from '../../ui/states';
import { SECTIONS, TABS, type CaseTab, type SectionProps } from './sections';

/** The parts of a case by tab; the tab is in the address, so that a link can lead to it. */
export function CaseTabs(props: SectionProps) {
  const { t } = useTranslation('cases');
  const [search, setSearch] = useSearchParams();
  const shown = SECTIONS.filter((section) => section.shown?.(props.file) ?? true);
  const tabs = TABS.filter((tab) => shown.some((section) => section.tab === tab));
  const asked = search.get('tab') as CaseTab;
  const current = tabs.includes(asked) ? asked : 'summary';
  return (
    <Tabs
      value={current}
      onChange={(tab) => setSearch(tab && tab !== 'summary' ? { tab } : {}, { replace: true })}
      keepMounted={false}
    >
      <ScrollArea type="never" mb="lg">
        <Tabs.List aria-label={t('tab.name')} style={{ flexWrap: 'nowrap' }}>
          {tabs.map((tab) => (
            <Tabs.Tab key={tab} value={tab}>
              {t(`tab.${tab}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
      </ScrollArea>
      {tabs.map((tab) => (
        <Tabs.Panel key={tab} value={tab}>
          <Stack gap="lg">
            {shown
              .filter((section) => section.tab === tab)
              .map(({ Section }, index) => (
                <Suspense key={index} fallback={<Loading />}>
                  <Section {...props} />
                </Suspense>
              ))}
          </Stack>
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}
