import { Button, Group, NativeSelect, SimpleGrid, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { NEEDS, type Incident, PERSON_STATES, type PersonFilter } from '../../api/crisis';
import { useLabel, useOptions } from '../../i18n/use-label';
import { formatInstant } from '../../time/format';
import { SubdivisionSelect, useSubdivisionName } from '../../ui/subdivision-select';

const WORDS = [
  ...['q', 'state', 'need', 'needState', 'subdivision', 'listId', 'postId'],
  ...['registeredFrom', 'registeredBefore', 'broadcastId', 'reply'],
] as const;
const FLAGS = ['nowhere', 'noPost', 'reached'] as const;
/** What has no field of its own, and is told as what the list is narrowed to. */
const TOLD = [
  ...['needState', 'listId', 'registeredFrom', 'broadcastId', 'reply'],
  ...FLAGS,
] as const;

/** The filter that the address of the tab tells. */
export function usePersonFilter(): {
  filter: PersonFilter;
  set: (changes: Record<string, string>) => void;
  clear: () => void;
} {
  const [search, setSearch] = useSearchParams();
  const words = WORDS.flatMap((name) => {
    const value = search.get(name);
    return value ? [[name, value]] : [];
  });
  const flags = FLAGS.filter((name) => search.get(name) === 'true').map((name) => [name, true]);
  return {
    filter: Object.fromEntries([...words, ...flags]) as PersonFilter,
    set: (changes) => {
      const next = new URLSearchParams(search);
      for (const [name, value] of Object.entries(changes)) {
        if (value) next.set(name, value);
        else next.delete(name);
      }
      setSearch(next, { replace: true });
    },
    clear: () => setSearch({ tab: 'persons' }, { replace: true }),
  };
}

interface Props {
  incident: Incident;
  zone: string;
}

/** What the list is narrowed by: typed here, or told by the number that was opened. */
export function PersonFilters({ incident, zone }: Props) {
  const { t } = useTranslation('crisis');
  const options = useOptions();
  const { filter, set, clear } = usePersonFilter();
  const any = [{ value: '', label: t('filter.any') }];
  const told = useTold(incident, zone);
  return (
    <>
      <form
        role="search"
        onSubmit={(event) => {
          event.preventDefault();
          set({ q: String(new FormData(event.currentTarget).get('q') ?? '').trim() });
        }}
      >
        <SimpleGrid cols={{ base: 1, sm: 2, lg: 4 }}>
          <TextInput
            key={filter.q ?? ''}
            name="q"
            type="search"
            label={t('filter.q')}
            description={t('filter.qHint')}
            defaultValue={filter.q ?? ''}
            inputWrapperOrder={['label', 'input', 'description']}
          />
          <NativeSelect
            label={t('column.state')}
            data={[...any, ...options('incidentPersonState', PERSON_STATES)]}
            value={filter.state ?? ''}
            onChange={(event) => set({ state: event.currentTarget.value })}
          />
          <NativeSelect
            label={t('filter.need')}
            data={[...any, ...options('incidentNeed', NEEDS)]}
            value={filter.need ?? ''}
            onChange={(event) => set({ need: event.currentTarget.value, needState: '' })}
          />
          <SubdivisionSelect
            country={incident.country}
            label={t('column.place')}
            placeholder={t('filter.any')}
            value={filter.subdivision ?? ''}
            onChange={(subdivision) => set({ subdivision, nowhere: '' })}
          />
        </SimpleGrid>
        <button type="submit" hidden />
      </form>
      {(told.length > 0 || Object.keys(filter).length > 0) && (
        <Group gap="xs" role="status">
          {told.map((text) => (
            <span key={text}>{text}</span>
          ))}
          <Button size="compact-sm" variant="default" onClick={clear}>
            {t('filter.clear')}
          </Button>
        </Group>
      )}
    </>
  );
}

/** What the number was that led here, as far as no field shows it. */
function useTold({ lists, posts, country }: Incident, zone: string): string[] {
  const { t, i18n } = useTranslation('crisis');
  const label = useLabel();
  const place = useSubdivisionName(country);
  const { filter } = usePersonFilter();
  const said: Record<(typeof TOLD)[number], string | false | undefined> = {
    needState: filter.needState === 'met' ? t('filter.met') : undefined,
    listId: lists.find(({ id }) => id === filter.listId)?.name,
    registeredFrom:
      filter.registeredFrom &&
      t('filter.hour', { at: formatInstant(filter.registeredFrom, zone, i18n.language) }),
    broadcastId: filter.broadcastId && t('filter.broadcast'),
    reply: filter.reply && label('reply', filter.reply),
    nowhere: filter.nowhere && t('board.nowhere'),
    noPost: filter.noPost && t('filter.noPost'),
    reached: filter.reached && t('filter.reached'),
  };
  const post = posts.find(({ id }) => id === filter.postId)?.name;
  const known = filter.subdivision ? place(filter.subdivision) : undefined;
  return [...TOLD.map((name) => said[name]), post, known].filter(
    (text): text is string => typeof text === 'string' && text !== '',
  );
}
