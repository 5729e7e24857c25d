import { Button, Group, NativeSelect, SimpleGrid, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DOCUMENT_KINDS, SEXES } from '../../api/codes';
import { useOptions } from '../../i18n/use-label';
import { Fields } from '../../ui/fieldset';
import { DayInput } from '../../ui/instant-input';
import { Duplicates } from './duplicates';
import type { NewCaseForm } from './new-case-room';

/** Who is detained: a person already known, or the least that tells a new one apart. */
export function PersonFields({ form }: { form: NewCaseForm }) {
  const { t } = useTranslation('new-case');
  const options = useOptions();
  const { known } = form.values;
  if (known) {
    return (
      <Fields legend={t('person')}>
        <Group justify="space-between">
          <Text fw={600}>{known.fullName}</Text>
          <Button variant="default" size="xs" onClick={() => form.setFieldValue('known', null)}>
            {t('otherPerson')}
          </Button>
        </Group>
      </Fields>
    );
  }
  return (
    <Fields legend={t('person')}>
      <SimpleGrid cols={{ base: 1, sm: 3 }}>
        <TextInput
          label={t('givenNames')}
          withAsterisk
          autoFocus
          autoComplete="off"
          {...form.getInputProps('givenNames')}
        />
        <TextInput
          label={t('firstSurname')}
          withAsterisk
          autoComplete="off"
          {...form.getInputProps('firstSurname')}
        />
        <TextInput
          label={t('secondSurname')}
          autoComplete="off"
          {...form.getInputProps('secondSurname')}
        />
      </SimpleGrid>
      <SimpleGrid cols={{ base: 1, xs: 2, sm: 4 }}>
        <DayInput label={t('birthDate')} {...form.getInputProps('birthDate')} />
        <NativeSelect
          label={t('sex')}
          data={options('sex', SEXES)}
          {...form.getInputProps('sex')}
        />
        <NativeSelect
          label={t('documentKind')}
          data={options('document', DOCUMENT_KINDS)}
          {...form.getInputProps('documentKind')}
        />
        <TextInput
          label={t('documentNumber')}
          autoComplete="off"
          {...form.getInputProps('documentNumber')}
        />
      </SimpleGrid>
      <Duplicates form={form} />
    </Fields>
  );
}
