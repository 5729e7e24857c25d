import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { type Counted, listFiguredCases, readCaseFigures } from '../../api/figures';
import { useCan } from '../../app/session';
import { useWords } from '../../catalogue/use-catalogue';
import { useLabel } from '../../i18n/use-label';
import { formatDay } from '../../time/format';
import { CaseTable } from '../../ui/case-table';
import { RoomHeader } from '../../ui/room-header';
import { Forbidden, Loading, NotFound } from '../../ui/states';
import { useAnswerName } from './answer-tables';
import { useEnding } from './case-tables';
import { queryOf, searchOf, useRange } from './range';

const LISTS = ['opened', 'ended', 'assisted'] as const;

/** The cases that one of the numbers counted. */
export function FiguredListRoom() {
  const { t, i18n } = useTranslation('figures');
  const can = useCan();
  const label = useLabel();
  const [search] = useSearchParams();
  const { range, zone, ready } = useRange();
  const counted = useCounted();
  const said = useSaid(counted);
  if (!can('report.run')) return <Forbidden />;
  if (!ready) return <Loading />;
  const row = {
    ...range,
    family: search.get('rowFamily') ?? range.family,
    type: search.get('rowType') ?? range.type,
  };
  const query = queryOf(row, zone);
  if (!query || !LISTS.some((list) => list === search.get('counted'))) return <NotFound />;
  const day = (text: string) => formatDay(text, i18n.language);
  const about = [
    row.type ? label('type', row.type) : row.family && label('family', row.family),
    said,
    t('days', { from: day(range.from), to: day(range.to) }),
  ];
  return (
    <>
      <RoomHeader title={t(`list.${counted.counted}`)} hint={about.filter(Boolean).join(' · ')}>
        <Button component={Link} to={`/figures?${searchOf(range)}`} variant="default">
          {t('back')}
        </Button>
      </RoomHeader>
      <CaseTable
        query={{ ...query, ...counted }}
        load={(page) => listFiguredCases({ ...query, ...counted, ...page })}
        empty={t('nothing')}
      />
    </>
  );
}

/** What the address says of the number that was opened. */
function useCounted(): Counted {
  const [search] = useSearchParams();
  const parts = (['outcome', 'action', 'field', 'answer'] as const).flatMap((name) => {
    const value = search.get(name);
    return value ? [[name, value]] : [];
  });
  const counted = LISTS.find((list) => list === search.get('counted')) ?? 'opened';
  return { counted, ...Object.fromEntries(parts) };
}

/** The row of the number, in words. */
function useSaid({ outcome, action, field, answer }: Counted): string {
  const label = useLabel();
  const ending = useEnding();
  const words = useWords();
  const name = useAnswerName();
  const { range, zone } = useRange();
  const query = queryOf(range, zone);
  const figures = useQuery({
    queryKey: ['case-figures', query],
    queryFn: () => readCaseFigures(query!),
    enabled: field !== undefined && query !== null,
  });
  if (outcome) return ending(outcome);
  if (action) return label('action', action);
  const found = figures.data?.answers.find((known) => known.field === field);
  if (!found) return '';
  const row = found.rows.find((known) => known.answer === (answer ?? null));
  return `${words(found.label)}: ${name(found.kind, row ?? { answer: answer ?? null, label: null })}`;
}
