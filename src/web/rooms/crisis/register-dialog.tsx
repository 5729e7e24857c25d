import { Checkbox, NumberInput, SimpleGrid, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { type Incident, type Need, NEEDS, registerPerson } from '../../api/crisis';
import { VULNERABILITY_FACTORS } from '../../api/codes';
import { useOptions } from '../../i18n/use-label';
import { FormDialog } from '../../ui/form-dialog';
import { DayInput } from '../../ui/instant-input';
import { SubdivisionSelect } from '../../ui/subdivision-select';

interface Props {
  incident: Incident;
  onClose: () => void;
}

const EMPTY = {
  ...{ givenNames: '', firstSurname: '', secondSurname: '', documentNumber: '', birthDate: '' },
  ...{ phone: '', email: '', subdivision: '', place: '', partySize: 0 },
  ...{ needs: [] as Need[], vulnerability: [] as string[] },
};

/** Somebody who came or called. */
export function RegisterDialog({ incident, onClose }: Props) {
  const { t } = useTranslation(['crisis', 'common']);
  const needed = (value: string) => (value.trim() ? null : t('common:form.required'));
  const form = useForm({
    initialValues: EMPTY,
    validate: { givenNames: needed, firstSurname: needed },
  });
  const text = (name: 'givenNames' | 'firstSurname' | 'secondSurname' | 'documentNumber') => ({
    label: t(`field.${name}`),
    ...form.getInputProps(name),
  });
  return (
    <FormDialog
      title={t('act.register')}
      size="lg"
      form={form}
      send={(values, { key }) => {
        const told = Object.entries(values).filter(([, value]) => value !== '');
        return registerPerson(incident.id, Object.fromEntries(told) as never, key);
      }}
      done={t('done.register')}
      onClose={onClose}
    >
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <TextInput {...text('givenNames')} withAsterisk autoComplete="off" />
        <TextInput {...text('firstSurname')} withAsterisk autoComplete="off" />
        <TextInput {...text('secondSurname')} autoComplete="off" />
        <TextInput {...text('documentNumber')} autoComplete="off" />
        <DayInput label={t('field.birthDate')} {...form.getInputProps('birthDate')} />
        <NumberInput
          label={t('field.partySize')}
          min={0}
          max={99}
          {...form.getInputProps('partySize')}
        />
      </SimpleGrid>
      <SituationFields incident={incident} form={form} />
    </FormDialog>
  );
}

interface SituationProps {
  incident: Incident;
  form: { getInputProps: (name: string) => object };
}

/** Where somebody is, how to reach them, what they need and what makes them vulnerable. */
export function SituationFields({ incident, form }: SituationProps) {
  const { t } = useTranslation('crisis');
  const options = useOptions();
  return (
    <>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <TextInput
          label={t('field.phone')}
          description={t('help.phone')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          autoComplete="off"
          {...form.getInputProps('phone')}
        />
        <TextInput label={t('field.email')} autoComplete="off" {...form.getInputProps('email')} />
        <SubdivisionSelect
          country={incident.country}
          label={t('field.subdivision')}
          {...form.getInputProps('subdivision')}
        />
      </SimpleGrid>
      <Textarea label={t('field.place')} autosize minRows={2} {...form.getInputProps('place')} />
      {(
        [
          ['needs', 'incidentNeed', NEEDS],
          ['vulnerability', 'vulnerability', VULNERABILITY_FACTORS],
        ] as const
      ).map(([name, vocabulary, codes]) => (
        <Checkbox.Group key={name} label={t(`field.${name}`)} {...form.getInputProps(name)}>
          <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="xs" mt="xs">
            {options(vocabulary, codes).map(({ value, label }) => (
              <Checkbox key={value} value={value} label={label} />
            ))}
          </SimpleGrid>
        </Checkbox.Group>
      ))}
    </>
  );
}
