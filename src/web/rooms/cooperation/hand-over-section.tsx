import { Badge, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newKey } from '../../api/client';
import { act } from '../../api/cooperation';
import { queryClient } from '../../app/query-client';
import { useCan, useMe } from '../../app/session';
import { Instant } from '../../ui/instant';
import { useTellDone, useTellProblem } from '../../ui/problem';
import type { SectionProps } from '../case/sections';
import { FieldsDialog } from '../../ui/fields-dialog';
import { HAND_OVER_FIELDS } from './hand-over-fields';
import { HandOverText } from './hand-over-text';
import { useStaffChoices } from './use-choices';

const OCCASIONS = ['reassignment', 'departure', 'absence'] as const;

/** What was told to whoever took the case over, and whether they have read it. */
export function HandOverSection({ file, zone }: SectionProps) {
  const { t } = useTranslation('cooperation');
  const can = useCan();
  const { account } = useMe();
  const colleagues = useStaffChoices(file.postId);
  const tellDone = useTellDone();
  const tellProblem = useTellProblem();
  const [writing, setWriting] = useState(false);
  const confirm = useMutation({
    mutationFn: (id: string) => act('/api/v1/hand-over-notes/{id}/receipt', { id }, {}, newKey()),
    onSuccess: () => {
      tellDone(t('done.receipt'));
      return queryClient.invalidateQueries();
    },
    onError: tellProblem,
  });
  const notes = file.cooperation?.handOvers ?? [];
  const mine = ({ receiverId, authorId, readAt }: (typeof notes)[number]) =>
    !readAt &&
    authorId !== account.id &&
    (receiverId ? receiverId === account.id : file.assignee?.id === account.id);
  return (
    <Paper component="section">
      <Group justify="space-between" mb="sm" gap="xs">
        <Title order={2}>{t('handOvers')}</Title>
        {file.closedAt === null && can('handover.write') && (
          <Button size="xs" variant="default" onClick={() => setWriting(true)}>
            {t('act.handOver')}
          </Button>
        )}
      </Group>
      {notes.length === 0 && (
        <Text c="dimmed" size="sm">
          {t('handOversNone')}
        </Text>
      )}
      <Stack component="ul" gap="md" className="plain-list">
        {notes.map((note) => (
          <li key={note.id}>
            <Group gap="xs" mb={4}>
              <Text size="sm" fw={600}>
                {t(`occasion.${note.occasion}` as never)}
              </Text>
              <Badge variant="light" color={note.readAt ? 'tinta' : 'rojo'}>
                {note.readAt ? t('readBy', { name: note.readBy }) : t('unread')}
              </Badge>
            </Group>
            <HandOverText note={note} />
            <Text size="xs" c="dimmed">
              {note.author} → {note.receiver ?? t('whoeverTakes')} ·{' '}
              <Instant at={note.writtenAt} zone={zone} inherit />
            </Text>
            {mine(note) && (
              <Button
                mt="xs"
                size="xs"
                loading={confirm.isPending}
                onClick={() => confirm.mutate(note.id)}
              >
                {t('act.receipt')}
              </Button>
            )}
          </li>
        ))}
      </Stack>
      {writing && (
        <FieldsDialog
          catalogue="cooperation"
          name="handOver"
          zone={zone}
          fields={[
            {
              name: 'occasion',
              kind: 'select',
              required: true,
              choices: OCCASIONS.map((value) => ({ value, label: t(`occasion.${value}`) })),
            },
            { name: 'receiverId', kind: 'select', required: true, choices: colleagues },
            ...HAND_OVER_FIELDS,
          ]}
          send={(body, key) =>
            act('/api/v1/cases/{id}/hand-over-notes', { id: file.id }, body, key)
          }
          onClose={() => setWriting(false)}
        />
      )}
    </Paper>
  );
}
