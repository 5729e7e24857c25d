import { NativeSelect, SimpleGrid } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CONTACT_KINDS, CONTACT_OUTCOMES, CONTACT_PARTIES } from '../../api/codes';
import { useOptions } from '../../i18n/use-label';
import { Fields } from '../../ui/fieldset';
import { InstantInput } from '../../ui/instant-input';
import type { VisitForm } from './visit-room';

export function EncounterFields({ form, zone }: { form: VisitForm; zone: string }) {
  const { t } = useTranslation(['visit', 'common']);
  const options = useOptions();
  return (
    <Fields legend={t('encounter')}>
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <NativeSelect
          label={t('kind')}
          data={options('contactKind', CONTACT_KINDS)}
          {...form.getInputProps('kind')}
        />
        <InstantInput
          label={t('occurredAt')}
          description={t('common:form.localTime', { zone })}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          withAsterisk
          {...form.getInputProps('occurredAt')}
        />
        <NativeSelect
          label={t('withWhom')}
          data={options('withWhom', CONTACT_PARTIES)}
          {...form.getInputProps('withWhom')}
        />
        <NativeSelect
          label={t('outcome')}
          data={options('contactOutcome', CONTACT_OUTCOMES)}
          {...form.getInputProps('outcome')}
        />
      </SimpleGrid>
    </Fields>
  );
}
