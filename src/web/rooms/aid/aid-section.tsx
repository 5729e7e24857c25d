import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AID_LINES, listAidOfCase, recordAttention } from '../../api/aid';
import { useCan } from '../../app/session';
import { FieldsDialog } from '../../ui/fields-dialog';
import { Failure, Loading } from '../../ui/states';
import { usePosts } from '../../ui/use-posts';
import type { SectionProps } from '../case/sections';
import { AidEntry } from './aid-rows';
import { RequestDialog } from './request-dialog';

/** What the case was given with public money, and what it asks for. */
export default function AidSection({ file }: SectionProps) {
  const { t } = useTranslation('aid');
  const can = useCan();
  const [asked, setAsked] = useState<'attention' | 'request' | null>(null);
  const aid = useQuery({
    queryKey: ['aid-of-case', file.id],
    queryFn: () => listAidOfCase(file.id),
  });
  const posts = usePosts();
  const currency = posts.data?.find(({ id }) => id === file.postId)?.currency ?? 'PEN';
  const proposes = can('aid.propose') && file.allowed.includes('edit');
  const close = () => setAsked(null);
  return (
    <Paper component="section">
      <Group justify="space-between" mb="md" gap="xs">
        <Title order={2}>{t('section.title')}</Title>
        {proposes && (
          <Group gap="xs">
            <Button size="xs" onClick={() => setAsked('attention')}>
              {t('act.attention')}
            </Button>
            <Button size="xs" variant="default" onClick={() => setAsked('request')}>
              {t('act.request')}
            </Button>
          </Group>
        )}
      </Group>
      {aid.isPending && <Loading />}
      {aid.isError && <Failure error={aid.error} />}
      {aid.data?.items.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('section.none')}
        </Text>
      )}
      <Stack component="ul" gap="md" className="plain-list">
        {aid.data?.items.map((one) => (
          <li key={one.id}>
            <AidEntry aid={one} />
          </li>
        ))}
      </Stack>
      {asked === 'attention' && (
        <FieldsDialog
          catalogue="aid"
          name="attention"
          done={t('done')}
          about={t('about.attention')}
          fields={[
            { name: 'line', kind: 'select', options: ['aidLine', AID_LINES], required: true },
            { name: 'amount', kind: 'text', hint: 'help.zero', required: true },
            { name: 'currency', kind: 'text', required: true, initial: currency },
            { name: 'note', kind: 'long' },
            { name: 'documentId', label: 'smallReceipt', kind: 'document', caseId: file.id },
          ]}
          send={(body, key) => recordAttention(file.id, body as never, { key })}
          onClose={close}
        />
      )}
      {asked === 'request' && <RequestDialog file={file} currency={currency} onClose={close} />}
    </Paper>
  );
}
