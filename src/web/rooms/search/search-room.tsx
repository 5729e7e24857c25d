import { Button, Paper, SimpleGrid, Stack, Text, TextInput, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { search } from '../../api/search';
import { useCan } from '../../app/session';
import { RoomHeader } from '../../ui/room-header';
import { Empty, Failure, Forbidden, Loading } from '../../ui/states';
import { FoundCaseCard } from './found-case';
import { FoundPersonCard } from './found-person';
import { SealedOffer } from './sealed-offer';
import { SearchFilters, toQuery, type Filters } from './search-filters';

const LEAST = 2;
const FIRST = 20;
const MOST = 100;

/** One box over numbers, people, places and notes, with filters. What was typed never enters the address. */
export function SearchRoom() {
  const { t } = useTranslation('search');
  const can = useCan();
  const { state } = useLocation() as { state: { q?: string } | null };
  const [typed, setTyped] = useState(state?.q ?? '');
  const [filters, setFilters] = useState<Filters>({});
  const [limit, setLimit] = useState(FIRST);
  const [q] = useDebouncedValue(typed.trim(), 300);
  const query = { q, limit, ...toQuery(filters) };
  const found = useQuery({
    queryKey: ['search', q, query],
    queryFn: () => search(query),
    enabled: q.length >= LEAST,
    placeholderData: keepPreviousData,
  });
  if (!can('case.read')) return <Forbidden />;
  const shown = q.length >= LEAST ? found.data : undefined;
  return (
    <>
      <RoomHeader title={t('title')} hint={t('hint')} />
      <Stack>
        <TextInput
          type="search"
          label={t('what')}
          size="md"
          leftSection={<IconSearch size={18} aria-hidden />}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          autoFocus
          autoComplete="off"
          maxLength={200}
        />
        <SearchFilters value={filters} onChange={setFilters} />
        {q.length < LEAST && <Empty title={t('begin')}>{t('beginDetail')}</Empty>}
        {q.length >= LEAST && found.isPending && <Loading />}
        {found.isError && <Failure error={found.error} retry={() => void found.refetch()} />}
        {shown && (
          <SimpleGrid cols={{ base: 1, lg: shown.people.items.length > 0 ? 2 : 1 }} spacing="lg">
            <section>
              <Title order={2} mb="xs">
                {t('group.cases')}
              </Title>
              <Text size="sm" c="dimmed" role="status" mb="xs">
                {t(shown.cases.more ? 'casesMore' : 'cases', { count: shown.cases.total })}
              </Text>
              {shown.cases.items.length === 0 ? (
                <Paper>
                  <Empty title={t('none')}>{t('noneDetail')}</Empty>
                  <SealedOffer typed={q} />
                </Paper>
              ) : (
                <Stack component="ul" gap="xs" className="plain-list">
                  {shown.cases.items.map((row) => (
                    <FoundCaseCard key={row.id} row={row} people={shown.people.items} />
                  ))}
                </Stack>
              )}
              {shown.cases.total > shown.cases.items.length && limit < MOST && (
                <Button mt="sm" variant="default" onClick={() => setLimit(MOST)}>
                  {t('showMore')}
                </Button>
              )}
            </section>
            {shown.people.items.length > 0 && (
              <section>
                <Title order={2} mb="xs">
                  {t('group.people')}
                </Title>
                <Text size="sm" c="dimmed" role="status" mb="xs">
                  {t(shown.people.more ? 'peopleMore' : 'people', { count: shown.people.total })}
                </Text>
                <Stack component="ul" gap="xs" className="plain-list">
                  {shown.people.items.map((person) => (
                    <FoundPersonCard key={person.id} person={person} />
                  ))}
                </Stack>
              </section>
            )}
          </SimpleGrid>
        )}
      </Stack>
    </>
  );
}
