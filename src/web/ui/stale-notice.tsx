import { Alert, List, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ShownValue, VersionChange } from '../api/problem';
import { useLabel } from '../i18n/use-label';
import { formatDay, formatInstant } from '../time/format';
import { Instant } from './instant';

/** Fields whose values are codes, by the vocabulary that names them. */
const VOCABULARIES: Record<string, string> = {
  intakeChannel: 'intakeChannel',
  noticeChannel: 'noticeChannel',
  offenceGroup: 'offenceGroup',
  harshness: 'harshness',
  kind: 'facilityKind',
  state: 'benefitState',
  identity: 'identity',
  sex: 'sex',
};
const INSTANT = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** A value as people read it: codes by name, instants on the clock of the post. */
function useShown(zone: string): (field: string, value: ShownValue) => string {
  const { t, i18n } = useTranslation();
  const label = useLabel();
  return (field, value) => {
    if (value === null || value === '') return label('', null);
    if (typeof value === 'boolean') return t(value ? 'stale.yes' : 'stale.no');
    const text = String(value);
    if (INSTANT.test(text)) return formatInstant(text, zone, i18n.language);
    if (DAY.test(text)) return formatDay(text, i18n.language);
    const vocabulary = VOCABULARIES[field];
    return vocabulary ? label(vocabulary, text) : text;
  };
}

/** Someone saved in between: who, when, and each field from what to what; what was typed stays. */
export function StaleNotice({ changes, zone }: { changes: VersionChange[]; zone: string }) {
  const { t } = useTranslation();
  const label = useLabel();
  const shown = useShown(zone);
  return (
    <Alert color="tinta" variant="light" title={t('stale.title')} role="alert">
      <Stack gap="xs">
        {changes.length > 0 && (
          <List size="sm">
            {changes.map(({ version, at, by, fields, values = [] }) => (
              <List.Item key={version}>
                {t('stale.change', {
                  by: by ?? t('stale.someone'),
                  fields: fields.map((field) => label('field', field)).join(', '),
                })}{' '}
                <Instant at={at} zone={zone} c="dimmed" size="xs" />
                {values.length > 0 && (
                  <List size="sm" withPadding listStyleType="none">
                    {values.map(({ field, old, new: now }) => (
                      <List.Item key={field} style={{ overflowWrap: 'anywhere' }}>
                        {t('stale.value', {
                          field: label('field', field),
                          old: shown(field, old),
                          new: shown(field, now),
                        })}
                      </List.Item>
                    ))}
                  </List>
                )}
              </List.Item>
            ))}
          </List>
        )}
        <Text size="sm">{t('stale.keep')}</Text>
      </Stack>
    </Alert>
  );
}
