import { Button, Group, NativeSelect, Select, SimpleGrid, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { routePlace } from '../../api/network';
import type { Post } from '../../api/types';
import { SubdivisionSelect } from '../../ui/subdivision-select';
import { useCountries } from '../../ui/use-countries';
import type { NewCaseForm } from './new-case-room';
import { usePostOptions } from '../../ui/use-posts';

interface Props {
  form: NewCaseForm;
  posts: Post[];
}

/** Country, region, and the post that answers for the case. */
export function PlaceFields({ form, posts }: Props) {
  const { t } = useTranslation('new-case');
  const countries = useCountries();
  const postOptions = usePostOptions();
  return (
    <>
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
          data={postOptions(posts)}
          {...form.getInputProps('postId')}
        />
      </SimpleGrid>
      <CompetentPost form={form} posts={posts} />
    </>
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
