import { useTranslation } from 'react-i18next';
import type { Operation } from '../../api/bulk';

export const isRunning = ({ state }: Operation): boolean =>
  state === 'queued' || state === 'running';

const KINDS: Record<string, 'assign' | 'snooze' | 'close' | 'tag'> = {
  'case.assign': 'assign',
  'case.snooze': 'snooze',
  'case.close': 'close',
  'case.tag': 'tag',
};

/** What was asked for, in a few words. */
export function useOperationTitle(): (operation: Operation) => string {
  const { t } = useTranslation('bulk');
  return ({ kind, total, undoOf }) => {
    const action = KINDS[kind];
    const act = action ? t(`action.${action}`) : kind;
    return t(undoOf ? 'undoTitle' : 'operationTitle', { act, count: total });
  };
}
