import { Checkbox, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { type ManifestPage, recordArrival } from '../../api/crisis';
import { nowAt, toInstant } from '../../time/zoned';
import { FormDialog } from '../../ui/form-dialog';
import { InstantInput } from '../../ui/instant-input';
import { nameOf } from './parts';

interface Props {
  incidentId: string;
  page: ManifestPage;
  onClose: () => void;
}

/** Who arrived of those who boarded; whoever is not ticked is looked for. */
export function ArrivalDialog({ incidentId, page, onClose }: Props) {
  const { t } = useTranslation(['crisis', 'common']);
  const { manifest, items } = page;
  const zone = manifest.arrivesZone;
  const aboard = items.filter(({ state }) => state === 'boarded' || state === 'added');
  const form = useForm({
    initialValues: { arrived: aboard.map(({ personId }) => personId), arrivedAt: nowAt(zone) },
  });
  return (
    <FormDialog
      title={t('act.arrive')}
      form={form}
      send={({ arrived, arrivedAt }, { key }) =>
        recordArrival(
          incidentId,
          manifest.id,
          { arrived, arrivedAt: toInstant(arrivedAt, zone) },
          key,
        )
      }
      done={t('done.arrive')}
      onClose={onClose}
    >
      <Text size="sm">{t('about.arrive')}</Text>
      <Checkbox.Group label={t('field.arrived')} {...form.getInputProps('arrived')}>
        <Stack gap="xs" mt="xs">
          {aboard.map((seat) => (
            <Checkbox key={seat.personId} value={seat.personId} label={nameOf(seat)} />
          ))}
        </Stack>
      </Checkbox.Group>
      <InstantInput
        label={t('field.arrivedAt')}
        description={t('common:form.localTime', { zone })}
        {...form.getInputProps('arrivedAt')}
      />
    </FormDialog>
  );
}
