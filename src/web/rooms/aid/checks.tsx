import { Button, Group, List, Paper, Text, ThemeIcon, Title } from '@mantine/core';
import { IconCheck, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Aid } from '../../api/aid';
import { useCan } from '../../app/session';
import { useLabel } from '../../i18n/use-label';
import type { AidStep } from './acts';

/** Every rule with whether it holds, and what it asks; a ceiling may be exceeded by who may. */
export function Checks({ aid, start }: { aid: Aid; start: (step: AidStep) => void }) {
  const { t } = useTranslation('aid');
  const can = useCan();
  const label = useLabel();
  if (aid.checks.length === 0) return null;
  const before = aid.state === 'draft' || aid.state === 'returned';
  const broken = aid.checks.some(({ ceiling, holds }) => ceiling && !holds);
  return (
    <Paper component="section" p="md" aria-labelledby="checks">
      <Group justify="space-between" mb="sm">
        <Title order={2} id="checks">
          {t('checks')}
        </Title>
        {before && broken && !aid.exceeding && can('aid.exceed') && (
          <Button size="xs" variant="default" onClick={() => start('exceed')}>
            {t('act.exceed')}
          </Button>
        )}
      </Group>
      <List spacing="xs" size="sm" center>
        {aid.checks.map(({ check, holds, ceiling }) => {
          const excused = !holds && ceiling && aid.exceeding;
          return (
            <List.Item
              key={check}
              icon={
                <ThemeIcon size={20} radius="xl" color={holds || excused ? 'green.8' : 'rojo'}>
                  {holds || excused ? (
                    <IconCheck size={14} aria-hidden />
                  ) : (
                    <IconX size={14} aria-hidden />
                  )}
                </ThemeIcon>
              }
            >
              <Text size="sm" fw={holds ? 400 : 600}>
                {label('aidCheck', check)}
                {excused && ` · ${t('exceeded')}`}
              </Text>
              {!holds && !excused && (
                <Text size="xs" c="dimmed">
                  {t(`rule.${check}`)}
                </Text>
              )}
            </List.Item>
          );
        })}
      </List>
    </Paper>
  );
}
