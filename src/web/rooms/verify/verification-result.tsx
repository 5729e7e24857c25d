import { Alert, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconCircleX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Verification } from '../../api/papers';
import { useLabel } from '../../i18n/use-label';
import { countryName, formatDay } from '../../time/format';

const LOOK = {
  issued: { icon: IconCircleCheck, color: 'tinta' },
  annulled: { icon: IconAlertTriangle, color: 'rojo' },
  unknown: { icon: IconCircleX, color: 'rojo' },
} as const;

/** What the holder of a paper may know of it. */
export function VerificationResult({ found }: { found: Verification }) {
  const { t, i18n } = useTranslation('verify');
  const label = useLabel();
  const { icon: Icon, color } = LOOK[found.state];
  const day = (on: string | null) => (on ? formatDay(on, i18n.language) : '');
  return (
    <Alert color={color} variant="light" icon={<Icon aria-hidden />} title={t(found.state)} mt="md">
      <Stack gap={4}>
        {found.state === 'unknown' ? (
          <Text size="sm">{t('unknownDetail')}</Text>
        ) : (
          <>
            {found.kind && <Text size="sm">{label('paper', found.kind)}</Text>}
            {found.postName && (
              <Text size="sm">
                {t('post', {
                  name: found.postName,
                  city: found.postCity,
                  country: found.postCountry ? countryName(found.postCountry, i18n.language) : '',
                })}
              </Text>
            )}
            <Text size="sm">{t('issuedOn', { on: day(found.issuedOn) })}</Text>
            {found.annulledOn && (
              <Text size="sm">{t('annulledOn', { on: day(found.annulledOn) })}</Text>
            )}
            {found.fileMatches !== null && (
              <Text size="sm" fw={600}>
                {t(found.fileMatches ? 'fileSame' : 'fileOther')}
              </Text>
            )}
          </>
        )}
      </Stack>
    </Alert>
  );
}
