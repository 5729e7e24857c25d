import { Checkbox, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { type ManifestPage, PAYERS, recordFares } from '../../api/crisis';
import { useLabel } from '../../i18n/use-label';
import { FormDialog } from '../../ui/form-dialog';
import { nameOf } from './parts';

interface Props {
  incidentId: string;
  page: ManifestPage;
  onClose: () => void;
}

const AMOUNT = /^\d{1,13}(\.\d{1,2})?$/;
const USUAL = 'USD';

/** Who paid which share of the seats ticked; a free seat is a share of nought. */
export function FaresDialog({ incidentId, page, onClose }: Props) {
  const { t } = useTranslation('crisis');
  const label = useLabel();
  const seats = page.items.filter(({ state }) => state !== 'waiting' && state !== 'released');
  const form = useForm({
    initialValues: {
      ...(Object.fromEntries(PAYERS.map((payer) => [payer, ''])) as Record<
        (typeof PAYERS)[number],
        string
      >),
      currency: page.fares[0]?.currency ?? USUAL,
      personIds: seats.filter(({ currency }) => !currency).map(({ personId }) => personId),
    },
    validate: {
      personIds: (ids) => (ids.length ? null : t('help.seats')),
      currency: (code) => (/^[A-Z]{3}$/.test(code) ? null : t('help.currency')),
      ...Object.fromEntries(
        PAYERS.map((payer) => [
          payer,
          (value: string) => (value && !AMOUNT.test(value) ? t('help.amount') : null),
        ]),
      ),
    },
  });
  return (
    <FormDialog
      title={t('act.fares')}
      form={form}
      send={({ personIds, currency, ...amounts }, { key }) =>
        recordFares(
          incidentId,
          page.manifest.id,
          {
            ...{ personIds, currency },
            shares: PAYERS.flatMap((payer) =>
              amounts[payer] ? [{ payer, amount: amounts[payer] }] : [],
            ),
          },
          key,
        )
      }
      done={t('done.fares')}
      onClose={onClose}
    >
      <Text size="sm">{t('about.fares')}</Text>
      <TextInput label={t('field.currency')} maxLength={3} {...form.getInputProps('currency')} />
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        {PAYERS.map((payer) => (
          <TextInput
            key={payer}
            label={label('farePayer', payer)}
            inputMode="decimal"
            {...form.getInputProps(payer)}
          />
        ))}
      </SimpleGrid>
      <Checkbox.Group label={t('field.seats')} {...form.getInputProps('personIds')}>
        <Stack gap="xs" mt="xs">
          {seats.map((seat) => (
            <Checkbox key={seat.personId} value={seat.personId} label={nameOf(seat)} />
          ))}
        </Stack>
      </Checkbox.Group>
    </FormDialog>
  );
}
