import { Badge, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { act } from '../../api/cooperation';
import { useCan } from '../../app/session';
import { Instant } from '../../ui/instant';
import type { SectionProps } from '../case/sections';
import { FieldsDialog } from '../../ui/fields-dialog';
import { useHonoraryChoices, useStaffChoices } from './use-choices';

const OFFICERS = ['officer', 'head_of_post', 'local_staff'];

/** Who works the case beside its assignee. */
export function TeamSection({ file, zone }: SectionProps) {
  const { t } = useTranslation('cooperation');
  const can = useCan();
  const [adding, setAdding] = useState<'second' | 'honorary' | null>(null);
  const [ending, setEnding] = useState<string | null>(null);
  const officers = useStaffChoices(file.postId, OFFICERS);
  const honorary = useHonoraryChoices(file.postId);
  const team = file.cooperation?.team ?? [];
  const open = file.closedAt === null && can('case.assign');
  return (
    <Paper component="section">
      <Group justify="space-between" mb="sm" gap="xs">
        <Title order={2}>{t('team')}</Title>
        {open && (
          <Group gap="xs">
            <Button size="xs" variant="default" onClick={() => setAdding('second')}>
              {t('act.second')}
            </Button>
            {honorary.length > 0 && (
              <Button size="xs" variant="default" onClick={() => setAdding('honorary')}>
                {t('act.honorary')}
              </Button>
            )}
          </Group>
        )}
      </Group>
      {team.length === 0 && (
        <Text c="dimmed" size="sm">
          {t('teamNone')}
        </Text>
      )}
      <Stack component="ul" gap="sm" className="plain-list">
        {team.map((member) => (
          <li key={member.id}>
            <Group justify="space-between" gap="xs">
              <Stack gap={0}>
                <Text size="sm" fw={600}>
                  {member.displayName}
                </Text>
                <Text size="xs" c="dimmed">
                  {t(`teamKind.${member.kind}` as never)} · {t('since')}{' '}
                  <Instant at={member.since} zone={zone} inherit />
                  {member.until && (
                    <>
                      {' · '}
                      {t('until')} <Instant at={member.until} zone={zone} inherit />
                    </>
                  )}
                </Text>
              </Stack>
              {open && !isOver(member.until) ? (
                <Button
                  size="xs"
                  variant="subtle"
                  aria-label={t('endFor', { name: member.displayName })}
                  onClick={() => setEnding(member.id)}
                >
                  {t('end')}
                </Button>
              ) : (
                isOver(member.until) && <Badge variant="default">{t('over')}</Badge>
              )}
            </Group>
          </li>
        ))}
      </Stack>
      {adding && (
        <FieldsDialog
          catalogue="cooperation"
          name={adding}
          zone={zone}
          fields={[
            {
              name: 'accountId',
              kind: 'select',
              required: true,
              choices: adding === 'second' ? officers : honorary,
            },
            { name: 'until', kind: 'instant' },
            { name: 'reason', kind: 'text', required: adding === 'honorary' },
          ]}
          send={(body, key) =>
            act('/api/v1/cases/{id}/team', { id: file.id }, { ...body, kind: adding }, key)
          }
          onClose={() => setAdding(null)}
        />
      )}
      {ending && (
        <FieldsDialog
          catalogue="cooperation"
          name="endMember"
          zone={zone}
          fields={[{ name: 'reason', kind: 'text' }]}
          send={(body, key) =>
            act('/api/v1/cases/{id}/team/{member}/end', { id: file.id, member: ending }, body, key)
          }
          onClose={() => setEnding(null)}
        />
      )}
    </Paper>
  );
}

const isOver = (until: string | null): boolean => until !== null && Date.parse(until) <= Date.now();
