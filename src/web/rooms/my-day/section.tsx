import { Paper, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';

/** One list of the day, with how many it has. */
export function Section({
  title,
  count,
  none,
  urgent = false,
  children,
}: {
  title: string;
  count: number;
  none: string;
  urgent?: boolean;
  children: ReactNode;
}) {
  return (
    <Paper component="section" p={0}>
      <Title order={2} px="lg" pt="md" pb={count ? 'xs' : 4}>
        {title}{' '}
        <Text span inherit c={urgent && count > 0 ? 'rojo.6' : 'dimmed'}>
          {count}
        </Text>
      </Title>
      {count === 0 ? (
        <Text c="dimmed" size="sm" px="lg" pb="md">
          {none}
        </Text>
      ) : (
        <ul className="plain-list">{children}</ul>
      )}
    </Paper>
  );
}
