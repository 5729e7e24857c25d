import { Button, Group, Paper, Text, Title } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCan } from '../../app/session';

/** A part of the person's page: its heading, what may be added, and its rows or why there are none. */
export function Section({
  name,
  empty,
  add,
  children,
}: {
  /** Key under `section` of the catalogue. */
  name: string;
  empty?: boolean;
  /** What the button adds, as a key under `act`, and how. */
  add?: readonly [act: string, start: () => void];
  children?: ReactNode;
}) {
  const { t } = useTranslation('person');
  const can = useCan();
  return (
    <Paper component="section" p="md">
      <Group justify="space-between" mb="sm" gap="xs">
        <Title order={2}>{t(`section.${name}` as never)}</Title>
        {add && can('person.edit') && (
          <Button
            size="xs"
            variant="default"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={add[1]}
          >
            {t(`act.${add[0]}` as never)}
          </Button>
        )}
      </Group>
      {empty ? (
        <Text size="sm" c="dimmed">
          {t(`none.${name}` as never)}
        </Text>
      ) : (
        children
      )}
    </Paper>
  );
}
