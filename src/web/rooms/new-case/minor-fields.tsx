import {
  NativeSelect,
  NumberInput,
  SimpleGrid,
  Switch,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { INTAKE_CHANNELS } from '../../api/codes';
import { CHILD_WITH } from '../../api/minors';
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

/** The case of a child: with whom they are, whether they are in danger, what was told first. */
export function MinorFields({ form, posts, zone }: Props) {
  const { t } = useTranslation(['new-case', 'minors', 'safe-contact']);
  const options = useOptions();
  const { safeContact, birthDate } = form.values;
  return (
    <>
      <Fields legend={t('minors:open.child')}>
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          {!birthDate && (
            <NumberInput
              label={t('minors:field.presumedAge')}
              description={t('minors:open.presumedAgeHint')}
              min={0}
              max={120}
              allowDecimal={false}
              {...form.getInputProps('presumedAge')}
            />
          )}
          <NativeSelect
            label={t('minors:field.childWith')}
            data={options('childWith', CHILD_WITH)}
            {...form.getInputProps('childWith')}
          />
        </SimpleGrid>
        <Switch
          label={t('minors:field.dangerToLife')}
          {...form.getInputProps('dangerToLife', { type: 'checkbox' })}
        />
        <TextInput
          label={t('minors:open.situationNote')}
          autoComplete="off"
          {...form.getInputProps('situationNote')}
        />
      </Fields>
      <Textarea
        label={t('minors:open.account')}
        autosize
        minRows={4}
        {...form.getInputProps('summary')}
      />
      <Fields legend={t('safe-contact:title')}>
        <Text size="sm" c="dimmed">
          {t('minors:open.safeContactHint')}
        </Text>
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
