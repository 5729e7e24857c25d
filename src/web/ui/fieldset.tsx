import { Fieldset, Stack } from '@mantine/core';
import type { ReactNode } from 'react';

/** A group of fields under its name. */
export function Fields({ legend, children }: { legend: string; children: ReactNode }) {
  return (
    <Fieldset
      legend={legend}
      radius="md"
      bg="white"
      styles={{ legend: { fontWeight: 640, fontSize: '1.05rem', paddingInline: 6 } }}
    >
      <Stack gap="md">{children}</Stack>
    </Fieldset>
  );
}
