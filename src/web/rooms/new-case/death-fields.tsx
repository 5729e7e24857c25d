import { Checkbox, NativeSelect, SimpleGrid, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { INTAKE_CHANNELS } from '../../api/codes';
import { IDENTIFICATIONS, MANNERS } from '../../api/death';
import type { Post } from '../../api/types';
import { useOptions } from '../../i18n/use-label';
import { Fields } from '../../ui/fieldset';
import { DayInput } from '../../ui/instant-input';
import type { NewCaseForm } from './new-case-room';
import { PlaceFields } from './place-fields';

/** A death, as it is told on the telephone: most of it becomes known later. */
export function DeathFields({ form, posts }: { form: NewCaseForm; posts: Post[] }) {
  const { t } = useTranslation(['new-case', 'death']);
  const options = useOptions();
  return (
    <>
      <Fields legend={t('death:title')}>
        <SimpleGrid cols={{ base: 1, sm: 3 }}>
          <DayInput label={t('death:field.diedOn')} {...form.getInputProps('diedOn')} />
          <NativeSelect
            label={t('death:field.manner')}
            data={options('manner', MANNERS)}
            {...form.getInputProps('manner')}
          />
          <NativeSelect
            label={t('death:field.identification')}
            data={options('identification', IDENTIFICATIONS)}
            {...form.getInputProps('identification')}
          />
        </SimpleGrid>
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <TextInput
            label={t('death:field.cause')}
            autoComplete="off"
            {...form.getInputProps('cause')}
          />
          <TextInput
            label={t('death:open.fromReference')}
            description={t('death:open.fromReferenceHint')}
            autoComplete="off"
            {...form.getInputProps('fromReference')}
          />
        </SimpleGrid>
        <Checkbox
          label={t('death:field.inCustody')}
          {...form.getInputProps('inCustody', { type: 'checkbox' })}
        />
      </Fields>
      <Fields legend={t('intake')}>
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <NativeSelect
            label={t('intakeChannel')}
            data={options('intakeChannel', INTAKE_CHANNELS)}
            {...form.getInputProps('intakeChannel')}
          />
          <TextInput
            label={t('death:open.informant')}
            autoComplete="off"
            {...form.getInputProps('informant')}
          />
          <TextInput
            label={t('death:open.place')}
            autoComplete="off"
            {...form.getInputProps('place')}
          />
          <TextInput
            label={t('death:open.nextOfKin')}
            description={t('death:open.nextOfKinHint')}
            autoComplete="off"
            {...form.getInputProps('nextOfKin')}
          />
        </SimpleGrid>
        <PlaceFields form={form} posts={posts} />
      </Fields>
      <Textarea label={t('summary')} autosize minRows={3} {...form.getInputProps('summary')} />
    </>
  );
}
