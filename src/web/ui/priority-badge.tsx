import { Badge } from '@mantine/core';
import type { CaseRow } from '../api/types';
import { useLabel } from '../i18n/use-label';

/** What wants attention before its clocks say so; nothing for the rest. */
export function PriorityBadge({ priority }: { priority: CaseRow['priority'] }) {
  const label = useLabel();
  if (priority === 'normal') return null;
  return (
    <Badge size="xs" color="rojo" variant={priority === 'urgent' ? 'filled' : 'outline'}>
      {label('priority', priority)}
    </Badge>
  );
}
