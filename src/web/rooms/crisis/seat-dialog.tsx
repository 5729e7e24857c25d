import { NativeSelect, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { giveSeats, listManifests } from '../../api/crisis';
import { queryClient } from '../../app/query-client';
import { FormDialog } from '../../ui/form-dialog';
import { useTellDone } from '../../ui/problem';

interface Props {
  incidentId: string;
  personIds: string[];
  onClose: () => void;
}

/** Gives seats to whoever was ticked; by need where there are too few. */
export function SeatDialog({ incidentId, personIds, onClose }: Props) {
  const { t } = useTranslation(['crisis', 'common']);
  const tellDone = useTellDone();
  const manifests = useQuery({
    queryKey: ['incident', incidentId, 'manifests'],
    queryFn: () => listManifests(incidentId),
  });
  const open = (manifests.data?.items ?? []).filter(({ state }) => state === 'open');
  const form = useForm({
    initialValues: { manifest: '' },
    validate: { manifest: (value) => (value ? null : t('common:form.required')) },
  });
  return (
    <FormDialog
      title={t('act.seat')}
      form={form}
      send={async ({ manifest }, { key }) => {
        const { items, elsewhere } = await giveSeats(incidentId, manifest, personIds, key);
        const seated = items.filter(({ state }) => state === 'seated').length;
        tellDone(
          t('seatsGiven', {
            seated,
            waiting: items.length - seated,
            elsewhere: elsewhere.length,
          }),
        );
        await queryClient.invalidateQueries({ queryKey: ['incident', incidentId] });
      }}
      done={t('done.seat')}
      action={t('act.seat')}
      onClose={onClose}
    >
      <Text size="sm">{t('about.seat', { count: personIds.length })}</Text>
      <NativeSelect
        label={t('field.manifest')}
        withAsterisk
        data={[
          { value: '', label: t(open.length ? 'choose' : 'none.openManifests') },
          ...open.map(({ id, code, destination, capacity, seats }) => ({
            value: id,
            label: t('manifestChoice', {
              ...{ code, destination },
              free: capacity - (seats['seated'] ?? 0),
            }),
          })),
        ]}
        {...form.getInputProps('manifest')}
      />
    </FormDialog>
  );
}
