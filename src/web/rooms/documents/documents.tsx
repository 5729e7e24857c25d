import { Paper, Stack, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { listDocuments, type DocumentList, type Folder } from '../../api/documents';
import { Empty, Failure, Loading } from '../../ui/states';
import { DocumentItem } from './document-item';
import { UploadPanel } from './upload-panel';

/** How often a list looks again while a file of it waits for its verdict (milliseconds). */
const WHILE_WAITING = 3_000;

const waits = (list: DocumentList | undefined): boolean =>
  list?.items.some(({ versions }) => versions.some(({ scan }) => scan === 'quarantined')) ?? false;

/** The documents of a case or of a person: bring, see, renew, correct. */
export function Documents({ folder, zone }: { folder: Folder; zone: string }) {
  const { t } = useTranslation('documents');
  const list = useQuery({
    queryKey: ['documents', folder],
    queryFn: () => listDocuments(folder),
    refetchInterval: ({ state }) => (waits(state.data) ? WHILE_WAITING : false),
  });
  return (
    <Paper component="section">
      <Title order={2} mb="sm">
        {t('title')}
      </Title>
      {list.isPending && <Loading />}
      {list.isError && <Failure error={list.error} retry={() => void list.refetch()} />}
      {list.data && (
        <Stack gap="lg">
          {list.data.canAdd && <UploadPanel folder={folder} />}
          {list.data.items.length === 0 ? (
            <Empty title={t('none')}>{list.data.canAdd ? t('noneDetail') : null}</Empty>
          ) : (
            <Stack component="ul" gap="lg" className="plain-list">
              {list.data.items.map((item) => (
                <DocumentItem
                  key={item.id}
                  item={item}
                  zone={zone}
                  canAdd={list.data.canAdd}
                  canEdit={list.data.canEdit}
                />
              ))}
            </Stack>
          )}
        </Stack>
      )}
    </Paper>
  );
}
