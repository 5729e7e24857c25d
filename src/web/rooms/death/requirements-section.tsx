import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listDeathRequirements } from '../../api/death';
import { useCan } from '../../app/session';
import { useWords } from '../../catalogue/use-catalogue';
import { useLabel } from '../../i18n/use-label';
import { countryName } from '../../time/format';
import { Failure, Loading } from '../../ui/states';
import { RequirementsDialog } from './requirements-dialog';

/** The documents that remains need, by country and kind, as they are in force. */
export function DeathRequirementsSection() {
  const { t, i18n } = useTranslation('death');
  const can = useCan();
  const label = useLabel();
  const words = useWords();
  const [editing, setEditing] = useState(false);
  const versions = useQuery({ queryKey: ['death-requirements'], queryFn: listDeathRequirements });
  if (versions.isPending) return <Loading />;
  if (versions.isError) return <Failure error={versions.error} />;
  const [current] = versions.data.items;
  if (!current) return null;
  const { content, version, reason } = current;
  return (
    <Paper component="section">
      <Group justify="space-between" align="flex-start" mb="xs">
        <Title order={2}>{t('requirements.title')}</Title>
        {can('policy.edit') && (
          <Button variant="default" size="xs" onClick={() => setEditing(true)}>
            {t('requirements.edit')}
          </Button>
        )}
      </Group>
      <Text size="sm" c="dimmed">
        {t('requirements.version', { version })} · {reason}
      </Text>
      <Text size="sm" c="dimmed" mb="xs">
        {content.source}
      </Text>
      <Stack gap="sm">
        {content.lists.map(({ kind, country, documents }) => (
          <div key={`${kind}${country ?? ''}`}>
            <Text size="sm" fw={600}>
              {label('remainsKind', kind)} ·{' '}
              {country ? countryName(country, i18n.language) : t('requirements.anyCountry')}
            </Text>
            <Text size="sm">
              {documents
                .map(({ label: name, when }) =>
                  when === 'always'
                    ? words(name)
                    : `${words(name)} (${label('requirementCondition', when).toLowerCase()})`,
                )
                .join(' · ')}
            </Text>
          </div>
        ))}
      </Stack>
      {editing && <RequirementsDialog base={content} onClose={() => setEditing(false)} />}
    </Paper>
  );
}
