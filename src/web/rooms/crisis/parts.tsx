import { Anchor, Badge, Button, Center, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Incident, PersonFilter } from '../../api/crisis';
import { useLabel } from '../../i18n/use-label';
import { formatNumber, readerZone } from '../../time/format';
import { usePosts } from '../../ui/use-posts';

/** What every part of an incident's page is handed. */
export interface TabProps {
  incident: Incident;
  /** On whose wall clock its instants are shown and typed. */
  zone: string;
  /** Whether the reader may work it now: it is active, and they hold the permission. */
  works: boolean;
}

/** The name of an incident in the reader's language. */
export function useNamed(): (incident: { nameEs: string; nameEn: string }) => string {
  const { i18n } = useTranslation();
  return ({ nameEs, nameEn }) => (i18n.language === 'en' ? nameEn : nameEs);
}

/** The wall clock of the first post concerned; of the reader until the network is known. */
export function useIncidentZone(incident: Incident | undefined): string {
  const posts = usePosts();
  const first = incident?.posts[0]?.id;
  return posts.data?.find(({ id }) => id === first)?.timeZone ?? readerZone();
}

export function IncidentState({ state }: { state: Incident['state'] }) {
  const label = useLabel();
  return (
    <Badge
      color={state === 'active' ? 'rojo' : 'tinta'}
      variant={state === 'active' ? 'filled' : 'light'}
    >
      {label('incidentState', state)}
    </Badge>
  );
}

interface Named {
  givenNames: string;
  firstSurname: string;
  secondSurname?: string | null;
}
/** Surnames first, as lists are called. */
export const nameOf = ({ givenNames, firstSurname, secondSurname }: Named): string =>
  `${[firstSurname, secondSurname].filter(Boolean).join(' ')}, ${givenNames}`;

/** The address of the list of persons that a number counted. */
export function personsAt(incidentId: string, filter: PersonFilter = {}): string {
  const search = new URLSearchParams({ tab: 'persons' });
  for (const [name, value] of Object.entries(filter)) search.set(name, String(value));
  return `/crises/${incidentId}?${search.toString()}`;
}

/** A number that opens what it counted; nought opens nothing. */
export function NumberLink({ value, to, of }: { value: number; to: string; of: string }) {
  const { i18n } = useTranslation();
  const number = formatNumber(value, i18n.language);
  if (value === 0) {
    return (
      <Text span inherit c="dimmed">
        {number}
      </Text>
    );
  }
  return (
    <Anchor component={Link} to={to} inherit underline="always" aria-label={`${of}: ${number}`}>
      {number}
    </Anchor>
  );
}

/** How urgently somebody is to be helped: more go first. */
export function Points({ priority }: { priority: number }) {
  const { t } = useTranslation('crisis');
  return (
    <Badge variant="outline" aria-label={t('points', { count: priority })} style={{ flex: 'none' }}>
      {priority}
    </Badge>
  );
}

interface Paged {
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  fetchNextPage: () => unknown;
}
/** Brings the next page of a list, while there is one. */
export function MoreButton({ pages }: { pages: Paged }) {
  const { t } = useTranslation();
  if (!pages.hasNextPage) return null;
  return (
    <Center>
      <Button
        variant="default"
        loading={pages.isFetchingNextPage}
        onClick={() => void pages.fetchNextPage()}
      >
        {t('list.more')}
      </Button>
    </Center>
  );
}
