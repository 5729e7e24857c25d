import { NativeSelect, SimpleGrid, Switch, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { INTAKE_CHANNELS } from '../../api/codes';
import type { Post } from '../../api/types';
import { useOptions } from '../../i18n/use-label';
import { Fields } from '../../ui/fieldset';
import { SafeContactFields } from '../safe-contact/safe-contact-fields';
import { emptySafeContact } from '../safe-contact/values';
import type { NewCaseForm } from './new-case-room';
import { PlaceFields } from './place-fields';

interface Props {
  form: NewCaseForm;
  posts: Post[];
  zone: string;
}

/** A case of gender violence: how to reach the person without harm, and the story, told once. */
export function ViolenceFields({ form, posts, zone }: Props) {
  const { t } = useTranslation(['new-case', 'violence', 'safe-contact']);
  const options = useOptions();
  const { safeContact } = form.values;
  return (
    <>
      <Fields legend={t('safe-contact:title')}>
        <Switch
          label={t('safe-contact:notAsked')}
          checked={safeContact !== null}
          onChange={(event) =>
            form.setFieldValue(
              'safeContact',
              event.currentTarget.checked ? emptySafeContact(zone) : null,
            )
          }
        />
        {safeContact && (
          <SafeContactFields
            values={safeContact}
            onChange={(change) => form.setFieldValue('safeContact', { ...safeContact, ...change })}
            errorOf={(path) => form.errors[`safeContact.${path}`]}
          />
        )}
      </Fields>
      <Textarea
        label={t('violence:open.story')}
        description={t('violence:open.storyHint')}
        autosize
        minRows={4}
        {...form.getInputProps('summary')}
      />
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
    </>
  );
}
