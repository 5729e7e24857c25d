import { Button, Group, NativeSelect, Select, SimpleGrid, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import countryCodes from 'i18n-iso-countries/codes.json';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { NOTICE_CHANNELS } from '../../api/codes';
import { routePlace } from '../../api/network';
import type { Post } from '../../api/types';
import { useOptions } from '../../i18n/use-label';
import { countryName } from '../../time/format';
import { Fields } from '../../ui/fieldset';
import { InstantInput } from '../../ui/instant-input';
import { SubdivisionSelect } from '../../ui/subdivision-select';
import type { NewCaseForm } from './new-case-room';

interface Props {
  form: NewCaseForm;
  posts: Post[];
  zone: string;
}

function useCountries() {
  const { i18n } = useTranslation();
  return useMemo(
    () =>
      countryCodes
        .map(([code]) => ({ value: String(code), label: countryName(String(code), i18n.language) }))
        .sort((a, b) => a.label.localeCompare(b.label, i18n.language)),
    [i18n.language],
  );
}

/** Where the person is held and how the post came to know: the clocks start here. */
export function NoticeFields({ form, posts, zone }: Props) {
  const { t } = useTranslation('new-case');
  const options = useOptions();
  const countries = useCountries();
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
      <SimpleGrid cols={{ base: 1, sm: 3 }}>
        <Select
          label={t('country')}
          data={countries}
          searchable
          allowDeselect={false}
          {...form.getInputProps('country')}
          onChange={(country) => {
            form.setFieldValue('country', country ?? '');
            form.setFieldValue('subdivision', '');
          }}
        />
        <SubdivisionSelect
          label={t('subdivision')}
          country={form.values.country}
          {...form.getInputProps('subdivision')}
        />
        <NativeSelect
          label={t('post')}
          data={posts.map(({ id, city, code }) => ({ value: id, label: `${city} (${code})` }))}
          {...form.getInputProps('postId')}
        />
      </SimpleGrid>
      <CompetentPost form={form} posts={posts} />
    </Fields>
  );
}

/** Proposes the post whose jurisdiction covers the place, when another one was chosen. */
function CompetentPost({ form, posts }: { form: NewCaseForm; posts: Post[] }) {
  const { t } = useTranslation('new-case');
  const { country, subdivision, postId } = form.values;
  const [place] = useDebouncedValue(`${country}/${subdivision.trim().toUpperCase()}`, 300);
  const competent = useQuery({
    queryKey: ['routing', place],
    queryFn: () => {
      const [code = '', part] = place.split('/');
      return routePlace(code, part);
    },
    staleTime: 600_000,
  });
  const items = competent.data?.items ?? [];
  if (!competent.data || items.some(({ id }) => id === postId)) return null;
  return (
    <Group gap="xs" role="status">
      <Text size="sm">
        {items.length === 0
          ? t('noCompetent')
          : t('competent', { names: items.map(({ name }) => name).join(', ') })}
      </Text>
      {items
        .filter(({ id }) => posts.some((post) => post.id === id))
        .slice(0, 3)
        .map((post) => (
          <Button
            key={post.id}
            size="compact-sm"
            variant="default"
            onClick={() => form.setFieldValue('postId', post.id)}
          >
            {t('usePost', { code: post.code })}
          </Button>
        ))}
    </Group>
  );
}
