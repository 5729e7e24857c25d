import { Button, FileButton, Group, Stack, Text } from '@mantine/core';
import { Dropzone } from '@mantine/dropzone';
import '@mantine/dropzone/styles.css';
import { IconCamera, IconFileUpload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readDocumentPolicy, type Folder } from '../../api/documents';
import { useLabel } from '../../i18n/use-label';
import { formatSize } from './sizes';
import { UploadDialog } from './upload-dialog';

/** Where files come in: dropped, chosen, or straight from the camera. */
export function UploadPanel({ folder }: { folder: Folder }) {
  const { t, i18n } = useTranslation('documents');
  const label = useLabel();
  const [chosen, setChosen] = useState<File[]>([]);
  const policy = useQuery({
    queryKey: ['document-policy'],
    queryFn: readDocumentPolicy,
    staleTime: 5 * 60_000,
  });
  return (
    <Stack gap="xs">
      <Dropzone
        onDrop={setChosen}
        aria-label={t('choose')}
        inputProps={{ 'aria-label': t('choose') }}
        p="md"
        radius="md"
      >
        <Stack align="center" gap={4} style={{ pointerEvents: 'none' }}>
          <IconFileUpload size={28} aria-hidden />
          <Text fw={600} ta="center">
            {t('drop')}
          </Text>
          {policy.data && (
            <Text size="sm" c="dimmed" ta="center">
              {t('limits', {
                types: policy.data.types.map((type) => label('fileType', type)).join(', '),
                size: formatSize(policy.data.maxBytes, i18n.language),
              })}
            </Text>
          )}
        </Stack>
      </Dropzone>
      <Group>
        <FileButton
          accept="image/*"
          capture="environment"
          onChange={(photo) => photo && setChosen([photo])}
        >
          {(props) => (
            <Button
              {...props}
              variant="default"
              size="sm"
              leftSection={<IconCamera size={18} aria-hidden />}
            >
              {t('camera')}
            </Button>
          )}
        </FileButton>
      </Group>
      {chosen.length > 0 && (
        <UploadDialog
          folder={folder}
          files={chosen}
          maxBytes={policy.data?.maxBytes ?? null}
          onClose={() => setChosen([])}
        />
      )}
    </Stack>
  );
}
