import {
  ActionIcon,
  Button,
  Group,
  NativeSelect,
  Select,
  SimpleGrid,
  Text,
  TextInput,
} from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { FARE_PAYERS, recordSegment, SEGMENT_MODES, type NewSegment } from '../../api/repatriation';
import { useOptions } from '../../i18n/use-label';
import { nowAt, toInstant } from '../../time/zoned';
import { CountrySelect } from '../../ui/country-select';
import { Fields } from '../../ui/fieldset';
import { FormDialog } from '../../ui/form-dialog';
import { InstantInput } from '../../ui/instant-input';

interface Props {
  caseId: string;
  /** Of the post. */
  zone: string;
  /** Of the case. */
  country: string;
  onClose: () => void;
}

const HOME_ZONE = 'America/Lima';
const ZONES = Intl.supportedValuesOf('timeZone');

/** One leg of the way home, each end on its own clock, and who pays which share of the fare. */
export function SegmentDialog({ caseId, zone, country, onClose }: Props) {
  const { t } = useTranslation(['repatriation', 'common']);
  const options = useOptions();
  const needed = (value: string) => (value.trim() ? null : t('common:form.required'));
  const form = useForm({
    initialValues: {
      ...{ mode: 'air' as NewSegment['mode'], carrier: '', service: '', ticket: '' },
      ...{ fromPlace: '', fromCountry: country, fromZone: zone, departsAt: nowAt(zone) },
      ...{ toPlace: '', toCountry: 'PE', toZone: HOME_ZONE, arrivesAt: '' },
      ...{ fare: '0', currency: 'USD', shares: [] as NewSegment['shares'] },
    },
    validate: {
      ...{ carrier: needed, fromPlace: needed, toPlace: needed, currency: needed },
      ...{ departsAt: needed, arrivesAt: needed, fare: needed },
    },
  });
  const zones = [...new Set([zone, HOME_ZONE, ...ZONES])];
  return (
    <FormDialog
      title={t('act.leg')}
      size="lg"
      form={form}
      done={t('done')}
      send={({ service, ticket, departsAt, arrivesAt, ...leg }, sending) =>
        recordSegment(
          caseId,
          {
            ...leg,
            departsAt: toInstant(departsAt, leg.fromZone),
            arrivesAt: toInstant(arrivesAt, leg.toZone),
            ...(service.trim() ? { service } : {}),
            ...(ticket.trim() ? { ticket } : {}),
          },
          sending,
        )
      }
      onClose={onClose}
    >
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <NativeSelect
          label={t('field.mode')}
          data={options('transportMode', SEGMENT_MODES)}
          {...form.getInputProps('mode')}
        />
        <TextInput label={t('field.carrier')} withAsterisk {...form.getInputProps('carrier')} />
        <TextInput label={t('field.service')} {...form.getInputProps('service')} />
        <TextInput label={t('field.ticket')} {...form.getInputProps('ticket')} />
      </SimpleGrid>
      {(['from', 'to'] as const).map((end) => (
        <Fields key={end} legend={t(`leg.${end}`)}>
          <SimpleGrid cols={{ base: 1, xs: 2 }}>
            <TextInput
              label={t(`field.${end}Place`)}
              withAsterisk
              {...form.getInputProps(`${end}Place`)}
            />
            <CountrySelect
              label={t(`field.${end}Country`)}
              {...form.getInputProps(`${end}Country`)}
            />
            <InstantInput
              label={t(end === 'from' ? 'field.departsAt' : 'field.arrivesAt')}
              withAsterisk
              {...form.getInputProps(end === 'from' ? 'departsAt' : 'arrivesAt')}
            />
            <Select
              label={t(`field.${end}Zone`)}
              data={zones}
              searchable
              allowDeselect={false}
              limit={60}
              {...form.getInputProps(`${end}Zone`)}
            />
          </SimpleGrid>
        </Fields>
      ))}
      <Fields legend={t('leg.fare')}>
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <TextInput
            label={t('field.fare')}
            inputMode="decimal"
            withAsterisk
            {...form.getInputProps('fare')}
          />
          <TextInput
            label={t('field.currency')}
            description={t('currencyHint')}
            withAsterisk
            {...form.getInputProps('currency')}
          />
        </SimpleGrid>
        {form.values.shares.map((_, index) => (
          <Group key={index} align="flex-end" gap="xs" wrap="nowrap">
            <NativeSelect
              label={t('field.payer')}
              data={options('farePayer', FARE_PAYERS)}
              style={{ flex: 1 }}
              {...form.getInputProps(`shares.${index}.payer`)}
            />
            <TextInput
              label={t('field.share')}
              inputMode="decimal"
              style={{ flex: 1 }}
              {...form.getInputProps(`shares.${index}.amount`)}
            />
            <ActionIcon
              variant="default"
              size="lg"
              aria-label={t('removeShare', { number: index + 1 })}
              onClick={() => form.removeListItem('shares', index)}
            >
              <IconTrash size={16} aria-hidden />
            </ActionIcon>
          </Group>
        ))}
        {form.errors.shares && (
          <Text size="sm" c="rojo" role="alert">
            {form.errors.shares}
          </Text>
        )}
        <Group>
          <Button
            size="xs"
            variant="default"
            onClick={() => form.insertListItem('shares', { payer: 'support_network', amount: '' })}
          >
            {t('addShare')}
          </Button>
        </Group>
        <Text size="xs" c="dimmed">
          {t('leg.hint')}
        </Text>
      </Fields>
    </FormDialog>
  );
}
