import { NativeSelect, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { WITHDRAWAL_REASONS } from '../../api/codes';
import { withdrawDocument, type DocumentFile } from '../../api/documents';
import { queryClient } from '../../app/query-client';
import { useOptions } from '../../i18n/use-label';
import { Dialog } from '../../ui/dialog';
import { FormEnd } from '../../ui/form-end';
import { useProblemText, useTellDone } from '../../ui/problem';

type Reason = (typeof WITHDRAWAL_REASONS)[number];

/** Marks a document as one that no longer counts. */
export function WithdrawDialog({ item, onClose }: { item: DocumentFile; onClose: () => void }) {
  const { t } = useTranslation(['documents', 'common']);
  const options = useOptions();
  const problemText = useProblemText();
  const tellDone = useTellDone();
  const [reason, setReason] = useState<Reason>(WITHDRAWAL_REASONS[0]);
  const withdraw = useMutation({
    mutationFn: () => withdrawDocument(item.id, { reason }),
    onSuccess: async () => {
      tellDone(t('withdrawnDone'));
      onClose();
      await queryClient.invalidateQueries();
    },
  });
  const problem = withdraw.error && problemText(withdraw.error);
  return (
    <Dialog title={t('act.withdraw')} size="md" onClose={onClose}>
      <Stack>
        <Text size="sm">{t('withdrawDetail', { title: item.title })}</Text>
        <NativeSelect
          label={t('reason')}
          data={options('withdrawal', WITHDRAWAL_REASONS)}
          value={reason}
          onChange={({ currentTarget }) => setReason(currentTarget.value as Reason)}
        />
        <FormEnd
          problem={problem}
          sending={withdraw.isPending}
          action={t('act.withdraw')}
          onSend={() => withdraw.mutate()}
          onClose={onClose}
        />
      </Stack>
    </Dialog>
  );
}
