import { Badge, Button, Group, Menu, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { IconChevronDown, IconNotebook } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { CaseFile } from '../../api/types';
import { useCan } from '../../app/session';
import { useLabel } from '../../i18n/use-label';
import { Due } from '../../ui/due';
import { Instant } from '../../ui/instant';
import { PriorityBadge } from '../../ui/priority-badge';
import type { Act, StartAct } from './acts';
import { CARE_ACTS } from './care-acts';
import { CASE_ACTS } from './case-acts';
import { COURSE_ACTS } from './course-acts';
import { Onlookers } from './onlookers';

interface Props {
  file: CaseFile;
  zone: string;
  start: StartAct;
}

const isOpen = ({ status }: CaseFile): boolean => status !== 'closed' && status !== 'dismissed';

/** Who, what, how confidential, in whose hands, and what is due next. */
export function CaseHeader({ file, zone, start }: Props) {
  const { t } = useTranslation(['cases', 'common']);
  const label = useLabel();
  return (
    <Paper>
      <Stack gap="md">
        <Group justify="space-between" align="flex-start" gap="sm">
          <Stack gap={4}>
            <Group gap={6}>
              <Text size="sm" c="dimmed">
                {file.reference}
              </Text>
              <Badge variant="light" size="sm">
                {label('status', file.status)}
              </Badge>
              <Badge variant="outline" size="sm">
                {label('tier', file.tier)}
              </Badge>
              <PriorityBadge priority={file.priority} />
            </Group>
            <Title order={1} style={{ overflowWrap: 'anywhere' }}>
              {file.personName ?? t('common:case.noPerson')}
            </Title>
            <Text size="sm">
              {[label('family', file.family), label('type', file.type)].join(' · ')}
            </Text>
            <Onlookers caseId={file.id} />
          </Stack>
          <Acts file={file} start={start} />
        </Group>
        <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }} spacing="md">
          <Fact name={t('next')}>
            {file.nextDueAt ? (
              <>
                <Text size="sm">{label('obligation', file.nextDuty)}</Text>
                <Due at={file.nextDueAt} zone={zone} />
              </>
            ) : (
              t('nothingDue')
            )}
          </Fact>
          <Fact name={t('lastVisit')}>
            {file.lastVisitAt ? (
              <Instant at={file.lastVisitAt} zone={zone} size="sm" />
            ) : (
              t('common:case.neverVisited')
            )}
          </Fact>
          <Fact name={t('nextVisit')}>
            {file.nextVisitAt ? (
              <Instant at={file.nextVisitAt} zone={zone} size="sm" />
            ) : (
              t('noVisitPlanned')
            )}
          </Fact>
          <Fact name={t('assignee')}>
            {file.assignee?.displayName ?? t('common:case.unassigned')}
          </Fact>
        </SimpleGrid>
        {file.summary && !file.genderViolence && (
          <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>
            {file.summary}
          </Text>
        )}
      </Stack>
    </Paper>
  );
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div>
      <Text size="xs" c="dimmed" mb={2}>
        {name}
      </Text>
      <Text size="sm" component="div">
        {children}
      </Text>
    </div>
  );
}

function Acts({ file, start }: { file: CaseFile; start: StartAct }) {
  const { t } = useTranslation(['cases', 'detention']);
  const can = useCan();
  const open = isOpen(file);
  const caseActs = CASE_ACTS.filter(
    (act: Act) =>
      can(act.permission) &&
      (act.allowedAs === undefined ||
        file.allowed.includes(act.allowedAs) ||
        act.statuses?.includes(file.status)),
  );
  const detentionActs =
    open && file.detention
      ? [...CARE_ACTS, ...COURSE_ACTS].filter((act) => can(act.permission))
      : [];
  return (
    <Group gap="xs">
      {file.allowed.includes('record_visit') && file.detention && (
        <Button
          component={Link}
          to={`/cases/${file.id}/visit`}
          leftSection={<IconNotebook size={18} aria-hidden />}
        >
          {t('recordVisit')}
        </Button>
      )}
      <ActMenu name={t('record')} acts={detentionActs} start={start} />
      <ActMenu name={t('manage')} acts={caseActs} start={start} />
    </Group>
  );
}

function ActMenu({ name, acts, start }: { name: string; acts: readonly Act[]; start: StartAct }) {
  const { t } = useTranslation('detention');
  if (acts.length === 0) return null;
  return (
    <Menu position="bottom-end" width={280}>
      <Menu.Target>
        <Button variant="default" rightSection={<IconChevronDown size={16} aria-hidden />}>
          {name}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {acts.map((act) => (
          <Menu.Item key={act.name} onClick={() => start(act)}>
            {t(`act.${act.name}` as never)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
