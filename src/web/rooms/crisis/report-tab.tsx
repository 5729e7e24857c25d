import { Button, Group, Paper, SimpleGrid, Text, Title } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NEEDS, PERSON_STATES, readReport, type Report } from '../../api/crisis';
import { useCan } from '../../app/session';
import { useLabel } from '../../i18n/use-label';
import { formatInstant } from '../../time/format';
import { Line, Part } from '../../ui/part';
import { Failure, Loading } from '../../ui/states';
import { FigureTable } from '../figures/figure-table';
import { LessonsDialog } from './incident-dialogs';
import { ManifestTable } from './manifest-table';
import { NumberLink, personsAt, type TabProps } from './parts';

/** What happened, for whoever answers for it; each person counted once. */
export function ReportTab(props: TabProps) {
  const { id } = props.incident;
  const report = useQuery({ queryKey: ['incident', id, 'report'], queryFn: () => readReport(id) });
  if (report.isPending) return <Loading />;
  if (report.isError) return <Failure error={report.error} retry={() => void report.refetch()} />;
  return <Whole {...props} report={report.data} />;
}

function Whole({ incident, zone, report }: TabProps & { report: Report }) {
  const { t, i18n } = useTranslation('crisis');
  const label = useLabel();
  const can = useCan();
  const [concluding, setConcluding] = useState(false);
  const at = (instant: string) => formatInstant(instant, zone, i18n.language);
  const to = (filter: Parameters<typeof personsAt>[1]) => personsAt(incident.id, filter);
  const persons = [t('column.persons')];
  return (
    <>
      <Group justify="space-between">
        <Text size="sm" c="dimmed">
          {t('board.asOf', { at: at(report.at) })}
        </Text>
        <Group gap="xs">
          <Button
            variant="default"
            leftSection={<IconDownload size={18} aria-hidden />}
            onClick={() => download(report.csv, `${incident.slug}.csv`)}
          >
            {t('act.csv')}
          </Button>
          {can('crisis.conclude') && (
            <Button onClick={() => setConcluding(true)}>{t('act.conclude')}</Button>
          )}
        </Group>
      </Group>
      <SimpleGrid cols={{ base: 1, md: 2 }} style={{ alignItems: 'start' }}>
        <Paper component="section">
          <Title order={2} mb="sm">
            {t('report.inShort')}
          </Title>
          <Text size="sm">
            {t('column.persons')}:{' '}
            <NumberLink value={report.persons} to={to({})} of={t('column.persons')} />
          </Text>
          <Text size="sm">
            {t('report.mentions')}:{' '}
            <NumberLink
              value={report.mentions}
              to={`/crises/${incident.id}?tab=lists&namings=all`}
              of={t('report.mentions')}
            />
          </Text>
          <Text size="sm">
            {t('report.reached')}:{' '}
            <NumberLink
              value={report.firstContact.contacted}
              to={to({ reached: true })}
              of={t('report.reached')}
            />
          </Text>
          {report.firstContact.medianMinutes !== null && (
            <Text size="sm">
              {t('report.median', { count: report.firstContact.medianMinutes })}
            </Text>
          )}
        </Paper>
        <Paper component="section">
          <Part title={t('report.milestones')} none="" empty={false}>
            {report.milestones.map(({ kind, occurredAt, detail }, index) => (
              <Line
                key={index}
                title={label('incidentMilestone', kind)}
                facts={[
                  at(occurredAt),
                  kind === 'broadcast' ? t('report.recipients', { count: Number(detail) }) : detail,
                ]}
              />
            ))}
          </Part>
        </Paper>
        <FigureTable
          title={t('board.headcount')}
          rowName={t('column.state')}
          columns={persons}
          rows={PERSON_STATES.map((state) => ({
            name: label('incidentPersonState', state),
            counts: [{ value: report.byState[state] ?? 0, to: to({ state }) }],
          }))}
          total={[{ value: report.persons, to: to({}) }]}
        />
        <FigureTable
          title={t('board.needs')}
          rowName={t('column.need')}
          columns={[t('column.open'), t('column.met')]}
          rows={NEEDS.map((need) => {
            const { open = 0, met = 0 } = report.needs.find((n) => n.need === need) ?? {};
            return {
              name: label('incidentNeed', need),
              counts: [
                { value: open, to: to({ need, needState: 'open' }) },
                { value: met, to: to({ need, needState: 'met' }) },
              ],
            };
          })}
        />
        <FigureTable
          title={t('report.byPost')}
          rowName={t('column.post')}
          columns={persons}
          rows={report.byPost.map(({ post, persons: value }) => {
            const postId = incident.posts.find(({ code }) => code === post)?.id;
            return {
              name: post ?? t('filter.noPost'),
              silent: post === null,
              counts: [
                { value, ...(postId ? { to: to({ postId }) } : { to: to({ noPost: true }) }) },
              ],
            };
          })}
        />
        <Paper component="section">
          <Title order={2} mb="sm">
            {t('field.lessons')}
          </Title>
          <Text
            size="sm"
            c={report.lessons ? undefined : 'dimmed'}
            style={{ whiteSpace: 'pre-wrap' }}
          >
            {report.lessons ?? t('none.lessons')}
          </Text>
        </Paper>
      </SimpleGrid>
      <ManifestTable incidentId={incident.id} manifests={report.manifests} />
      {concluding && <LessonsDialog incident={incident} onClose={() => setConcluding(false)} />}
    </>
  );
}

function download(csv: string, name: string): void {
  const address = URL.createObjectURL(new Blob([`\uFEFF${csv}`], { type: 'text/csv' }));
  const link = Object.assign(document.createElement('a'), { href: address, download: name });
  link.click();
  URL.revokeObjectURL(address);
}
