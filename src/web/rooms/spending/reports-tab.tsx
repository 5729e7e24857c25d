import { Button, Group, NativeSelect, Paper, Title } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  readReport,
  readReportFile,
  SPENDING_REPORTS,
  type Programme,
  type ReportRange,
  type SpendingReport,
} from '../../api/spending';
import { useCan } from '../../app/session';
import { useOptions } from '../../i18n/use-label';
import { todayAt } from '../../time/zoned';
import { DayInput } from '../../ui/instant-input';
import { useTellProblem } from '../../ui/problem';
import { ReportTable } from '../../ui/report-table';
import { saveFile } from '../../ui/save-text';
import { Failure, Loading } from '../../ui/states';
import { usePostOptions, usePosts } from '../../ui/use-posts';
import { PROGRAMMES } from '../../api/budget';

const LIMA = 'America/Lima';

/** One report over some days of Lima, to read or to take along. */
export function ReportsTab() {
  const { t } = useTranslation('spending');
  const today = todayAt(LIMA);
  const [report, setReport] = useState<SpendingReport>('execution');
  const [range, setRange] = useState<ReportRange>({
    from: `${today.slice(0, 4)}-01-01`,
    to: today,
  });
  const found = useQuery({
    queryKey: ['spending-report', report, range],
    queryFn: () => readReport(report, range),
    enabled: Boolean(range.from && range.to),
  });
  return (
    <>
      <Group align="flex-end">
        <NativeSelect
          label={t('report')}
          value={report}
          data={SPENDING_REPORTS.map((value) => ({ value, label: t(`reportName.${value}`) }))}
          onChange={(event) => setReport(event.currentTarget.value as SpendingReport)}
        />
        <RangeFields range={range} onChange={setRange} />
        <SaveButtons report={report} range={range} />
      </Group>
      <Paper component="section" p="md">
        {found.isPending && <Loading />}
        {found.isError && <Failure error={found.error} />}
        {found.data && (
          <>
            <Title order={2} mb="xs">
              {found.data.title}
            </Title>
            <ReportTable
              report={found.data}
              words={{
                ...{ none: t('none'), noneHint: t('noneHint'), total: t('total') },
                shown: (count) => t('shown', { count }),
              }}
            />
          </>
        )}
      </Paper>
    </>
  );
}

function RangeFields({
  range,
  onChange,
}: {
  range: ReportRange;
  onChange: (range: ReportRange) => void;
}) {
  const { t } = useTranslation('spending');
  const can = useCan();
  const options = useOptions();
  const posts = usePosts();
  const choices = usePostOptions();
  const { post: _, programme: __, ...days } = range;
  return (
    <>
      {(['from', 'to'] as const).map((name) => (
        <DayInput
          key={name}
          label={t(name)}
          value={range[name]}
          onChange={(event) => onChange({ ...range, [name]: event.currentTarget.value })}
        />
      ))}
      <NativeSelect
        label={t('programme')}
        value={range.programme ?? ''}
        data={[{ value: '', label: t('both') }, ...options('programme', PROGRAMMES)]}
        onChange={(event) => {
          const programme = event.currentTarget.value as Programme;
          const kept = range.post ? { ...days, post: range.post } : days;
          onChange(programme ? { ...kept, programme } : kept);
        }}
      />
      {can('spending.compare') && (
        <NativeSelect
          label={t('post')}
          value={range.post ?? ''}
          data={[{ value: '', label: t('allPosts') }, ...choices(posts.data ?? [])]}
          onChange={(event) => {
            const post = event.currentTarget.value;
            const kept = range.programme ? { ...days, programme: range.programme } : days;
            onChange(post ? { ...kept, post } : kept);
          }}
        />
      )}
    </>
  );
}

function SaveButtons({ report, range }: { report: SpendingReport; range: ReportRange }) {
  const { t } = useTranslation('spending');
  const tellProblem = useTellProblem();
  const save = useMutation({
    mutationFn: async (format: 'csv' | 'xlsx') => {
      const file = await readReportFile(report, { ...range, format });
      saveFile(file, `${report}-${range.from}-${range.to}.${format}`);
    },
    onError: tellProblem,
  });
  return (
    <>
      {(['csv', 'xlsx'] as const).map((format) => (
        <Button
          key={format}
          variant="default"
          loading={save.isPending && save.variables === format}
          onClick={() => save.mutate(format)}
        >
          {t(`save.${format}`)}
        </Button>
      ))}
    </>
  );
}
