import {
  Alert,
  Button,
  Group,
  NativeSelect,
  Paper,
  Stack,
  Text,
  Textarea,
  Title,
} from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type Broadcast,
  type BroadcastFilter,
  type Incident,
  listBroadcasts,
  NEEDS,
  PERSON_STATES,
  previewBroadcast,
  REPLIES,
  sendBroadcast,
} from '../../api/crisis';
import { useLabel, useOptions } from '../../i18n/use-label';
import { FormDialog } from '../../ui/form-dialog';
import { Instant } from '../../ui/instant';
import { Empty, Failure, Loading } from '../../ui/states';
import { SubdivisionSelect, useSubdivisionName } from '../../ui/subdivision-select';
import { NumberLink, personsAt, type TabProps } from './parts';

/** Messages to many, and what became of each. */
export function BroadcastsTab({ incident, zone, works }: TabProps) {
  const { t } = useTranslation('crisis');
  const [writing, setWriting] = useState(false);
  const broadcasts = useQuery({
    queryKey: ['incident', incident.id, 'broadcasts'],
    queryFn: () => listBroadcasts(incident.id),
  });
  if (broadcasts.isPending) return <Loading />;
  if (broadcasts.isError) {
    return <Failure error={broadcasts.error} retry={() => void broadcasts.refetch()} />;
  }
  const { items } = broadcasts.data;
  return (
    <>
      {works && (
        <Group justify="flex-end">
          <Button onClick={() => setWriting(true)}>{t('act.broadcast')}</Button>
        </Group>
      )}
      {items.length === 0 && (
        <Paper>
          <Empty title={t('none.broadcasts')} />
        </Paper>
      )}
      <Stack component="ul" gap="sm" className="plain-list">
        {items.map((broadcast) => (
          <li key={broadcast.id}>
            <Sent incident={incident} broadcast={broadcast} zone={zone} />
          </li>
        ))}
      </Stack>
      {writing && <WriteDialog incident={incident} onClose={() => setWriting(false)} />}
    </>
  );
}

interface SentProps {
  incident: Incident;
  broadcast: Broadcast;
  zone: string;
}

function Sent({ incident, broadcast, zone }: SentProps) {
  const { t, i18n } = useTranslation('crisis');
  const label = useLabel();
  const meant = useMeant(incident.country);
  return (
    <Paper>
      <Title order={2}>{meant(broadcast.filter as BroadcastFilter)}</Title>
      <Text size="sm" c="dimmed">
        <Instant at={broadcast.occurredAt} zone={zone} size="sm" /> · {broadcast.sentBy}
      </Text>
      <Text size="sm" my="sm" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
        {i18n.language === 'en' ? broadcast.textEn : broadcast.textEs}
      </Text>
      <Group component="ul" gap="md" className="plain-list">
        {REPLIES.map((reply) => (
          <Text component="li" size="sm" key={reply}>
            {label('reply', reply)}:{' '}
            <NumberLink
              value={broadcast.replies[reply] ?? 0}
              to={personsAt(incident.id, { broadcastId: broadcast.id, reply })}
              of={label('reply', reply)}
            />
          </Text>
        ))}
      </Group>
      {(broadcast.replies['waiting'] ?? 0) > 0 && (
        <Text size="sm" c="dimmed" mt="xs" role="status">
          {t('sending')}
        </Text>
      )}
    </Paper>
  );
}

/** Whom a filter means, in words. */
function useMeant(country: string): (filter: BroadcastFilter) => string {
  const { t } = useTranslation('crisis');
  const label = useLabel();
  const place = useSubdivisionName(country);
  return ({ state, need, subdivision }) =>
    [
      state && label('incidentPersonState', state),
      need && label('incidentNeed', need),
      subdivision && place(subdivision),
    ]
      .filter(Boolean)
      .join(' · ') || t('everybody');
}

interface WriteProps {
  incident: Incident;
  onClose: () => void;
}

/** One text in both languages to whoever is meant; how many that is, is told before it is sent. */
function WriteDialog({ incident, onClose }: WriteProps) {
  const { t } = useTranslation(['crisis', 'common']);
  const options = useOptions();
  const needed = (value: string) => (value.trim() ? null : t('common:form.required'));
  const form = useForm({
    initialValues: { state: '', need: '', subdivision: '', textEs: '', textEn: '' },
    validate: { textEs: needed, textEn: needed },
  });
  const { state, need, subdivision } = form.values;
  const told = Object.entries({ state, need, subdivision }).filter(([, value]) => value);
  const filter = Object.fromEntries(told) as BroadcastFilter;
  const preview = useQuery({
    queryKey: ['incident', incident.id, 'broadcast-preview', filter],
    queryFn: () => previewBroadcast(incident.id, filter),
  });
  const any = [{ value: '', label: t('everybody') }];
  return (
    <FormDialog
      title={t('act.broadcast')}
      size="lg"
      form={form}
      send={({ textEs, textEn }, { key }) =>
        sendBroadcast(incident.id, { filter, textEs, textEn }, key)
      }
      done={t('done.broadcast')}
      action={t('act.send')}
      onClose={onClose}
    >
      <NativeSelect
        label={t('column.state')}
        data={[...any, ...options('incidentPersonState', PERSON_STATES)]}
        {...form.getInputProps('state')}
      />
      <NativeSelect
        label={t('filter.need')}
        data={[...any, ...options('incidentNeed', NEEDS)]}
        {...form.getInputProps('need')}
      />
      <SubdivisionSelect
        country={incident.country}
        label={t('column.place')}
        placeholder={t('everybody')}
        {...form.getInputProps('subdivision')}
      />
      <Alert color="tinta" variant="light" role="status">
        {preview.data
          ? t('preview', { count: preview.data.recipients, without: preview.data.withoutMail })
          : t('common:state.loading')}
      </Alert>
      <Textarea
        label={t('field.textEs')}
        description={t('help.broadcast')}
        autosize
        minRows={3}
        withAsterisk
        {...form.getInputProps('textEs')}
      />
      <Textarea
        label={t('field.textEn')}
        autosize
        minRows={3}
        withAsterisk
        {...form.getInputProps('textEn')}
      />
    </FormDialog>
  );
}
