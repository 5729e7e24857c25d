import { Button, Group, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface Props {
  name:
    'risk' | 'plan' | 'incidents' | 'measures' | 'children' | 'services' | 'return' | 'outcomes';
  /** What its button does; absent where the reader may not. */
  add?: { label: string; run: () => void };
  empty: boolean;
  children: ReactNode;
}

/** A part of the panel under its name, with the act that adds to it. */
export function Block({ name, add, empty, children }: Props) {
  const { t } = useTranslation('violence');
  return (
    <div>
      <Group justify="space-between" mb="xs" gap="xs">
        <Title order={3}>{t(`section.${name}`)}</Title>
        {add && (
          <Button size="xs" variant="default" onClick={add.run}>
            {add.label}
          </Button>
        )}
      </Group>
      {empty ? (
        <Text size="sm" c="dimmed">
          {t(`none.${name}`)}
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

/** One entry of a block. */
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
