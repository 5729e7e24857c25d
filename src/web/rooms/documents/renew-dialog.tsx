import { FileInput, Progress, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newKey } from '../../api/client';
import { renewDocument, type DocumentFile } from '../../api/documents';
import { queryClient } from '../../app/query-client';
import { Dialog } from '../../ui/dialog';
import { FormEnd } from '../../ui/form-end';
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
        <FormEnd
          problem={problem}
          sending={send.isPending}
          action={t('send')}
          disabled={!file}
          onSend={() => file && send.mutate(file)}
          onClose={onClose}
        />
      </Stack>
    </Dialog>
  );
}
