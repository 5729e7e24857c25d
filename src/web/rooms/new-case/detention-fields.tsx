import {
  Accordion,
  Autocomplete,
  Input,
  MultiSelect,
  NativeSelect,
  SegmentedControl,
  SimpleGrid,
  Textarea,
  TextInput,
} from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import {
  DETENTION_TYPES,
  INTAKE_CHANNELS,
  OFFENCE_GROUPS,
  STAGES,
  VULNERABILITY_FACTORS,
  WISHES,
} from '../../api/codes';
import { searchFacilities } from '../../api/detention';
import { useOptions } from '../../i18n/use-label';
import { Fields } from '../../ui/fieldset';
import { InstantInput } from '../../ui/instant-input';
import type { NewCaseForm } from './new-case-room';

/** Stages in which somebody is still held; how a detention ended is recorded on the case. */
const OPEN_STAGES = STAGES.slice(0, STAGES.indexOf('pending_expulsion') + 1);

export function DetentionFields({ form }: { form: NewCaseForm }) {
  const { t } = useTranslation('new-case');
  const options = useOptions();
  return (
    <Fields legend={t('detention')}>
      <SimpleGrid cols={{ base: 1, sm: 3 }}>
        <NativeSelect
          label={t('type')}
          data={options('type', DETENTION_TYPES)}
          {...form.getInputProps('type')}
        />
        <NativeSelect
          label={t('stage')}
          data={options('stage', OPEN_STAGES)}
          {...form.getInputProps('stage')}
        />
        <InstantInput label={t('detainedAt')} {...form.getInputProps('detainedAt')} />
      </SimpleGrid>
      <SimpleGrid cols={{ base: 1, sm: 3 }}>
        <FacilityField form={form} />
        <TextInput label={t('city')} autoComplete="off" {...form.getInputProps('city')} />
        <NativeSelect
          label={t('offenceGroup')}
          data={[
            { value: '', label: t('notKnownYet') },
            ...options('offenceGroup', OFFENCE_GROUPS),
          ]}
          value={form.values.offenceGroup ?? ''}
          onChange={(event) =>
            form.setFieldValue(
              'offenceGroup',
              (event.currentTarget.value || null) as NewCaseForm['values']['offenceGroup'],
            )
          }
          error={form.errors.offenceGroup}
        />
      </SimpleGrid>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <WishField form={form} name="visitWish" />
        <WishField form={form} name="familyWish" />
      </SimpleGrid>
    </Fields>
  );
}

function FacilityField({ form }: { form: NewCaseForm }) {
  const { t } = useTranslation('new-case');
  const { country, facility } = form.values;
  const [search] = useDebouncedValue(facility.trim(), 250);
  const found = useQuery({
    queryKey: ['facilities', country, search],
    queryFn: ({ signal }) => searchFacilities(country, search, signal),
    enabled: search.length >= 2,
    placeholderData: keepPreviousData,
  });
  const facilities = found.data?.items ?? [];
  const choose = (name: string) => {
    const match = facilities.find((candidate) => candidate.name === name);
    form.setFieldValue('facility', name);
    form.setFieldValue('facilityId', match?.id ?? null);
    if (match?.city) form.setFieldValue('city', match.city);
  };
  return (
    <Autocomplete
      label={t('facility')}
      data={[...new Set(facilities.map(({ name }) => name))]}
      filter={({ options }) => options}
      value={facility}
      onChange={choose}
      error={form.errors.facility}
      autoComplete="off"
    />
  );
}

function WishField({ form, name }: { form: NewCaseForm; name: 'visitWish' | 'familyWish' }) {
  const { t } = useTranslation('new-case');
  const options = useOptions();
  const id = useId();
  return (
    <Input.Wrapper label={t(name)} labelElement="div" labelProps={{ id }} error={form.errors[name]}>
      <SegmentedControl
        fullWidth
        aria-labelledby={id}
        data={options('wish', WISHES)}
        value={form.values[name]}
        onChange={(value) => form.setFieldValue(name, value as NewCaseForm['values'][typeof name])}
      />
    </Input.Wrapper>
  );
}

/** What may wait for a second moment. */
export function MoreFields({ form }: { form: NewCaseForm }) {
  const { t } = useTranslation('new-case');
  const options = useOptions();
  return (
    <Accordion variant="contained" radius="md">
      <Accordion.Item value="more">
        <Accordion.Control>{t('more')}</Accordion.Control>
        <Accordion.Panel>
          <SimpleGrid cols={{ base: 1, sm: 2 }}>
            <InstantInput
              label={t('informedOfRightsAt')}
              {...form.getInputProps('informedOfRightsAt')}
            />
            <NativeSelect
              label={t('intakeChannel')}
              data={options('intakeChannel', INTAKE_CHANNELS)}
              {...form.getInputProps('intakeChannel')}
            />
            <MultiSelect
              label={t('vulnerability')}
              data={options('vulnerability', VULNERABILITY_FACTORS)}
              searchable
              {...form.getInputProps('vulnerability')}
            />
            <Textarea
              label={t('charges')}
              autosize
              minRows={2}
              {...form.getInputProps('charges')}
            />
          </SimpleGrid>
          <Textarea
            mt="md"
            label={t('summary')}
            autosize
            minRows={3}
            {...form.getInputProps('summary')}
          />
        </Accordion.Panel>
      </Accordion.Item>
    </Accordion>
  );
}
