import { Button, Group, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';

interface Props {
  title: string;
  /** What its button does; absent where the reader may not. */
  add?: { label: string; run: () => void };
  /** Where there are several. */
  acts?: readonly { label: string; run: () => void }[];
  /** Buttons of forms of their own. */
  more?: ReactNode;
  /** Said where there is nothing. */
  none: string;
  empty: boolean;
  children: ReactNode;
}

/** A part of a family's panel under its name, with the act that adds to it. */
export function Part({ title, add, acts = [], more, none, empty, children }: Props) {
  return (
    <div>
      <Group justify="space-between" mb="xs" gap="xs">
        <Title order={3}>{title}</Title>
        <Group gap="xs">
          {[...(add ? [add] : []), ...acts].map(({ label, run }) => (
            <Button key={label} size="xs" variant="default" onClick={run}>
              {label}
            </Button>
          ))}
          {more}
        </Group>
      </Group>
      {empty ? (
        <Text size="sm" c="dimmed">
          {none}
        </Text>
      ) : (
        <Stack component="ul" gap="sm" className="plain-list" style={{ overflowWrap: 'anywhere' }}>
          {children}
        </Stack>
      )}
    </div>
  );
}

interface LineProps {
  title: string;
  /** What is known beside it, in one line. */
  facts?: readonly (string | null | undefined | false)[];
  text?: string | null;
  faded?: boolean;
  children?: ReactNode;
}

/** One entry of a part. */
export function Line({ title, facts = [], text, faded, children }: LineProps) {
  const known = facts.filter(Boolean).join(' · ');
  return (
    <li>
      <Text size="sm" fw={600} c={faded ? 'dimmed' : undefined}>
        {title}
      </Text>
      {known && (
        <Text size="sm" c="dimmed">
          {known}
        </Text>
      )}
      {text && (
        <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>
          {text}
        </Text>
      )}
      {children && (
        <Group gap="xs" mt={4}>
          {children}
        </Group>
      )}
    </li>
  );
}
