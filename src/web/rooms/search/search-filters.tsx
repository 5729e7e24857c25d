import { Button, Group, Select, SimpleGrid, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { listStaff } from '../../api/cases';
import type { SearchQuery } from '../../api/search';
import { catalogueQuery, useWords } from '../../catalogue/use-catalogue';
import { useOptions } from '../../i18n/use-label';
import { usePostOptions, usePosts } from '../../ui/use-posts';

const FAMILIES = [
  ...['detention', 'gender_violence', 'trafficking', 'minor', 'repatriation', 'death'],
  ...['missing_person', 'health', 'destitution', 'crime_victim', 'labour', 'legal_orientation'],
  ...['maritime', 'crisis', 'welfare_check'],
];
const STATUSES = ['registered', 'active', 'on_hold', 'closed', 'dismissed'];
const TIERS = ['standard', 'restricted', 'sealed'];

/** As the fields hold them; days are civil dates. */
export type Filters = Partial<
  Record<
    'family' | 'type' | 'status' | 'tier' | 'post' | 'country' | 'assignee' | 'from' | 'to',
    string
  >
>;

/** Days become instants: from the first one's start to the last one's end. */
export function toQuery({ from, to, ...plain }: Filters): Partial<SearchQuery> {
  const given = Object.fromEntries(Object.entries(plain).filter(([, value]) => value));
  const after = to && new Date(Date.parse(`${to}T00:00:00Z`) + 86_400_000).toISOString();
  return {
    ...given,
    ...(from ? { from: `${from}T00:00:00Z` } : {}),
    ...(after ? { to: after } : {}),
  } as Partial<SearchQuery>;
}

export function SearchFilters({
  value,
  onChange,
}: {
  value: Filters;
  onChange: (next: Filters) => void;
}) {
  const { t } = useTranslation('search');
  const options = useOptions();
  const postOptions = usePostOptions();
  const words = useWords();
  const catalogue = useQuery(catalogueQuery);
  const posts = usePosts();
  const staff = useQuery({
    queryKey: ['staff', value.post],
    queryFn: () => listStaff(value.post!),
    enabled: Boolean(value.post),
  });
  const set = (name: keyof Filters) => (chosen: string | null) =>
    onChange({
      ...value,
      [name]: chosen ?? undefined,
      ...(name === 'post' ? { assignee: undefined } : {}),
      ...(name === 'family' ? { type: undefined } : {}),
    });
  const choice = (
    name: Exclude<keyof Filters, 'from' | 'to'>,
    data: readonly (string | { value: string; label: string })[],
  ) => (
    <Select
      label={t(`filter.${name}`)}
      placeholder={t('any')}
      data={[...data]}
      value={value[name] ?? null}
      onChange={set(name)}
      searchable={data.length > 8}
      clearable
      clearButtonProps={{ 'aria-label': t('clearOne') }}
    />
  );
  const types = (
    catalogue.data?.content.families.find(({ code }) => code === value.family)?.types ?? []
  ).map(({ code, label }) => ({ value: code, label: words(label) }));
  const countries = [...new Set((posts.data ?? []).map(({ country }) => country))].sort();
  const used = Object.values(value).some(Boolean);
  return (
    <Group align="flex-end" gap="sm" role="group" aria-label={t('filters')}>
      <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }} style={{ flexGrow: 1 }}>
        {choice('family', options('family', FAMILIES))}
        {types.length > 0 && choice('type', types)}
        {choice('status', options('status', STATUSES))}
        {choice('tier', options('tier', TIERS))}
        {choice('post', postOptions(posts.data ?? []))}
        {choice('country', countries)}
        {value.post && choice('assignee', people(staff.data?.items ?? []))}
        <TextInput
          type="date"
          label={t('filter.from')}
          value={value.from ?? ''}
          onChange={(event) => set('from')(event.currentTarget.value || null)}
        />
        <TextInput
          type="date"
          label={t('filter.to')}
          value={value.to ?? ''}
          onChange={(event) => set('to')(event.currentTarget.value || null)}
        />
      </SimpleGrid>
      {used && (
        <Button variant="default" onClick={() => onChange({})}>
          {t('clear')}
        </Button>
      )}
    </Group>
  );
}

function people(items: readonly { accountId: string; displayName: string }[]) {
  const byId = new Map(items.map((item) => [item.accountId, item.displayName]));
  return [...byId].map(([id, label]) => ({ value: id, label }));
}
