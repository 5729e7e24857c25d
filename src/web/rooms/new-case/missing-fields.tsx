import { NativeSelect, SimpleGrid, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { INTAKE_CHANNELS } from '../../api/codes';
import { REQUESTER_RELATIONS } from '../../api/missing-person';
import type { Post } from '../../api/types';
import { useOptions } from '../../i18n/use-label';
import { Fields } from '../../ui/fieldset';
import { DayInput } from '../../ui/instant-input';
import type { NewCaseForm } from './new-case-room';
import { PlaceFields } from './place-fields';

/** A search: who asks and what they are to the person, what is known last, what is feared. */
export function MissingFields({ form, posts }: { form: NewCaseForm; posts: Post[] }) {
  const { t } = useTranslation(['new-case', 'missing']);
  const options = useOptions();
  return (
    <>
      <Fields legend={t('missing:open.requester')}>
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <TextInput
            label={t('missing:open.requesterNames')}
            withAsterisk
            autoComplete="off"
            {...form.getInputProps('requesterNames')}
          />
          <TextInput
            label={t('missing:open.requesterSurname')}
            withAsterisk
            autoComplete="off"
            {...form.getInputProps('requesterSurname')}
          />
          <NativeSelect
            label={t('missing:open.relation')}
            data={options('requesterRelation', REQUESTER_RELATIONS)}
            {...form.getInputProps('requesterRelation')}
          />
          <TextInput
            label={t('missing:open.requesterContact')}
            autoComplete="off"
            {...form.getInputProps('requesterContact')}
          />
        </SimpleGrid>
      </Fields>
      <Fields legend={t('missing:open.known')}>
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <DayInput label={t('missing:field.lastSeenOn')} {...form.getInputProps('lastSeenOn')} />
          <NativeSelect
            label={t('intakeChannel')}
            data={options('intakeChannel', INTAKE_CHANNELS)}
            {...form.getInputProps('intakeChannel')}
          />
        </SimpleGrid>
        <Textarea
          label={t('missing:open.lastKnown')}
          autosize
          minRows={2}
          {...form.getInputProps('lastKnown')}
        />
        <Textarea
          label={t('missing:open.fear')}
          withAsterisk
          autosize
          minRows={2}
          {...form.getInputProps('fear')}
        />
        <PlaceFields form={form} posts={posts} />
      </Fields>
    </>
  );
}
