import { Anchor, Badge, Button, Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { readTemplate, type TemplateContent, type TemplateVersion } from '../../api/papers';
import { useCan } from '../../app/session';
import { useLabel } from '../../i18n/use-label';
import { readerZone } from '../../time/format';
import { Instant } from '../../ui/instant';
import { RoomHeader } from '../../ui/room-header';
import { Failure, Forbidden, Loading } from '../../ui/states';
import { TemplateEditor } from './template-editor';

/** One kind of paper: its words in the editor, and the versions before. */
export function TemplateRoom() {
  const { t } = useTranslation('templates');
  const { kind = '' } = useParams();
  const can = useCan();
  const label = useLabel();
  const [start, setStart] = useState<{ version: number; content: TemplateContent } | null>(null);
  const page = useQuery({
    queryKey: ['template', kind],
    queryFn: () => readTemplate(kind),
    enabled: can('catalogue.edit'),
  });
  if (!can('catalogue.edit')) return <Forbidden />;
  if (page.isPending) return <Loading />;
  if (page.isError) return <Failure error={page.error} retry={() => void page.refetch()} />;
  const from = start ?? page.data;
  return (
    <>
      <RoomHeader
        title={label('paper', kind)}
        hint={
          <>
            {t('version', { n: page.data.version })} ·{' '}
            <Anchor component={Link} to="/templates" size="sm">
              {t('backToList')}
            </Anchor>
          </>
        }
      />
      <Stack gap="lg">
        <TemplateEditor
          key={`${page.data.version}-${from.version}`}
          page={page.data}
          start={from.content}
          onPublished={() => setStart(null)}
        />
        <History kind={kind} versions={page.data.history} onStart={setStart} />
      </Stack>
    </>
  );
}

interface HistoryProps {
  kind: string;
  versions: TemplateVersion[];
  onStart: (from: { version: number; content: TemplateContent }) => void;
}

function History({ kind, versions, onStart }: HistoryProps) {
  const { t } = useTranslation('templates');
  const newest = versions[0]?.version;
  const take = async (version: number) => {
    const { content } = await readTemplate(kind, version);
    onStart({ version, content });
    window.scrollTo(0, 0);
  };
  return (
    <Paper component="section">
      <Title order={2} mb="sm">
        {t('history')}
      </Title>
      <Stack component="ul" gap="sm" className="plain-list">
        {versions.map(({ version, reason, recordedAt, author }) => (
          <li key={version}>
            <Text size="sm" fw={600}>
              {t('version', { n: version })}{' '}
              {version === newest && <Badge size="sm">{t('inUse')}</Badge>}
            </Text>
            <Text size="xs" c="dimmed">
              <Instant at={recordedAt} zone={readerZone()} inherit />
              {author && ` · ${author}`}
            </Text>
            <Text size="sm">{reason}</Text>
            {version !== newest && (
              <Button size="compact-xs" variant="default" mt={4} onClick={() => void take(version)}>
                {t('startFrom', { n: version })}
              </Button>
            )}
          </li>
        ))}
      </Stack>
    </Paper>
  );
}
