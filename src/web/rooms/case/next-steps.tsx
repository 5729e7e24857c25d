import { Group, Paper, Stack, Text, ThemeIcon, Title } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { CaseFile } from '../../api/types';
import { useLabel } from '../../i18n/use-label';

/** The checklist of the family: the first thing undone is the proposed next step. */
export function NextSteps({ file }: { file: CaseFile }) {
  const { t } = useTranslation('cases');
  const label = useLabel();
  const next = file.checklist.findIndex(({ done }) => !done);
  if (file.checklist.length === 0) return null;
  return (
    <Paper component="section">
      <Title order={2} mb="sm">
        {t('checklist')}
      </Title>
      <Stack component="ul" gap={6} className="plain-list">
        {file.checklist.map(({ code, done }, index) => (
          <Group component="li" key={code} gap="xs" wrap="nowrap">
            <ThemeIcon size={20} radius="xl" variant={done ? 'filled' : 'default'} aria-hidden>
              {done && <IconCheck size={13} />}
            </ThemeIcon>
            <Text size="sm" fw={index === next ? 640 : 400} c={done ? 'dimmed' : undefined}>
              {label('checklist', code)}
            </Text>
            <Text size="xs" c="dimmed" style={{ flexShrink: 0 }}>
              {index === next ? t('nextStep') : done ? t('done') : ''}
            </Text>
          </Group>
        ))}
      </Stack>
    </Paper>
  );
}
