import { useTranslation } from 'react-i18next';
import type { Notice } from '../api/types';
import { useLabel } from '../i18n/use-label';

/** One sentence for a notice; it carries codes and a case number, never a name. */
export function useNoticeText(): (notice: Notice) => string {
  const { t, i18n } = useTranslation();
  const label = useLabel();
  return ({ kind, data }) => {
    const words = {
      reference: String(data.caseReference ?? data.reference ?? ''),
      duty: label('obligation', String(data.obligationKind ?? data.duty ?? '')),
      count: Number(data.count ?? 0),
    };
    const key = `notices.kind.${kind}`;
    return String(t((i18n.exists(key) ? key : 'notices.kind.other') as never, words as never));
  };
}
