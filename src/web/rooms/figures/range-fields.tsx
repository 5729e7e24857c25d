import { NativeSelect, Paper, Select, SimpleGrid } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Catalogue } from '../../api/catalogue';
import type { Post } from '../../api/types';
import { useWords } from '../../catalogue/use-catalogue';
import { DayInput } from '../../ui/instant-input';
import type { Range } from './range';

interface Props {
  range: Range;
  posts: Post[];
  catalogue: Catalogue;
  zone: string;
  onChange: (range: Range) => void;
}

/** From which day to which, where, and of which family and type. */
export function RangeFields({ range, posts, catalogue, zone, onChange }: Props) {
  const { t } = useTranslation(['figures', 'common']);
  const words = useWords();
  const { families } = catalogue.content;
  const types = families.find(({ code }) => code === range.family)?.types ?? [];
  const named = (items: readonly { code: string; label: { es: string; en: string } }[]) =>
    items.map(({ code, label }) => ({ value: code, label: words(label) }));
  const set = (change: Partial<Range>) => onChange({ ...range, ...change });
  const crossed = range.from && range.to && range.to < range.from;
  return (
    <Paper p="md">
      <SimpleGrid cols={{ base: 1, xs: 2, md: posts.length > 0 ? 5 : 4 }} spacing="sm">
        <DayInput
          label={t('from')}
          value={range.from}
          error={range.from ? undefined : t('common:form.required')}
          onChange={(event) => set({ from: event.currentTarget.value })}
        />
        <DayInput
          label={t('to')}
          description={t('zone', { zone })}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          value={range.to}
          error={crossed ? t('crossed') : range.to ? undefined : t('common:form.required')}
          onChange={(event) => set({ to: event.currentTarget.value })}
        />
        {posts.length > 0 && (
          <Select
            label={t('post')}
            placeholder={t('everyPost')}
            searchable
            clearable
            clearButtonProps={{ 'aria-label': t('everyPost') }}
            data={posts.map(({ id, name }) => ({ value: id, label: name }))}
            value={range.post || null}
            onChange={(post) => set({ post: post ?? '' })}
          />
        )}
        <NativeSelect
          label={t('family')}
          data={[{ value: '', label: t('everyFamily') }, ...named(families)]}
          value={range.family}
          onChange={(event) => set({ family: event.currentTarget.value, type: '' })}
        />
        <NativeSelect
          label={t('type')}
          disabled={!range.family}
          data={[{ value: '', label: t('everyType') }, ...named(types)]}
          value={range.type}
          onChange={(event) => set({ type: event.currentTarget.value })}
        />
      </SimpleGrid>
    </Paper>
  );
}
