import { Checkbox, NativeSelect, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { newKey } from '../../api/client';
import { draftPaper, type CasePaper, papersOf, WITH_HEALTH } from '../../api/papers';
import type { CaseFile } from '../../api/types';
import { queryClient } from '../../app/query-client';
import { useOptions } from '../../i18n/use-label';
import { Dialog } from '../../ui/dialog';
import { FormEnd } from '../../ui/form-end';
import { useProblemText } from '../../ui/problem';

interface Props {
  file: CaseFile;
  onClose: () => void;
}

/** Which paper, and whether health enters it; the rest is filled in and completed on its page. */
export function NewPaperDialog({ file, onClose }: Props) {
  const caseId = file.id;
  const { t } = useTranslation(['papers', 'common']);
  const options = useOptions();
  const text = useProblemText();
  const go = useNavigate();
  const [key] = useState(newKey);
  const papers = papersOf(file.family);
  const [kind, setKind] = useState<CasePaper>(papers[0]!);
  const [health, setHealth] = useState(true);
  const [addressee, setAddressee] = useState('');
  const people = new Map(
    file.people
      .filter(({ until, personId }) => !until && personId !== file.personId)
      .map(({ personId, fullName }) => [personId, fullName]),
  );
  const mayHold = WITH_HEALTH.includes(kind);
  const draft = useMutation({
    mutationFn: () =>
      draftPaper(
        caseId,
        {
          kind,
          includeRestricted: mayHold && health,
          addresseeId: addressee || undefined,
        },
        `${key}-${kind}-${addressee}`,
      ),
    onSuccess: async ({ id }) => {
      await queryClient.invalidateQueries({ queryKey: ['papers', caseId] });
      return go(`/papers/${id}`);
    },
  });
  const problem = draft.error && text(draft.error);
  return (
    <Dialog onClose={onClose} title={t('new')}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          draft.mutate();
        }}
      >
        <Stack>
          <NativeSelect
            label={t('kind')}
            data={options('paper', papers)}
            value={kind}
            onChange={(event) => setKind(event.currentTarget.value as CasePaper)}
          />
          {people.size > 0 && (
            <NativeSelect
              label={t('addressee')}
              description={t('addresseeHint')}
              data={[
                { value: '', label: t('noAddressee') },
                ...[...people].map(([value, label]) => ({ value, label })),
              ]}
              value={addressee}
              onChange={(event) => setAddressee(event.currentTarget.value)}
            />
          )}
          {mayHold && (
            <Checkbox
              label={t('withHealth')}
              description={t('withHealthHint')}
              checked={health}
              onChange={(event) => setHealth(event.currentTarget.checked)}
            />
          )}
          <Text size="sm" c="dimmed">
            {t('newHint')}
          </Text>
          <FormEnd
            problem={problem}
            sending={draft.isPending}
            action={t('begin')}
            onClose={onClose}
          />
        </Stack>
      </form>
    </Dialog>
  );
}
