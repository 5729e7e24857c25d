import { Badge, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { act } from '../../api/cooperation';
import { useCan } from '../../app/session';
import { Instant } from '../../ui/instant';
import type { SectionProps } from '../case/sections';
import { FieldsDialog } from '../../ui/fields-dialog';
import { HAND_OVER_FIELDS, splitHandOver } from './hand-over-fields';
import { usePostChoices } from './use-choices';

/** The case on its way to another post; until that post accepts, everything stays here. */
export function TransferSection({ file, zone }: SectionProps) {
  const { t } = useTranslation('cooperation');
  const can = useCan();
  const posts = usePostChoices(file.postId);
  const [doing, setDoing] = useState<'transfer' | 'revoke' | null>(null);
  const transfers = file.cooperation?.transfers ?? [];
  const pending = transfers.find(({ state }) => state === 'pending');
  const may = file.closedAt === null && can('transfer.propose');
  return (
    <Paper component="section">
      <Group justify="space-between" mb="sm" gap="xs">
        <Title order={2}>{t('transfers')}</Title>
        {may && (
          <Button
            size="xs"
            variant="default"
            onClick={() => setDoing(pending ? 'revoke' : 'transfer')}
          >
            {t(pending ? 'act.revoke' : 'act.transfer')}
          </Button>
        )}
      </Group>
      {transfers.length === 0 && (
        <Text c="dimmed" size="sm">
          {t('transfersNone')}
        </Text>
      )}
      <Stack component="ul" gap="sm" className="plain-list">
        {transfers.map((transfer) => (
          <li key={transfer.id}>
            <Group gap="xs">
              <Text size="sm" fw={600}>
                {transfer.fromPostCode} → {transfer.toPostCode}
              </Text>
              <Badge variant="light">{t(`transferState.${transfer.state}`)}</Badge>
            </Group>
            <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
              {transfer.reason}
            </Text>
            {transfer.decisionNote && (
              <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
                {t('answerNote', { text: transfer.decisionNote })}
              </Text>
            )}
            <Text size="xs" c="dimmed">
              <Instant at={transfer.requestedAt} zone={zone} inherit /> · {transfer.requestedBy}
            </Text>
          </li>
        ))}
      </Stack>
      {doing === 'transfer' && (
        <FieldsDialog
          catalogue="cooperation"
          name="transfer"
          zone={zone}
          about={t('transferHint')}
          fields={[
            { name: 'toPostId', kind: 'select', required: true, choices: posts },
            { name: 'reason', kind: 'long', required: true },
            ...HAND_OVER_FIELDS,
          ]}
          send={(body, key) =>
            act('/api/v1/cases/{id}/transfers', { id: file.id }, splitHandOver(body), key)
          }
          onClose={() => setDoing(null)}
        />
      )}
      {doing === 'revoke' && pending && (
        <FieldsDialog
          catalogue="cooperation"
          name="revoke"
          zone={zone}
          fields={[{ name: 'reason', kind: 'text' }]}
          send={(body, key) =>
            act('/api/v1/transfers/{id}/revocation', { id: pending.id }, body, key)
          }
          onClose={() => setDoing(null)}
        />
      )}
    </Paper>
  );
}
