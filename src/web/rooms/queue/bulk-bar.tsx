import { Button, Group, Paper, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BulkAction, BulkSelection } from '../../api/bulk';
import { useCan } from '../../app/session';
import type { Selection } from '../../ui/selection';
import { BulkDialog } from './bulk-dialog';

const ACTIONS: readonly { action: BulkAction; permission: string }[] = [
  { action: 'assign', permission: 'case.assign' },
  { action: 'snooze', permission: 'obligation.acknowledge' },
  { action: 'close', permission: 'case.close' },
  { action: 'tag', permission: 'case.edit' },
];

/** What may be done with the cases that are ticked, or with the whole list. */
export function BulkBar({
  postId,
  selection,
  filter,
  total,
}: {
  postId: string;
  selection: Selection;
  filter: NonNullable<BulkSelection['filter']>;
  total: number;
}) {
  const { t } = useTranslation('bulk');
  const can = useCan();
  const [doing, setDoing] = useState<BulkAction | null>(null);
  const offered = ACTIONS.filter(({ permission }) => can(permission));
  const count = selection.whole ? total : selection.ids.size;
  if (offered.length === 0 || count === 0) return null;
  return (
    <Paper
      p="sm"
      component="section"
      aria-label={t('bar')}
      style={{ position: 'sticky', top: 60, zIndex: 2 }}
    >
      <Group gap="xs">
        <Text size="sm" fw={600} role="status">
          {t('selected', { count })}
        </Text>
        {!selection.whole && selection.ids.size < total && (
          <Button size="compact-sm" variant="subtle" onClick={selection.takeWhole}>
            {t('takeWhole', { count: total })}
          </Button>
        )}
        {offered.map(({ action }) => (
          <Button key={action} size="compact-sm" variant="default" onClick={() => setDoing(action)}>
            {t(`action.${action}`)}
          </Button>
        ))}
        <Button size="compact-sm" variant="subtle" onClick={selection.clear}>
          {t('clear')}
        </Button>
      </Group>
      {doing && (
        <BulkDialog
          action={doing}
          postId={postId}
          selection={selection.whole ? { filter } : { ids: [...selection.ids] }}
          onClose={() => setDoing(null)}
        />
      )}
    </Paper>
  );
}
