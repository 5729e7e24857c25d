import { Alert, Badge, Button, Group, Menu, Paper, Stack, Text, Title } from '@mantine/core';
import { IconChevronDown, IconPrinter, IconUserPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { readRound, type RoundPage } from '../../api/rounds';
import { useCan } from '../../app/session';
import { useLabel } from '../../i18n/use-label';
import { Day } from '../../ui/instant';
import { RoomHeader } from '../../ui/room-header';
import { Empty, Failure, Loading } from '../../ui/states';
import { AddPeopleDialog } from './add-people-dialog';
import { CancelDialog, CloseDialog, EditDialog } from './change-dialogs';
import { nameOf, RoundProgress } from './parts';
import { RoundPersonCard } from './round-person-card';

type Doing = 'add' | 'edit' | 'close' | 'cancel';

/** One round: who is to be seen, what to look at, and what came of it. It prints as a list. */
export function RoundRoom() {
  const { id = '' } = useParams();
  const round = useQuery({ queryKey: ['round', id], queryFn: () => readRound(id) });
  if (round.isPending) return <Loading />;
  if (round.isError) return <Failure error={round.error} retry={() => void round.refetch()} />;
  return <OneRound round={round.data} />;
}

function OneRound({ round }: { round: RoundPage }) {
  const { t, i18n } = useTranslation('rounds');
  const label = useLabel();
  const can = useCan();
  const [doing, setDoing] = useState<Doing | null>(null);
  const open = round.status === 'planned';
  const stop = () => setDoing(null);
  const total = round.people.length;
  return (
    <>
      <RoomHeader
        title={round.facilityName ?? round.city}
        hint={
          <Group gap={6}>
            <Day on={round.plannedOn} />
            {round.occasionNames && (
              <Badge variant="light">{nameOf(round.occasionNames, i18n.language)}</Badge>
            )}
            {!open && <Badge variant="outline">{label('roundStatus', round.status)}</Badge>}
            <span>
              {[round.facilityName && round.city, `${t('leader')}: ${round.leaderName}`]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </Group>
        }
      >
        <Group gap="xs" className="off-paper">
          <Button
            variant="default"
            leftSection={<IconPrinter size={18} aria-hidden />}
            onClick={() => window.print()}
          >
            {t('print')}
          </Button>
          {open && can('round.plan') && <Manage onChoose={setDoing} />}
        </Group>
      </RoomHeader>
      <Stack gap="lg">
        <Text size="sm" className="on-paper">
          {t('paperPrepared')}
        </Text>
        <About round={round} />
        <Group justify="space-between">
          <Title order={2}>
            {t('listTitle')}{' '}
            <Text span inherit c="dimmed">
              {total}
            </Text>
          </Title>
          {open && can('round.plan') && (
            <Button
              className="off-paper"
              size="xs"
              leftSection={<IconUserPlus size={16} aria-hidden />}
              onClick={() => setDoing('add')}
            >
              {t('add')}
            </Button>
          )}
        </Group>
        {total === 0 ? (
          <Paper>
            <Empty title={t('empty')}>{open && t('emptyDetail')}</Empty>
          </Paper>
        ) : (
          <Stack component="ul" gap="sm" className="plain-list">
            {round.people.map((person) => (
              <RoundPersonCard key={person.caseId} round={round} person={person} />
            ))}
          </Stack>
        )}
      </Stack>
      {doing === 'add' && <AddPeopleDialog round={round} onClose={stop} />}
      {doing === 'edit' && <EditDialog round={round} onClose={stop} />}
      {doing === 'close' && <CloseDialog round={round} onClose={stop} />}
      {doing === 'cancel' && <CancelDialog round={round} onClose={stop} />}
    </>
  );
}

function About({ round }: { round: RoundPage }) {
  const { t } = useTranslation('rounds');
  const told = [
    round.visitingHours && `${t('visitingHours')}: ${round.visitingHours}`,
    round.note,
  ].filter(Boolean);
  return (
    <>
      {told.length > 0 && (
        <Paper>
          <Stack gap={4}>
            {told.map((text) => (
              <Text key={text} size="sm" style={{ whiteSpace: 'pre-wrap' }}>
                {text}
              </Text>
            ))}
          </Stack>
        </Paper>
      )}
      {round.endReason && (
        <Alert color="tinta" variant="light">
          {round.endReason}
        </Alert>
      )}
      {round.people.length > 0 && (
        <div className="off-paper">
          <RoundProgress round={round} />
        </div>
      )}
    </>
  );
}

function Manage({ onChoose }: { onChoose: (doing: Doing) => void }) {
  const { t } = useTranslation('rounds');
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" rightSection={<IconChevronDown size={16} aria-hidden />}>
          {t('manage')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => onChoose('edit')}>{t('edit')}</Menu.Item>
        <Menu.Item onClick={() => onChoose('close')}>{t('close')}</Menu.Item>
        <Menu.Item onClick={() => onChoose('cancel')}>{t('cancel')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
