import { Badge, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listInstitutions, type Institution } from '../../api/cooperation';
import { useLabel } from '../../i18n/use-label';
import { Failure, Loading } from '../../ui/states';
import { InstitutionDialog } from './institution-dialog';

/** To whom people are referred, and what each may receive: versioned data that headquarters edits. */
export function InstitutionsSection() {
  const { t } = useTranslation('policies');
  const found = useQuery({ queryKey: ['institutions'], queryFn: listInstitutions });
  const [editing, setEditing] = useState<Institution | 'new' | null>(null);
  if (found.isPending) return <Loading />;
  if (found.isError) return <Failure error={found.error} retry={() => void found.refetch()} />;
  const { items } = found.data;
  return (
    <Paper component="section">
      <Group justify="space-between" align="flex-start" mb="xs" gap="xs">
        <Title order={2}>{t('institutions.title')}</Title>
        <Button variant="default" size="xs" onClick={() => setEditing('new')}>
          {t('institutions.add')}
        </Button>
      </Group>
      <Text size="sm" c="dimmed" mb="sm">
        {t(items.length === 0 ? 'institutions.none' : 'institutions.hint')}
      </Text>
      <Stack component="ul" gap="md" className="plain-list">
        {items.map((institution) => (
          <li key={institution.id}>
            <Line institution={institution} onEdit={() => setEditing(institution)} />
          </li>
        ))}
      </Stack>
      {editing && (
        <InstitutionDialog
          known={editing === 'new' ? null : editing}
          onClose={() => setEditing(null)}
        />
      )}
    </Paper>
  );
}

function Line({ institution, onEdit }: { institution: Institution; onEdit: () => void }) {
  const { t, i18n } = useTranslation('policies');
  const label = useLabel();
  const name = i18n.language === 'en' ? institution.nameEn : institution.nameEs;
  return (
    <Group justify="space-between" align="flex-start" gap="xs">
      <Stack gap={2} flex="1 1 220px" style={{ overflowWrap: 'anywhere' }}>
        <Group gap="xs">
          <Text size="sm" fw={600}>
            {name}
          </Text>
          {!institution.peruvian && (
            <Badge size="xs" variant="outline">
              {t('institutions.abroad')}
            </Badge>
          )}
          {institution.retired && (
            <Badge size="xs" variant="light" color="gray">
              {t('institutions.retired')}
            </Badge>
          )}
        </Group>
        <Text size="sm">
          {label('recipientKind', institution.recipientKind)} ·{' '}
          {t('institutions.days', { count: institution.answerDays })}
        </Text>
        <Text size="sm">
          {t('institutions.receives', {
            data: institution.categories.map((code) => label('dataCategory', code)).join(', '),
          })}
        </Text>
        <Text size="xs" c="dimmed">
          {t('institutions.version', { n: institution.version, source: institution.source })}
        </Text>
      </Stack>
      <Button
        size="compact-xs"
        variant="default"
        aria-label={t('institutions.editNamed', { name })}
        onClick={onEdit}
      >
        {t('institutions.edit')}
      </Button>
    </Group>
  );
}
