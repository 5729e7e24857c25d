import { Anchor, Badge, Paper, Table, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type Manifest, SEAT_STATES } from '../../api/crisis';
import { useLabel } from '../../i18n/use-label';
import { Instant } from '../../ui/instant';
import { NumberLink } from './parts';

interface Props {
  incidentId: string;
  manifests: readonly Manifest[];
}

/** Flights and buses with their seats; each number opens those seats. */
export function ManifestTable({ incidentId, manifests }: Props) {
  const { t } = useTranslation('crisis');
  const label = useLabel();
  return (
    <Paper component="section" p={0}>
      <Title order={2} px="md" pt="md">
        {t('section.manifests')}
      </Title>
      {manifests.length === 0 ? (
        <Text size="sm" c="dimmed" p="md">
          {t('none.manifests')}
        </Text>
      ) : (
        <Table.ScrollContainer minWidth={640} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
          <Table>
            <Table.Thead>
              <Table.Tr>
                {(['manifest', 'route', 'departure', 'capacity', 'seats'] as const).map(
                  (column) => (
                    <Table.Th key={column} scope="col">
                      {t(`column.${column}`)}
                    </Table.Th>
                  ),
                )}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {manifests.map((manifest) => {
                const to = `/crises/${incidentId}/manifests/${manifest.id}`;
                return (
                  <Table.Tr key={manifest.id}>
                    <Table.Th scope="row">
                      <Anchor component={Link} to={to} underline="always">
                        {label('manifestKind', manifest.kind)} {manifest.code}
                      </Anchor>{' '}
                      <Badge variant="light">{label('manifestState', manifest.state)}</Badge>
                    </Table.Th>
                    <Table.Td>
                      {t('route', { from: manifest.origin, to: manifest.destination })}
                    </Table.Td>
                    <Table.Td>
                      <Instant
                        at={manifest.departedAt ?? manifest.departsAt}
                        zone={manifest.departsZone}
                        size="sm"
                      />
                    </Table.Td>
                    <Table.Td>{manifest.capacity}</Table.Td>
                    <Table.Td>
                      {SEAT_STATES.filter((state) => manifest.seats[state]).map((state) => (
                        <Text key={state} size="sm">
                          {label('seatState', state)}:{' '}
                          <NumberLink
                            value={manifest.seats[state] ?? 0}
                            to={`${to}?seat=${state}`}
                            of={`${manifest.code}, ${label('seatState', state)}`}
                          />
                        </Text>
                      ))}
                    </Table.Td>
                  </Table.Tr>
                );
              })}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
    </Paper>
  );
}
