import { Badge, Button, Group, Paper, SimpleGrid, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BudgetQuarter } from '../../api/budget';
import { useCan } from '../../app/session';
import { useLabel } from '../../i18n/use-label';
import { QuarterDialog } from './dialogs';

const ACT_OF = { planned: 'open', open: 'close', closed: 'reopen' } as const;

/** The quarters of a fiscal year: money moves only on days of an open one. */
export function Quarters({ quarters }: { quarters: BudgetQuarter[] }) {
  const { t } = useTranslation('budget');
  const can = useCan();
  const label = useLabel();
  const [changing, setChanging] = useState<BudgetQuarter | null>(null);
  return (
    <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }} component="ul" className="plain-list">
      {quarters.map((quarter) => (
        <Paper component="li" p="md" key={quarter.quarter}>
          <Group justify="space-between" gap="xs">
            <Title order={2} size="h4">
              {t('quarter', { n: quarter.quarter })}
            </Title>
            <Badge variant={quarter.state === 'open' ? 'filled' : 'outline'}>
              {label('quarterState', quarter.state)}
            </Badge>
          </Group>
          {quarter.reason && (
            <Text size="sm" c="dimmed">
              {quarter.reason}
            </Text>
          )}
          {can('allotment.manage') && (
            <Button
              mt="xs"
              size="compact-sm"
              variant="default"
              aria-label={t(`${ACT_OF[quarter.state]}Named`, { n: quarter.quarter })}
              onClick={() => setChanging(quarter)}
            >
              {t(`act.${ACT_OF[quarter.state]}`)}
            </Button>
          )}
        </Paper>
      ))}
      {changing && (
        <QuarterDialog
          quarter={changing}
          act={ACT_OF[changing.state]}
          onClose={() => setChanging(null)}
        />
      )}
    </SimpleGrid>
  );
}
