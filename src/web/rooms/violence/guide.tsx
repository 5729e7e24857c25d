import { Alert } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CaseFile } from '../../api/types';

/** What the procedure says of the first step that is not done. */
export function Guide({ file }: { file: CaseFile }) {
  const { t, i18n } = useTranslation('violence');
  const next = file.checklist.find(({ done }) => !done);
  const key = `guide.${next?.code ?? 'done'}`;
  if (!i18n.exists(key, { ns: 'violence' })) return null;
  return (
    <Alert variant="light" color="tinta" title={t('guide.title')}>
      {String(t(key as never))}
    </Alert>
  );
}
