import { NativeSelect, SimpleGrid, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { NOTICE_CHANNELS } from '../../api/codes';
import type { Post } from '../../api/types';
import { useOptions } from '../../i18n/use-label';
import { Fields } from '../../ui/fieldset';
import { InstantInput } from '../../ui/instant-input';
import type { NewCaseForm } from './new-case-room';
import { PlaceFields } from './place-fields';

interface Props {
  form: NewCaseForm;
  posts: Post[];
  zone: string;
}

/** Where the person is held and how the post came to know: the clocks start here. */
export function NoticeFields({ form, posts, zone }: Props) {
  const { t } = useTranslation('new-case');
  const options = useOptions();
  return (
    <Fields legend={t('notice')}>
      <SimpleGrid cols={{ base: 1, sm: 3 }}>
        <InstantInput
          label={t('postNotifiedAt')}
          description={t('localTime', { zone })}
          withAsterisk
          {...form.getInputProps('postNotifiedAt')}
        />
        <NativeSelect
          label={t('noticeChannel')}
          description={t('noticeChannelHint')}
          data={options('noticeChannel', NOTICE_CHANNELS)}
          {...form.getInputProps('noticeChannel')}
        />
        <TextInput
          label={t('noticeAuthority')}
          description={t('noticeAuthorityHint')}
          autoComplete="off"
          {...form.getInputProps('noticeAuthority')}
        />
      </SimpleGrid>
      <PlaceFields form={form} posts={posts} />
    </Fields>
  );
}
