import { NativeSelect, SimpleGrid, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CatalogueField } from '../../api/catalogue';
import { INTAKE_CHANNELS } from '../../api/codes';
import type { Post } from '../../api/types';
import { CatalogueFields } from '../../catalogue/catalogue-fields';
import { useOptions } from '../../i18n/use-label';
import { Fields } from '../../ui/fieldset';
import { InstantInput } from '../../ui/instant-input';
import type { NewCaseForm } from './new-case-room';
import { PlaceFields } from './place-fields';

interface Props {
  form: NewCaseForm;
  posts: Post[];
  zone: string;
  /** What the catalogue asks of the chosen type. */
  fields: readonly CatalogueField[];
}

/** A case of a family without a form of its own: where, how it came, and what its type asks. */
export function GeneralFields({ form, posts, zone, fields }: Props) {
  const { t } = useTranslation('new-case');
  const options = useOptions();
  const errors = Object.fromEntries(
    fields.map(({ code }) => [code, form.errors[`answers.${code}`]]),
  );
  return (
    <>
      <Fields legend={t('intake')}>
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <NativeSelect
            label={t('intakeChannel')}
            data={options('intakeChannel', INTAKE_CHANNELS)}
            {...form.getInputProps('intakeChannel')}
          />
          <InstantInput
            label={t('happenedAt')}
            description={t('localTime', { zone })}
            {...form.getInputProps('happenedAt')}
          />
        </SimpleGrid>
        <PlaceFields form={form} posts={posts} />
        <TextInput label={t('place')} autoComplete="off" {...form.getInputProps('place')} />
      </Fields>
      {fields.length > 0 && (
        <Fields legend={t('facts')}>
          <CatalogueFields
            fields={fields}
            typed={form.values.answers}
            errors={errors}
            zone={zone}
            onChange={(code, value) => form.setFieldValue(`answers.${code}`, value)}
          />
        </Fields>
      )}
      <Textarea label={t('summary')} autosize minRows={3} {...form.getInputProps('summary')} />
    </>
  );
}
