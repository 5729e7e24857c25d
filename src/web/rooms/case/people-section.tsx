import { Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CaseFile } from '../../api/types';
import { useLabel } from '../../i18n/use-label';
import { Day } from '../../ui/instant';

export function PeopleSection({ file }: { file: CaseFile }) {
  const { t } = useTranslation('cases');
  const label = useLabel();
  return (
    <Paper component="section">
      <Title order={2} mb="sm">
        {t('people')}
      </Title>
      <Stack component="ul" gap="sm" className="plain-list">
        {file.people.map((person) => (
          <li key={person.id}>
            <Group gap="xs">
              <Text size="sm" fw={600}>
                {person.fullName}
              </Text>
              <Text size="sm" c="dimmed">
                {label('personRole', person.role)}
              </Text>
            </Group>
            <Text size="xs" c="dimmed">
              {person.birthDate && <Day on={person.birthDate} />}
              {person.documents
                .map(({ kind, number }) => ` · ${label('document', kind)} ${number}`)
                .join('')}
            </Text>
          </li>
        ))}
      </Stack>
    </Paper>
  );
}
