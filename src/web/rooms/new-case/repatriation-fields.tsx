import { NativeSelect, SimpleGrid, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { INTAKE_CHANNELS } from '../../api/codes';
import type { Post } from '../../api/types';
import { useOptions } from '../../i18n/use-label';
import { Fields } from '../../ui/fieldset';
import type { NewCaseForm } from './new-case-room';
import { PlaceFields } from './place-fields';

/** Somebody who is to come home: the type lays the plan, which asks for everything else. */
export function RepatriationFields({ form, posts }: { form: NewCaseForm; posts: Post[] }) {
  const { t } = useTranslation('new-case');
  const options = useOptions();
  return (
    <>
      <Fields legend={t('intake')}>
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <NativeSelect
            label={t('intakeChannel')}
            data={options('intakeChannel', INTAKE_CHANNELS)}
            {...form.getInputProps('intakeChannel')}
          />
          <TextInput label={t('place')} autoComplete="off" {...form.getInputProps('place')} />
        </SimpleGrid>
        <PlaceFields form={form} posts={posts} />
      </Fields>
      <Textarea label={t('summary')} autosize minRows={3} {...form.getInputProps('summary')} />
    </>
  );
}
