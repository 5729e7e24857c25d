import { Alert, Button, Checkbox, Group, Stack, Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { compareBoarding, type ManifestPage, recordBoarding } from '../../api/crisis';
import { nowAt, toInstant } from '../../time/zoned';
import { FormDialog } from '../../ui/form-dialog';
import { InstantInput } from '../../ui/instant-input';
import { useTellProblem } from '../../ui/problem';
import { nameOf } from './parts';

interface Props {
  incidentId: string;
  page: ManifestPage;
  onClose: () => void;
}

/** Who boarded, name by name: the carrier's list proposes, a person ticks. */
export function BoardingDialog({ incidentId, page, onClose }: Props) {
  const { t } = useTranslation(['crisis', 'common']);
  const tellProblem = useTellProblem();
  const { manifest, items } = page;
  const zone = manifest.departsZone;
  const listed = items.filter(({ state }) => state === 'seated' || state === 'waiting');
  const [names, setNames] = useState('');
  const form = useForm({
    initialValues: { boarded: [] as string[], departedAt: nowAt(zone), added: [] as number[] },
  });
  const compare = useMutation({
    mutationFn: () => compareBoarding(incidentId, manifest.id, names.split('\n')),
    onSuccess: ({ boarded, fromWaiting, unlisted }) => {
      form.setFieldValue('boarded', [...boarded, ...fromWaiting]);
      form.setFieldValue(
        'added',
        unlisted.map((_, index) => index),
      );
    },
    onError: tellProblem,
  });
  const unlisted = compare.data?.unlisted ?? [];
  return (
    <FormDialog
      title={t('act.board')}
      size="lg"
      form={form}
      send={({ boarded, added, departedAt }, { key }) =>
        recordBoarding(
          incidentId,
          manifest.id,
          {
            boarded,
            added: unlisted
              .filter((_, index) => added.includes(index))
              .map(({ secondSurname, ...name }) => ({
                ...name,
                ...(secondSurname ? { secondSurname } : {}),
              })),
            departedAt: toInstant(departedAt, zone),
          },
          key,
        )
      }
      done={t('done.board')}
      onClose={onClose}
    >
      <Text size="sm">{t('about.board')}</Text>
      <Textarea
        label={t('field.names')}
        description={t('help.boarding')}
        rows={5}
        styles={{ input: { fontFamily: 'monospace' } }}
        value={names}
        onChange={(event) => setNames(event.currentTarget.value)}
      />
      <Group>
        <Button
          variant="default"
          disabled={!names.trim()}
          loading={compare.isPending}
          onClick={() => compare.mutate()}
        >
          {t('act.compare')}
        </Button>
      </Group>
      {compare.data && (
        <Alert color="tinta" variant="light" role="status">
          {t('compared', {
            boarded: compare.data.boarded.length,
            noShow: compare.data.noShow.length,
            fromWaiting: compare.data.fromWaiting.length,
            unlisted: unlisted.length,
          })}
          {compare.data.unreadable.length > 0 &&
            ` ${t('unreadable', { names: compare.data.unreadable.join('; ') })}`}
        </Alert>
      )}
      <Checkbox.Group label={t('field.boarded')} {...form.getInputProps('boarded')}>
        <Stack gap="xs" mt="xs">
          {listed.map((seat) => (
            <Checkbox
              key={seat.personId}
              value={seat.personId}
              label={nameOf(seat)}
              description={seat.state === 'waiting' ? t('waits') : undefined}
            />
          ))}
        </Stack>
      </Checkbox.Group>
      {unlisted.length > 0 && (
        <Checkbox.Group
          label={t('field.added')}
          description={t('help.added')}
          value={form.values.added.map(String)}
          onChange={(ticked) => form.setFieldValue('added', ticked.map(Number))}
        >
          <Stack gap="xs" mt="xs">
            {unlisted.map((name, index) => (
              <Checkbox key={index} value={String(index)} label={nameOf(name)} />
            ))}
          </Stack>
        </Checkbox.Group>
      )}
      <InstantInput
        label={t('field.departedAt')}
        description={t('common:form.localTime', { zone })}
        {...form.getInputProps('departedAt')}
      />
    </FormDialog>
  );
}
