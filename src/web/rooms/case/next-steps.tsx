import { Button, Group, Paper, Stack, Text, ThemeIcon, Title } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { markItem } from '../../api/catalogue';
import type { CaseFile } from '../../api/types';
import { queryClient } from '../../app/query-client';
import { useWords } from '../../catalogue/use-catalogue';
import { useLabel } from '../../i18n/use-label';
import { useTellProblem } from '../../ui/problem';

/** The checklist of the family: the first thing undone is the proposed next step. */
export function NextSteps({ file }: { file: CaseFile }) {
  const { t } = useTranslation('cases');
  const history = useLabel('history');
  const words = useWords();
  const may = file.allowed.includes('note');
  const next = file.checklist.findIndex(({ done }) => !done);
  if (file.checklist.length === 0) return null;
  return (
    <Paper component="section">
      <Title order={2} mb="sm">
        {t('checklist')}
      </Title>
      <Stack component="ul" gap={6} className="plain-list">
        {file.checklist.map(({ code, done, label: own, markable }, index) => (
          <Group component="li" key={code} gap="xs" wrap="nowrap">
            <ThemeIcon size={20} radius="xl" variant={done ? 'filled' : 'default'} aria-hidden>
              {done && <IconCheck size={13} />}
            </ThemeIcon>
            <Text size="sm" fw={index === next ? 640 : 400} c={done ? 'dimmed' : undefined}>
              {own ? words(own) : history('checklist', code)}
            </Text>
            <Text size="xs" c="dimmed" style={{ flexShrink: 0 }}>
              {index === next ? t('nextStep') : done ? t('done') : ''}
            </Text>
            {markable && own && may && (
              <MarkButton caseId={file.id} item={code} name={words(own)} done={done} />
            )}
          </Group>
        ))}
      </Stack>
    </Paper>
  );
}

interface MarkProps {
  caseId: string;
  item: string;
  name: string;
  done: boolean;
}

/** A step that only a person can vouch for: says that it is done, or takes it back. */
function MarkButton({ caseId, item, name, done }: MarkProps) {
  const { t } = useTranslation('catalogue');
  const tellProblem = useTellProblem();
  const mark = useMutation({
    mutationFn: () => markItem(caseId, { item, done: !done }),
    onSuccess: () => queryClient.invalidateQueries(),
    onError: tellProblem,
  });
  return (
    <Button
      size="compact-xs"
      variant={done ? 'subtle' : 'default'}
      loading={mark.isPending}
      onClick={() => mark.mutate()}
      aria-label={t(done ? 'undoNamed' : 'markDoneNamed', { name })}
      style={{ flexShrink: 0 }}
    >
      {t(done ? 'undo' : 'markDone')}
    </Button>
  );
}
