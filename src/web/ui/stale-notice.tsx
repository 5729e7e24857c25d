import { Alert, List, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { VersionChange } from '../api/problem';
import { useLabel } from '../i18n/use-label';
import { Instant } from './instant';

/** Someone saved in between: who, when and what; what was typed stays in the form. */
export function StaleNotice({ changes, zone }: { changes: VersionChange[]; zone: string }) {
  const { t } = useTranslation();
  const label = useLabel();
  return (
    <Alert color="tinta" variant="light" title={t('stale.title')} role="alert">
      <Stack gap="xs">
        {changes.length > 0 && (
          <List size="sm">
            {changes.map(({ version, at, by, fields }) => (
              <List.Item key={version}>
                {t('stale.change', {
                  by: by ?? t('stale.someone'),
                  fields: fields.map((field) => label('field', field)).join(', '),
                })}{' '}
                <Instant at={at} zone={zone} c="dimmed" size="xs" />
              </List.Item>
            ))}
          </List>
        )}
        <Text size="sm">{t('stale.keep')}</Text>
      </Stack>
    </Alert>
  );
}
