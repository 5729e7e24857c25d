import { Paper, Table, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { readAccessDenials } from '../../api/oversight';
import { useCan } from '../../app/session';
import { now } from '../../time/clock';
import { countryName, formatNumber, isoOf } from '../../time/format';

const YEAR = 365 * 86_400_000;
const COUNTS = ['denials', 'cases', 'notesSent', 'replies', 'accessGranted'] as const;

/** Where authorities kept consuls from detainees in the last year; absent while nowhere. */
export function AccessDenials() {
  const { t, i18n } = useTranslation('world');
  const can = useCan();
  const denials = useQuery({
    queryKey: ['access-denials'],
    queryFn: () => {
      const present = now();
      return readAccessDenials(isoOf(present - YEAR), isoOf(present));
    },
    enabled: can('report.run'),
  });
  const countries = denials.data?.items ?? [];
  if (countries.length === 0) return null;
  return (
    <Paper component="section" p={0}>
      <Title order={2} p="md">
        {t('denials.title')}
      </Title>
      <Table.ScrollContainer minWidth={520} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('denials.country')}</Table.Th>
              {COUNTS.map((count) => (
                <Table.Th key={count} ta="right">
                  {t(`denials.${count}`)}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {countries.map((row) => (
              <Table.Tr key={row.country}>
                <Table.Th scope="row" fw={400}>
                  {countryName(row.country, i18n.language)}
                </Table.Th>
                {COUNTS.map((count) => (
                  <Table.Td key={count} ta="right">
                    {formatNumber(row[count], i18n.language)}
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Paper>
  );
}
