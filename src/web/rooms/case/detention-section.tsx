import { Badge, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DetentionPanel } from '../../api/types';
import { useLabel } from '../../i18n/use-label';
import { Instant } from '../../ui/instant';
import { Defence, Expulsions, Hearings, Notes } from './detention-lists';
import { Mistreatment } from './mistreatment';
import type { SectionProps } from './sections';

/** The family's own panel: the four instants, wishes, place, accusation, hearings, notes verbales. */
export function DetentionSection({ file, zone, start }: SectionProps) {
  const { t } = useTranslation('detention');
  const { detention } = file;
  if (!detention) return null;
  return (
    <Paper component="section">
      <Title order={2} mb="md">
        {t('title')}
      </Title>
      <Stack gap="lg">
        <Facts detention={detention} zone={zone} />
        <Hearings detention={detention} zone={zone} start={start} />
        <Notes detention={detention} zone={zone} start={start} />
        <Expulsions detention={detention} zone={zone} start={start} />
        <Defence detention={detention} zone={zone} start={start} />
        <Mistreatment file={file} detention={detention} zone={zone} start={start} />
      </Stack>
    </Paper>
  );
}

function Facts({ detention, zone }: { detention: DetentionPanel; zone: string }) {
  const { t } = useTranslation('detention');
  const label = useLabel();
  const instant = (at: string | null) =>
    at ? <Instant at={at} zone={zone} size="sm" /> : label('', null);
  const { facility } = detention;
  const where = facility
    ? [facility.name, facility.city].filter(Boolean).join(', ')
    : t('facilityUnknown');
  return (
    <SimpleGrid component="dl" cols={{ base: 1, xs: 2, md: 3 }} spacing="md" m={0}>
      <Fact name={t('detainedAt')}>{instant(detention.detainedAt)}</Fact>
      <Fact name={t('informedOfRightsAt')}>{instant(detention.informedOfRightsAt)}</Fact>
      <Fact name={t('postNotifiedAt')}>{instant(detention.postNotifiedAt)}</Fact>
      <Fact name={t('firstContactAt')}>{instant(detention.firstContactAt)}</Fact>
      <Fact name={t('noticeChannel')}>
        {[label('noticeChannel', detention.noticeChannel), detention.noticeAuthority]
          .filter(Boolean)
          .join(' · ')}
      </Fact>
      <Fact name={t('stage')}>{label('stage', detention.stage)}</Fact>
      <Fact name={t('facility')}>
        {where}{' '}
        {facility?.harshness === 'harsh' && (
          <Badge size="xs" variant="outline">
            {label('harshness', 'harsh')}
          </Badge>
        )}
      </Fact>
      <Fact name={t('visitWish')}>{label('wish', detention.visitWish)}</Fact>
      <Fact name={t('familyWish')}>{label('wish', detention.familyWish)}</Fact>
      <Fact name={t('offenceGroup')}>{label('offenceGroup', detention.offenceGroup)}</Fact>
      {detention.charges && <Fact name={t('charges')}>{detention.charges}</Fact>}
    </SimpleGrid>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <Text component="dt" size="xs" c="dimmed">
        {name}
      </Text>
      <Text component="dd" size="sm" m={0}>
        {children}
      </Text>
    </div>
  );
}
