import { Anchor, Button, Group, Paper, Stack, Table, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { listNamings } from '../../api/crisis';
import { useLabel } from '../../i18n/use-label';
import { Instant } from '../../ui/instant';
import { Empty, Failure, Loading } from '../../ui/states';
import { ImportDialog } from './import-dialog';
import { MoreButton, NumberLink, personsAt, type TabProps } from './parts';

/** The lists that were taken in, and who was named in them as often as they were. */
export function ListsTab(props: TabProps) {
  const { incident, zone, works } = props;
  const { t } = useTranslation('crisis');
  const label = useLabel();
  const [search] = useSearchParams();
  const [importing, setImporting] = useState(false);
  if (search.has('namings')) return <Namings {...props} listId={search.get('namings')!} />;
  const to = (list: string) => `/crises/${incident.id}?tab=lists&namings=${list}`;
  return (
    <>
      <Group justify="space-between">
        <Anchor component={Link} to={to('all')} size="sm">
          {t('namings.all')}
        </Anchor>
        {works && <Button onClick={() => setImporting(true)}>{t('act.import')}</Button>}
      </Group>
      {incident.lists.length === 0 ? (
        <Paper>
          <Empty title={t('none.lists')}>{t('noListsDetail')}</Empty>
        </Paper>
      ) : (
        <Paper component="section" p={0}>
          <Table.ScrollContainer
            minWidth={480}
            scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}
          >
            <Table>
              <Table.Thead>
                <Table.Tr>
                  {(['list', 'format', 'rows', 'takenIn', 'persons'] as const).map((column) => (
                    <Table.Th key={column} scope="col">
                      {t(`column.${column}`)}
                    </Table.Th>
                  ))}
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {incident.lists.map((list) => (
                  <Table.Tr key={list.id}>
                    <Table.Th scope="row">{list.name}</Table.Th>
                    <Table.Td>{label('listFormat', list.format)}</Table.Td>
                    <Table.Td>
                      <NumberLink value={list.rows} to={to(list.id)} of={list.name} />
                    </Table.Td>
                    <Table.Td>
                      <Instant at={list.recordedAt} zone={zone} size="sm" />
                    </Table.Td>
                    <Table.Td>
                      <Anchor
                        component={Link}
                        to={personsAt(incident.id, { listId: list.id })}
                        aria-label={`${t('column.persons')}: ${list.name}`}
                      >
                        {t('act.open')}
                      </Anchor>
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        </Paper>
      )}
      {importing && <ImportDialog incidentId={incident.id} onClose={() => setImporting(false)} />}
    </>
  );
}

function Namings({ incident, listId }: TabProps & { listId: string }) {
  const { t } = useTranslation('crisis');
  const label = useLabel();
  const of = listId === 'all' ? undefined : listId;
  const pages = useInfiniteQuery({
    queryKey: ['incident', incident.id, 'namings', listId],
    queryFn: ({ pageParam }) => listNamings(incident.id, of, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });
  if (pages.isPending) return <Loading />;
  if (pages.isError) return <Failure error={pages.error} retry={() => void pages.refetch()} />;
  return (
    <>
      <Group justify="space-between">
        <Text size="sm" role="status">
          {t('namings.count', { count: pages.data.pages[0]?.total ?? 0 })}
        </Text>
        <Anchor component={Link} to={`/crises/${incident.id}?tab=lists`} size="sm">
          {t('namings.back')}
        </Anchor>
      </Group>
      <Stack component="ul" gap="xs" className="plain-list">
        {pages.data.pages
          .flatMap(({ items }) => items)
          .map((naming) => (
            <Paper component="li" key={naming.id} p="sm" style={{ overflowWrap: 'anywhere' }}>
              <Anchor
                component={Link}
                to={`/crises/${incident.id}/persons/${naming.personId}`}
                size="sm"
                fw={600}
              >
                {naming.asGiven}
              </Anchor>
              <Text size="sm" c="dimmed">
                {[
                  label('namedBy', naming.source),
                  naming.list,
                  naming.line !== null && t('line', { line: naming.line }),
                  naming.merged && t('joined'),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </Text>
            </Paper>
          ))}
      </Stack>
      <MoreButton pages={pages} />
    </>
  );
}
