import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCan } from '../../app/session';
import { CaseTable } from '../../ui/case-table';
import { RoomHeader } from '../../ui/room-header';
import { Forbidden } from '../../ui/states';
import { ExportDialog } from '../trafficking/export-dialog';

/** The sealed cases of whoever serves no post: those whose circle they are in, of the whole network. */
export function SealedRoom() {
  const { t } = useTranslation(['queue', 'trafficking']);
  const can = useCan();
  const [exporting, setExporting] = useState(false);
  if (!can('case.read')) return <Forbidden />;
  return (
    <>
      <RoomHeader title={t('sealed.title')} hint={t('sealed.hint')}>
        {can('glass.review') && (
          <Button variant="default" onClick={() => setExporting(true)}>
            {t('trafficking:act.export')}
          </Button>
        )}
      </RoomHeader>
      <CaseTable query={{ view: 'sealed' }} empty={t('empty.sealed')} />
      {exporting && <ExportDialog onClose={() => setExporting(false)} />}
    </>
  );
}
