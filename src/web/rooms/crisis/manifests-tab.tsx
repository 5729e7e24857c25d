import { Button, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { createManifest, listManifests, MANIFEST_KINDS } from '../../api/crisis';
import { toInstant } from '../../time/zoned';
import { FieldsDialog } from '../../ui/fields-dialog';
import { Failure, Loading } from '../../ui/states';
import { ManifestTable } from './manifest-table';
import type { TabProps } from './parts';

/** The flights and buses of an incident. */
export function ManifestsTab({ incident, zone, works }: TabProps) {
  const { t } = useTranslation('crisis');
  const [creating, setCreating] = useState(false);
  const manifests = useQuery({
    queryKey: ['incident', incident.id, 'manifests'],
    queryFn: () => listManifests(incident.id),
  });
  if (manifests.isPending) return <Loading />;
  if (manifests.isError) {
    return <Failure error={manifests.error} retry={() => void manifests.refetch()} />;
  }
  return (
    <>
      {works && (
        <Group justify="flex-end">
          <Button onClick={() => setCreating(true)}>{t('act.manifest')}</Button>
        </Group>
      )}
      <ManifestTable incidentId={incident.id} manifests={manifests.data.items} />
      {creating && (
        <NewManifest incidentId={incident.id} zone={zone} onClose={() => setCreating(false)} />
      )}
    </>
  );
}

const LIMA = 'America/Lima';

interface Props {
  incidentId: string;
  zone: string;
  onClose: () => void;
}

/** Each end of the journey on the wall clock of its own place. */
function NewManifest({ incidentId, zone, onClose }: Props) {
  const zones = Intl.supportedValuesOf('timeZone').map((name) => ({ value: name, label: name }));
  return (
    <FieldsDialog
      catalogue="crisis"
      name="manifest"
      fields={[
        {
          name: 'kind',
          label: 'manifestKind',
          kind: 'select',
          options: ['manifestKind', MANIFEST_KINDS],
          initial: MANIFEST_KINDS[0],
        },
        { name: 'code', kind: 'text', required: true },
        { name: 'carrier', kind: 'text' },
        { name: 'capacity', kind: 'text', required: true },
        { name: 'origin', kind: 'text', required: true },
        { name: 'departsAt', kind: 'instant', required: true },
        { name: 'departsZone', kind: 'select', choices: zones, initial: zone, required: true },
        { name: 'destination', kind: 'text', required: true },
        { name: 'destinationCountry', kind: 'country', initial: 'PE', required: true },
        { name: 'arrivesAt', kind: 'instant', required: true },
        { name: 'arrivesZone', kind: 'select', choices: zones, initial: LIMA, required: true },
      ]}
      send={({ departsAt, arrivesAt, capacity, ...body }, key) =>
        createManifest(
          incidentId,
          {
            ...body,
            capacity: Number(capacity),
            departsAt: toInstant(String(departsAt), String(body['departsZone'])),
            arrivesAt: toInstant(String(arrivesAt), String(body['arrivesZone'])),
          } as never,
          key,
        )
      }
      onClose={onClose}
    />
  );
}
