import { Badge, Button, Group, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseFile, DetentionPanel } from '../../api/types';
import { useCan } from '../../app/session';
import { useLabel } from '../../i18n/use-label';
import { Instant } from '../../ui/instant';
import { TARGET_ACTS } from './acts';
import type { StartAct } from './case-room';
import { Mistreatment } from './mistreatment';

interface Props {
  file: CaseFile;
  detention: DetentionPanel;
  zone: string;
  start: StartAct;
}

/** The family's own panel: the four instants, wishes, place, accusation, hearings, notes verbales. */
export function DetentionSection({ file, detention, zone, start }: Props) {
  const { t } = useTranslation('detention');
  return (
    <Paper component="section">
      <Title order={2} mb="md">
        {t('title')}
      </Title>
      <Stack gap="lg">
        <Facts detention={detention} zone={zone} />
        <Hearings detention={detention} zone={zone} start={start} />
        <Notes detention={detention} zone={zone} start={start} />
        <Mistreatment file={file} detention={detention} zone={zone} start={start} />
      </Stack>
    </Paper>
  );
}

function Facts({ detention, zone }: { detention: DetentionPanel; zone: string }) {
  const { t } = useTranslation('detention');
  const label = useLabel();
  const instant = (at: string | null) =>
    at ? <Instant at={at} zone={zone} size="sm" /> : label('', null);
  const { facility } = detention;
  const where = facility
    ? [facility.name, facility.city].filter(Boolean).join(', ')
    : t('facilityUnknown');
  return (
    <SimpleGrid component="dl" cols={{ base: 1, xs: 2, md: 3 }} spacing="md" m={0}>
      <Fact name={t('detainedAt')}>{instant(detention.detainedAt)}</Fact>
      <Fact name={t('informedOfRightsAt')}>{instant(detention.informedOfRightsAt)}</Fact>
      <Fact name={t('postNotifiedAt')}>{instant(detention.postNotifiedAt)}</Fact>
      <Fact name={t('firstContactAt')}>{instant(detention.firstContactAt)}</Fact>
      <Fact name={t('noticeChannel')}>
        {[label('noticeChannel', detention.noticeChannel), detention.noticeAuthority]
          .filter(Boolean)
          .join(' · ')}
      </Fact>
      <Fact name={t('stage')}>{label('stage', detention.stage)}</Fact>
      <Fact name={t('facility')}>
        {where}{' '}
        {facility?.harshness === 'harsh' && (
          <Badge size="xs" variant="outline">
            {label('harshness', 'harsh')}
          </Badge>
        )}
      </Fact>
      <Fact name={t('visitWish')}>{label('wish', detention.visitWish)}</Fact>
      <Fact name={t('familyWish')}>{label('wish', detention.familyWish)}</Fact>
      <Fact name={t('offenceGroup')}>{label('offenceGroup', detention.offenceGroup)}</Fact>
      {detention.charges && <Fact name={t('charges')}>{detention.charges}</Fact>}
    </SimpleGrid>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <Text component="dt" size="xs" c="dimmed">
        {name}
      </Text>
      <Text component="dd" size="sm" m={0}>
        {children}
      </Text>
    </div>
  );
}

type ListProps = Omit<Props, 'file'>;

function Hearings({ detention, zone, start }: ListProps) {
  const { t } = useTranslation('detention');
  const label = useLabel();
  const can = useCan();
  if (detention.hearings.length === 0) return null;
  return (
    <div>
      <Title order={3} mb="xs">
        {t('hearings')}
      </Title>
      <Stack component="ul" gap="xs" className="plain-list">
        {detention.hearings.map((hearing) => (
          <Group component="li" key={hearing.id} justify="space-between" gap="xs">
            <Text size="sm">
              <Instant at={hearing.at} zone={zone} inherit /> ·{' '}
              {[hearing.kind && label('hearingKind', hearing.kind), hearing.court]
                .filter(Boolean)
                .join(' · ')}
            </Text>
            {can('case.edit') && (
              <Button
                size="compact-xs"
                variant="default"
                onClick={() => start(TARGET_ACTS.hearingNote, hearing.id)}
              >
                {t('act.hearingNote')}
              </Button>
            )}
          </Group>
        ))}
      </Stack>
    </div>
  );
}

function Notes({ detention, zone, start }: ListProps) {
  const { t } = useTranslation('detention');
  const can = useCan();
  if (detention.notesVerbales.length === 0) return null;
  return (
    <div>
      <Title order={3} mb="xs">
        {t('notesVerbales')}
      </Title>
      <Stack component="ul" gap="xs" className="plain-list">
        {detention.notesVerbales.map((note) => (
          <Group component="li" key={note.id} justify="space-between" gap="xs">
            <Text size="sm">
              {note.authority} · <Instant at={note.sentAt} zone={zone} inherit />
              {note.repliedAt && (
                <>
                  {` · ${t('replied')} `}
                  <Instant at={note.repliedAt} zone={zone} inherit />
                </>
              )}
            </Text>
            {!note.repliedAt && can('case.edit') && (
              <Button
                size="compact-xs"
                variant="default"
                onClick={() => start(TARGET_ACTS.noteReply, note.id)}
              >
                {t('act.noteReply')}
              </Button>
            )}
          </Group>
        ))}
      </Stack>
    </div>
  );
}
