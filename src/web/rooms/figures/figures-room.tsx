import { SimpleGrid, Stack } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { readCaseFigures } from '../../api/figures';
import { useCan } from '../../app/session';
import { catalogueQuery } from '../../catalogue/use-catalogue';
import { RoomHeader } from '../../ui/room-header';
import { Failure, Forbidden, Loading } from '../../ui/states';
import { AnswerTables } from './answer-tables';
import { CaseTables } from './case-tables';
import { queryOf, searchOf, useRange } from './range';
import { RangeFields } from './range-fields';

/** How many cases were opened and ended, what was done, and what they answer, for any days. */
export function FiguresRoom() {
  const { t } = useTranslation('figures');
  const can = useCan();
  const [, setSearch] = useSearchParams();
  const { range, zone, posts, ready } = useRange();
  const allowed = can('report.run');
  const catalogue = useQuery({ ...catalogueQuery, enabled: allowed });
  const query = queryOf(range, zone);
  const figures = useQuery({
    queryKey: ['case-figures', query],
    queryFn: () => readCaseFigures(query!),
    enabled: allowed && ready && query !== null,
    placeholderData: keepPreviousData,
  });
  if (!allowed) return <Forbidden />;
  if (catalogue.isPending || !ready) return <Loading />;
  if (catalogue.isError) return <Failure error={catalogue.error} />;
  return (
    <>
      <RoomHeader title={t('title')} hint={t('hint')} />
      <Stack gap="lg">
        <RangeFields
          range={range}
          posts={posts}
          catalogue={catalogue.data}
          zone={zone}
          onChange={(next) => setSearch(searchOf(next), { replace: true })}
        />
        {figures.isLoading && <Loading />}
        {figures.isError && <Failure error={figures.error} retry={() => void figures.refetch()} />}
        {figures.data && query && (
          <>
            <SimpleGrid cols={{ base: 1, md: 2 }} style={{ alignItems: 'start' }}>
              <CaseTables figures={figures.data} range={range} />
            </SimpleGrid>
            <AnswerTables figures={figures.data} range={range} />
          </>
        )}
      </Stack>
    </>
  );
}
