import { Badge, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { act, type Cooperation } from '../../api/cooperation';
import { useCan, useMyPosts } from '../../app/session';
import { Due } from '../../ui/due';
import { Instant } from '../../ui/instant';
import type { SectionProps } from '../case/sections';
import { FieldsDialog, type FormField } from '../../ui/fields-dialog';
import { useDeskChoices } from './use-choices';
import { useLabel } from '../../i18n/use-label';

const KINDS = ['consultation', 'instruction', 'authorisation', 'demarche'] as const;
const OUTCOMES = {
  consultation: ['answered'],
  instruction: ['answered', 'done', 'not_possible'],
  authorisation: ['granted', 'refused'],
  demarche: ['done', 'not_possible'],
} as const;

type Request = Cooperation['requests'][number];
type Doing = { what: 'ask' } | { what: 'message' | 'answer' | 'withdraw'; request: Request };

/** What the post and headquarters ask each other, with the clock of each. */
export function RequestSection({ file, zone }: SectionProps) {
  const { t } = useTranslation('cooperation');
  const can = useCan();
  const [doing, setDoing] = useState<Doing | null>(null);
  const ofPost = useMyPosts().some(({ id }) => id === file.postId);
  const requests = file.cooperation?.requests ?? [];
  const may = file.closedAt === null && can('request.ask');
  return (
    <Paper component="section">
      <Group justify="space-between" mb="sm" gap="xs">
        <Title order={2}>{t('requests')}</Title>
        {may && (
          <Button size="xs" variant="default" onClick={() => setDoing({ what: 'ask' })}>
            {t(ofPost ? 'act.ask' : 'act.instruct')}
          </Button>
        )}
      </Group>
      {requests.length === 0 && (
        <Text c="dimmed" size="sm">
          {t('requestsNone')}
        </Text>
      )}
      <Stack component="ul" gap="lg" className="plain-list">
        {requests.map((request) => (
          <li key={request.id}>
            <Thread request={request} zone={zone} />
            {may && request.state === 'open' && (
              <Group gap="xs" mt="xs">
                <Button
                  size="xs"
                  variant="default"
                  onClick={() => setDoing({ what: 'message', request })}
                >
                  {t('act.message')}
                </Button>
                {ofPost === (request.direction === 'to_post') ? (
                  <Button size="xs" onClick={() => setDoing({ what: 'answer', request })}>
                    {t('act.answer')}
                  </Button>
                ) : (
                  <Button
                    size="xs"
                    variant="subtle"
                    onClick={() => setDoing({ what: 'withdraw', request })}
                  >
                    {t('act.withdraw')}
                  </Button>
                )}
              </Group>
            )}
          </li>
        ))}
      </Stack>
      {doing && (
        <RequestDialog
          doing={doing}
          caseId={file.id}
          zone={zone}
          ofPost={ofPost}
          onClose={() => setDoing(null)}
        />
      )}
    </Paper>
  );
}

function Thread({ request, zone }: { request: Request; zone: string }) {
  const { t } = useTranslation('cooperation');
  const label = useLabel();
  return (
    <Stack gap={4}>
      <Group gap="xs">
        <Text size="sm" fw={600}>
          {label('requestKind', request.kind)}
        </Text>
        <Text size="xs" c="dimmed">
          {t(`direction.${request.direction}`)}
        </Text>
        {request.urgent && <Badge color="rojo">{t('urgent')}</Badge>}
        <Badge variant="light">
          {request.outcome
            ? t(`requestOutcome.${request.outcome}` as never)
            : t(`requestState.${request.state}` as never)}
        </Badge>
      </Group>
      {request.state === 'open' && request.dueAt && <Due at={request.dueAt} zone={zone} />}
      {request.messages.map((message) => (
        <Text
          key={message.id}
          size="sm"
          style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}
        >
          <Text span fw={600} inherit>
            {message.author}
          </Text>
          {': '}
          {message.text}
          <Text span size="xs" c="dimmed">
            {' · '}
            <Instant at={message.at} zone={zone} inherit />
          </Text>
        </Text>
      ))}
    </Stack>
  );
}

function RequestDialog({
  doing,
  caseId,
  zone,
  ofPost,
  onClose,
}: {
  doing: Doing;
  caseId: string;
  zone: string;
  ofPost: boolean;
  onClose: () => void;
}) {
  const { t } = useTranslation('cooperation');
  const label = useLabel();
  const desks = useDeskChoices();
  const text: FormField = { name: 'text', kind: 'long', required: true };
  if (doing.what === 'ask') {
    const kinds = KINDS.filter((kind) => ofPost || kind !== 'authorisation');
    return (
      <FieldsDialog
        catalogue="cooperation"
        name={ofPost ? 'ask' : 'instruct'}
        zone={zone}
        fields={[
          {
            name: 'kind',
            kind: 'select',
            required: true,
            choices: kinds.map((value) => ({ value, label: label('requestKind', value) })),
          },
          { name: 'desk', kind: 'select', required: true, choices: desks },
          { name: 'urgent', kind: 'check' },
          text,
        ]}
        send={(body, key) => act('/api/v1/cases/{id}/service-requests', { id: caseId }, body, key)}
        onClose={onClose}
      />
    );
  }
  const { request, what } = doing;
  const at = { id: request.id };
  const outcomes = OUTCOMES[request.kind].map((value) => ({
    value,
    label: t(`requestOutcome.${value}`),
  }));
  const fields: Record<typeof what, FormField[]> = {
    message: [text],
    answer: [{ name: 'outcome', kind: 'select', required: true, choices: outcomes }, text],
    withdraw: [{ name: 'reason', kind: 'long', required: true }],
  };
  const path = {
    message: '/api/v1/service-requests/{id}/messages',
    answer: '/api/v1/service-requests/{id}/answer',
    withdraw: '/api/v1/service-requests/{id}/withdrawal',
  } as const;
  return (
    <FieldsDialog
      catalogue="cooperation"
      name={what}
      zone={zone}
      fields={fields[what]}
      send={(body, key) => act(path[what], at, body, key)}
      onClose={onClose}
    />
  );
}
