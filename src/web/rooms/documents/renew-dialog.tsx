import { Alert, Button, FileInput, Group, Progress, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newKey } from '../../api/client';
import { renewDocument, type DocumentFile } from '../../api/documents';
import { queryClient } from '../../app/query-client';
import { Dialog } from '../../ui/dialog';
import { useProblemText, useTellDone } from '../../ui/problem';

/** Brings the next version of a document; those before it stay. */
export function RenewDialog({ item, onClose }: { item: DocumentFile; onClose: () => void }) {
  const { t } = useTranslation(['documents', 'common']);
  const problemText = useProblemText();
  const tellDone = useTellDone();
  const [file, setFile] = useState<File | null>(null);
  const [key, setKey] = useState(newKey);
  const [share, setShare] = useState(0);
  const send = useMutation({
    mutationFn: (chosen: File) =>
      renewDocument(item.id, { file: chosen, key, onProgress: setShare }),
    onSuccess: async () => {
      tellDone(t('renewed'));
      onClose();
      await queryClient.invalidateQueries();
    },
    onError: () => setKey(newKey()),
  });
  const problem = send.error && problemText(send.error);
  return (
    <Dialog title={t('act.renew')} size="md" onClose={onClose}>
      <Stack>
        <Text size="sm">{t('renewDetail', { title: item.title })}</Text>
        <FileInput
          label={t('file')}
          placeholder={t('chooseOne')}
          value={file}
          onChange={setFile}
          clearable
        />
        {send.isPending && (
          <Progress
            value={share * 100}
            aria-label={t('progress', { name: file?.name, percent: Math.round(share * 100) })}
          />
        )}
        {problem && (
          <Alert color="rojo" variant="light" title={problem.title} role="alert">
            {problem.detail}
          </Alert>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('common:action.cancel')}
          </Button>
          <Button
            disabled={!file}
            loading={send.isPending}
            onClick={() => file && send.mutate(file)}
          >
            {t('send')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
