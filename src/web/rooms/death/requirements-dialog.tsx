import { Button, Group, NativeSelect, Select, SimpleGrid, TextInput } from '@mantine/core';
import { useForm, type UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import {
  createDeathRequirements,
  REMAINS_KINDS,
  REQUIREMENT_CONDITIONS,
  type DeathRequirements,
} from '../../api/death';
import { useOptions } from '../../i18n/use-label';
import { Fields } from '../../ui/fieldset';
import { FormDialog } from '../../ui/form-dialog';
import { useCountries } from '../../ui/use-countries';

type Content = DeathRequirements['content'];
type Kind = Content['lists'][number]['kind'];
type When = Content['lists'][number]['documents'][number]['when'];

interface DocumentTyped {
  code: string;
  es: string;
  en: string;
  when: When;
}
interface ListTyped {
  key: string;
  kind: Kind;
  /** Empty: any country. */
  country: string;
  documents: DocumentTyped[];
}
interface Values {
  source: string;
  lists: ListTyped[];
  reason: string;
}

const typedOf = ({ source, lists }: Content): Values => ({
  source,
  lists: lists.map(({ kind, country, documents }) => ({
    key: `${kind}${country ?? ''}`,
    kind,
    country: country ?? '',
    documents: documents.map(({ code, label, when }) => ({ code, ...label, when })),
  })),
  reason: '',
});

/** A document keeps its code for ever: what is recorded of it refers to it. */
const contentOf = ({ source, lists }: Values): Content => ({
  source,
  lists: lists.map(({ kind, country, documents }) => ({
    kind,
    ...(country ? { country } : {}),
    documents: documents.map(({ code, es, en, when }) => ({ code, label: { es, en }, when })),
  })),
});

const freshCode = (documents: readonly DocumentTyped[]): string => {
  const taken = new Set(documents.map(({ code }) => code));
  let n = documents.length + 1;
  while (taken.has(`document_${n}`)) n += 1;
  return `document_${n}`;
};

/** A new version of the lists, from the one in force. */
export function RequirementsDialog({ base, onClose }: { base: Content; onClose: () => void }) {
  const { t } = useTranslation('death');
  const form = useForm<Values>({ initialValues: typedOf(base) });
  const general = form.values.lists.find(({ country }) => !country);
  return (
    <FormDialog
      title={t('requirements.edit')}
      size="lg"
      form={form}
      done={t('requirements.saved')}
      send={(values, sending) => createDeathRequirements(contentOf(values), values.reason, sending)}
      onClose={onClose}
    >
      <TextInput label={t('requirements.source')} {...form.getInputProps('source')} />
      {form.values.lists.map(({ key }, i) => (
        <ListFields key={key} form={form} index={i} />
      ))}
      <Group>
        <Button
          size="xs"
          variant="default"
          onClick={() =>
            form.insertListItem('lists', {
              key: crypto.randomUUID(),
              kind: 'remains',
              country: '',
              documents: general?.documents ?? [],
            })
          }
        >
          {t('requirements.addList')}
        </Button>
      </Group>
      <TextInput label={t('requirements.reason')} withAsterisk {...form.getInputProps('reason')} />
    </FormDialog>
  );
}

function ListFields({ form, index }: { form: UseFormReturnType<Values>; index: number }) {
  const { t } = useTranslation('death');
  const options = useOptions();
  const countries = useCountries();
  const at = `lists.${index}`;
  const { documents } = form.values.lists[index]!;
  return (
    <Fields legend={t('requirements.list', { n: index + 1 })}>
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <NativeSelect
          label={t('requirements.kind')}
          data={options('remainsKind', REMAINS_KINDS)}
          {...form.getInputProps(`${at}.kind`)}
        />
        <Select
          label={t('requirements.country')}
          placeholder={t('requirements.anyCountry')}
          data={countries}
          searchable
          clearable
          {...form.getInputProps(`${at}.country`)}
          onChange={(country) => form.setFieldValue(`${at}.country`, country ?? '')}
        />
      </SimpleGrid>
      {documents.map(({ code }, i) => (
        <SimpleGrid key={code} cols={{ base: 1, xs: 3 }}>
          <TextInput
            label={t('requirements.es', { n: i + 1 })}
            {...form.getInputProps(`${at}.documents.${i}.es`)}
          />
          <TextInput
            label={t('requirements.en', { n: i + 1 })}
            {...form.getInputProps(`${at}.documents.${i}.en`)}
          />
          <NativeSelect
            label={t('requirements.when', { n: i + 1 })}
            data={options('requirementCondition', REQUIREMENT_CONDITIONS)}
            {...form.getInputProps(`${at}.documents.${i}.when`)}
          />
        </SimpleGrid>
      ))}
      <Group gap="xs">
        <Button
          size="compact-xs"
          variant="default"
          onClick={() =>
            form.insertListItem(`${at}.documents`, {
              ...{ code: freshCode(documents), es: '', en: '', when: 'always' },
            })
          }
        >
          {t('requirements.addDocument', { n: index + 1 })}
        </Button>
        {documents.length > 1 && (
          <Button
            size="compact-xs"
            variant="subtle"
            onClick={() => form.removeListItem(`${at}.documents`, documents.length - 1)}
          >
            {t('requirements.removeDocument', { n: index + 1 })}
          </Button>
        )}
        {form.values.lists[index]!.country && (
          <Button
            size="compact-xs"
            variant="subtle"
            onClick={() => form.removeListItem('lists', index)}
          >
            {t('requirements.removeList', { n: index + 1 })}
          </Button>
        )}
      </Group>
    </Fields>
  );
}
