import { Group, List, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { listRegions } from '../../api/network';
import type { World } from '../../api/types';
import { useLabel } from '../../i18n/use-label';
import { formatMonth, formatNumber } from '../../time/format';

type Totals = NonNullable<World['sealed']>;
const OTHER = 'other';

/** How many sealed cases there are: apart from the numbers that open a list, small ones suppressed. */
export function SealedTotals({ totals }: { totals: Totals }) {
  const { t, i18n } = useTranslation('world');
  const label = useLabel();
  const regions = useQuery({ queryKey: ['regions'], queryFn: listRegions, staleTime: Infinity });
  const regionName = (code: string): string => {
    const region = regions.data?.items.find((item) => item.code === code);
    if (!region) return t('sealed.otherRegion');
    return i18n.language === 'en' ? region.nameEn : region.nameEs;
  };
  const familyName = (code: string): string =>
    code === OTHER ? t('sealed.otherFamily') : label('family', code);
  return (
    <Paper component="section" p="md" aria-labelledby="sealed-totals">
      <Stack gap="sm">
        <Title order={2} id="sealed-totals">
          {t('sealed.title')}
        </Title>
        <Text size="sm" c="dimmed">
          {t('sealed.hint', { month: formatMonth(totals.month, i18n.language) })}
        </Text>
        <Text fz={28} fw={640}>
          <Count value={totals.total} />
        </Text>
        {totals.total !== null && (
          <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="lg">
            <Breakdown title={t('sealed.byRegion')} rows={totals.byRegion} name={regionName} />
            <Breakdown title={t('sealed.byFamily')} rows={totals.byFamily} name={familyName} />
          </SimpleGrid>
        )}
      </Stack>
    </Paper>
  );
}

function Breakdown({
  title,
  rows,
  name,
}: {
  title: string;
  rows: Totals['byRegion'];
  name: (code: string) => string;
}) {
  return (
    <div>
      <Title order={3} size="h5" mb={4}>
        {title}
      </Title>
      {rows.every(({ cases }) => cases === null) ? (
        <Count value={null} />
      ) : (
        <List listStyleType="none" spacing={4}>
          {rows.map(({ code, cases }) => (
            <List.Item key={code} styles={{ itemWrapper: { display: 'block' } }}>
              <Group justify="space-between" wrap="nowrap">
                <span>{name(code)}</span>
                <Count value={cases} />
              </Group>
            </List.Item>
          ))}
        </List>
      )}
    </div>
  );
}

function Count({ value }: { value: number | null }) {
  const { t, i18n } = useTranslation('world');
  return value === null ? (
    <Text inherit span c="dimmed">
      {t('sealed.suppressed')}
    </Text>
  ) : (
    <>{formatNumber(value, i18n.language)}</>
  );
}
