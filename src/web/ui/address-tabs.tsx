import { ScrollArea, Stack, Tabs } from '@mantine/core';
import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';

interface Props<T extends string> {
  /** What the tabs are of, for whoever does not see them. */
  label: string;
  /** The first is shown at the plain address. */
  tabs: readonly T[];
  nameOf: (tab: T) => string;
  children: (tab: T) => ReactNode;
}

/** Tabs of a room; the tab is in the address, so that a link can lead to it. */
export function AddressTabs<T extends string>({ label, tabs, nameOf, children }: Props<T>) {
  const [search, setSearch] = useSearchParams();
  const [first] = tabs;
  const asked = search.get('tab') as T;
  const current = tabs.includes(asked) ? asked : first;
  return (
    <Tabs
      value={current}
      onChange={(tab) => setSearch(tab && tab !== first ? { tab } : {}, { replace: true })}
      keepMounted={false}
    >
      <ScrollArea type="never" mb="lg">
        <Tabs.List aria-label={label} style={{ flexWrap: 'nowrap' }}>
          {tabs.map((tab) => (
            <Tabs.Tab key={tab} value={tab}>
              {nameOf(tab)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
      </ScrollArea>
      {tabs.map((tab) => (
        <Tabs.Panel key={tab} value={tab}>
          <Stack gap="lg">{children(tab)}</Stack>
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}
