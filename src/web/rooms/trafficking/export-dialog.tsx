import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { exportTrafficking } from '../../api/trafficking';
import { FieldsDialog } from '../../ui/fields-dialog';
import { saveText } from '../../ui/save-text';

/** Asks for which days, and gives the de-identified rows as a file. */
export function ExportDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('trafficking');
  return (
    <FieldsDialog
      catalogue="trafficking"
      name="export"
      done={t('exported')}
      action={t('act.export')}
      about={<Text size="sm">{t('exportHint')}</Text>}
      fields={[
        { name: 'from', label: 'openedFrom', kind: 'day', required: true },
        { name: 'to', label: 'openedTo', kind: 'day', required: true },
      ]}
      send={async ({ from, to }) => {
        const { csv } = await exportTrafficking(String(from), String(to));
        saveText(csv, `htcds-${String(from)}-${String(to)}.csv`);
      }}
      onClose={onClose}
    />
  );
}
