import { Badge, Button, Group, Paper, Stack, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listMovements, type Movement } from '../../api/budget';
import { useCan } from '../../app/session';
import { useLabel } from '../../i18n/use-label';
import { formatMoney } from '../../money/format';
import { formatDay } from '../../time/format';
import { Empty, Failure, Loading } from '../../ui/states';
import { ReverseDialog } from './dialogs';

/** What headquarters moves, and so may take back here. */
const REVERSIBLE = new Set(['allotted', 'allotted_ahead', 'transferred']);

/** Every movement of money, newest first; nothing in it is ever edited. */
export function MovementsTab() {
  const { t } = useTranslation('budget');
  const [reversing, setReversing] = useState<string | null>(null);
  const movements = useInfiniteQuery({
    queryKey: ['movements'],
    queryFn: ({ pageParam }) => listMovements(pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
  if (movements.isPending) return <Loading />;
  if (movements.isError) return <Failure error={movements.error} />;
  const items = movements.data.pages.flatMap((page) => page.items);
  if (items.length === 0) {
    return (
      <Paper>
        <Empty title={t('noMovements')} />
      </Paper>
    );
  }
  return (
    <Paper component="section" p="md">
      <Stack component="ul" gap="md" className="plain-list">
        {items.map((movement) => (
          <li key={movement.id}>
            <Line movement={movement} onReverse={() => setReversing(movement.id)} />
          </li>
        ))}
      </Stack>
      {movements.hasNextPage && (
        <Button
          mt="md"
          variant="default"
          loading={movements.isFetchingNextPage}
          onClick={() => void movements.fetchNextPage()}
        >
          {t('more')}
        </Button>
      )}
      {reversing && <ReverseDialog id={reversing} onClose={() => setReversing(null)} />}
    </Paper>
  );
}

function Line({ movement, onReverse }: { movement: Movement; onReverse: () => void }) {
  const { t, i18n } = useTranslation('budget');
  const can = useCan();
  const label = useLabel();
  const money = (amount: string, currency: string) => formatMoney(amount, currency, i18n.language);
  const day = formatDay(movement.happenedOn, i18n.language);
  const posts = [movement.postCode, movement.otherPostCode].filter(Boolean).join(' → ');
  const foreign = movement.currency !== 'PEN';
  return (
    <Group justify="space-between" align="flex-start" gap="xs">
      <Stack gap={2} flex="1 1 220px" style={{ overflowWrap: 'anywhere' }}>
        <Group gap="xs">
          <Text size="sm" fw={600}>
            {label('movement', movement.kind)}
          </Text>
          <Text size="sm">{[posts, label('programme', movement.programme)].join(' · ')}</Text>
          {movement.reversed && (
            <Badge size="xs" variant="outline">
              {t('reversed')}
            </Badge>
          )}
        </Group>
        <Text size="sm" style={{ fontVariantNumeric: 'tabular-nums' }}>
          {money(movement.pen, 'PEN')}
          {foreign && ` · ${money(movement.amount, movement.currency)}`}
          {` · ${money(movement.usd, 'USD')}`}
        </Text>
        <Text size="xs" c="dimmed">
          {[day, movement.recordedBy, movement.certificate, movement.reason]
            .filter(Boolean)
            .join(' · ')}
        </Text>
      </Stack>
      {can('allotment.manage') && REVERSIBLE.has(movement.kind) && !movement.reversed && (
        <Button
          size="compact-xs"
          variant="default"
          aria-label={t('reverseNamed', { posts, day })}
          onClick={onReverse}
        >
          {t('act.reverse')}
        </Button>
      )}
    </Group>
  );
}
