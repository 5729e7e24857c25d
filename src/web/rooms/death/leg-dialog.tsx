import { NativeSelect, Select, SimpleGrid, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { recordLeg, TRANSPORT_MODES } from '../../api/death';
import { useOptions } from '../../i18n/use-label';
import { nowAt, toInstant } from '../../time/zoned';
import { Fields } from '../../ui/fieldset';
import { FormDialog } from '../../ui/form-dialog';
import { InstantInput } from '../../ui/instant-input';

interface Props {
  caseId: string;
  /** Of the post. */
  zone: string;
  onClose: () => void;
}

const HOME_ZONE = 'America/Lima';
const ZONES = Intl.supportedValuesOf('timeZone');

/** One leg of the transport: each end on its own clock. */
export function LegDialog({ caseId, zone, onClose }: Props) {
  const { t } = useTranslation(['death', 'common']);
  const options = useOptions();
  const needed = (value: string) => (value.trim() ? null : t('common:form.required'));
  const form = useForm({
    initialValues: {
      ...{ mode: 'air' as (typeof TRANSPORT_MODES)[number], carrier: '', waybill: '' },
      ...{ fromPlace: '', fromZone: zone, departsAt: nowAt(zone) },
      ...{ toPlace: '', toZone: HOME_ZONE, arrivesAt: '' },
    },
    validate: {
      ...{ carrier: needed, fromPlace: needed, toPlace: needed },
      ...{ departsAt: needed, arrivesAt: needed },
    },
  });
  const zones = [...new Set([zone, HOME_ZONE, ...ZONES])];
  return (
    <FormDialog
      title={t('act.leg')}
      size="lg"
      form={form}
      done={t('done')}
      send={({ waybill, departsAt, arrivesAt, ...leg }, sending) =>
        recordLeg(
          caseId,
          {
            ...leg,
            departsAt: toInstant(departsAt, leg.fromZone),
            arrivesAt: toInstant(arrivesAt, leg.toZone),
            ...(waybill.trim() ? { waybill } : {}),
          },
          sending,
        )
      }
      onClose={onClose}
    >
      <SimpleGrid cols={{ base: 1, xs: 3 }}>
        <NativeSelect
          label={t('field.mode')}
          data={options('transportMode', TRANSPORT_MODES)}
          {...form.getInputProps('mode')}
        />
        <TextInput label={t('field.carrier')} withAsterisk {...form.getInputProps('carrier')} />
        <TextInput label={t('field.waybill')} {...form.getInputProps('waybill')} />
      </SimpleGrid>
      {(['from', 'to'] as const).map((end) => (
        <Fields key={end} legend={t(`leg.${end}`)}>
          <SimpleGrid cols={{ base: 1, xs: 3 }}>
            <TextInput
              label={t(`field.${end}Place`)}
              withAsterisk
              {...form.getInputProps(`${end}Place`)}
            />
            <Select
              label={t(`field.${end}Zone`)}
              data={zones}
              searchable
              allowDeselect={false}
              limit={60}
              {...form.getInputProps(`${end}Zone`)}
            />
            <InstantInput
              label={t(end === 'from' ? 'field.departsAt' : 'field.arrivesAt')}
              withAsterisk
              {...form.getInputProps(end === 'from' ? 'departsAt' : 'arrivesAt')}
            />
          </SimpleGrid>
        </Fields>
      ))}
      <Text size="xs" c="dimmed">
        {t('leg.hint')}
      </Text>
    </FormDialog>
  );
}
