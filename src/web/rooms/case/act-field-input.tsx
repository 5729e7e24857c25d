import {
  Checkbox,
  MultiSelect,
  NativeSelect,
  Select,
  SimpleGrid,
  Textarea,
  TextInput,
} from '@mantine/core';
import type { GetInputPropsReturnType } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { listColleagues } from '../../api/cooperation';
import type { CaseFile } from '../../api/types';
import { useLabel, useOptions } from '../../i18n/use-label';
import { DayInput, InstantInput } from '../../ui/instant-input';
import { StaffSelect } from '../../ui/staff-select';
import { SubdivisionSelect } from '../../ui/subdivision-select';
import { useCountries } from '../../ui/use-countries';
import type { ActField } from './acts';
import { TermInput } from './term-input';

interface Props {
  field: ActField;
  file: CaseFile;
  input: GetInputPropsReturnType;
}

/** The Mantine input for a kind of field. */
export function ActFieldInput({ field, file, input }: Props) {
  const { t } = useTranslation('detention');
  const options = useOptions();
  const label = useLabel();
  const [vocabulary = '', codes = []] = field.options ?? [];
  const choices = options(vocabulary, typeof codes === 'function' ? codes(file) : codes);
  const common = {
    label: field.vocabulary
      ? label(field.vocabulary, field.name)
      : String(t(`field.${field.label ?? field.name}` as never)),
    withAsterisk: field.required,
    ...input,
  };
  switch (field.kind) {
    case 'long':
      return <Textarea {...common} autosize minRows={3} />;
    case 'instant':
      return <InstantInput {...common} />;
    case 'day':
      return <DayInput {...common} />;
    case 'term':
      return <TermInput {...common} />;
    case 'subdivision':
      return <SubdivisionSelect country={file.country} {...common} />;
    case 'country':
      return <CountryInput {...common} />;
    case 'staff':
      return <StaffSelect postId={file.postId} {...common} />;
    case 'colleagues':
      return <ColleaguesInput caseId={file.id} {...common} />;
    case 'checks':
      return (
        <Checkbox.Group {...common}>
          <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="xs" mt="xs">
            {choices.map(({ value, label }) => (
              <Checkbox key={value} value={value} label={label} />
            ))}
          </SimpleGrid>
        </Checkbox.Group>
      );
    case 'select':
      return (
        <NativeSelect
          {...common}
          data={[...(input.value ? [] : [{ value: '', label: t('choose') }]), ...choices]}
        />
      );
    default:
      return <TextInput {...common} autoComplete="off" />;
  }
}

/** A country by its name. */
function CountryInput({ onChange, ...common }: GetInputPropsReturnType & { label: string }) {
  const countries = useCountries();
  return (
    <Select
      {...common}
      data={countries}
      searchable
      allowDeselect={false}
      onChange={(code) => (onChange as (code: string) => void)(code ?? '')}
    />
  );
}

/** Only colleagues who may see the case are offered; each is told of the note. */
function ColleaguesInput({ caseId, ...common }: { caseId: string; label: string }) {
  const colleagues = useQuery({
    queryKey: ['colleagues', caseId],
    queryFn: () => listColleagues(caseId),
  });
  const data = (colleagues.data?.items ?? []).map(({ accountId, displayName }) => ({
    value: accountId,
    label: `@${displayName}`,
  }));
  return <MultiSelect {...common} data={data} searchable hidePickedOptions />;
}
