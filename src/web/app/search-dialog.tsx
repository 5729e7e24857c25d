import { Anchor, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { search } from '../api/search';
import { SealedOffer } from '../rooms/search/sealed-offer';
import { Dialog } from '../ui/dialog';
import { Empty, Failure, Loading } from '../ui/states';

const LEAST = 2;
const SHOWN = 6;

/** What the box finds while one types. */
export default function SearchDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('search');
  const go = useNavigate();
  const list = useRef<HTMLDivElement>(null);
  const [typed, setTyped] = useState('');
  const [q] = useDebouncedValue(typed.trim(), 250);
  const asked = q.length >= LEAST;
  const found = useQuery({
    queryKey: ['search', q, {}],
    queryFn: () => search({ q, limit: SHOWN }),
    enabled: asked,
    placeholderData: keepPreviousData,
  });
  const everything = () => {
    onClose();
    void go('/search', { state: { q: typed.trim() } });
  };
  const step = (event: React.KeyboardEvent, by: 1 | -1) => {
    const links = [...(list.current?.querySelectorAll<HTMLElement>('a') ?? [])];
    const at = links.indexOf(document.activeElement as HTMLElement);
    const next = links[at + by];
    if (!next) return;
    event.preventDefault();
    next.focus();
  };
  return (
    <Dialog
      onClose={onClose}
      title={t('title')}
      size="lg"
      onKeyDown={(event) => {
        if (event.key === 'ArrowDown') step(event, 1);
        if (event.key === 'ArrowUp') step(event, -1);
      }}
    >
      <Stack>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (typed.trim().length >= LEAST) everything();
          }}
        >
          <TextInput
            type="search"
            label={t('what')}
            description={t('hint')}
            size="md"
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
            data-autofocus
            autoComplete="off"
            maxLength={200}
          />
        </form>
        <div ref={list}>
          {asked && found.isPending && <Loading />}
          {found.isError && <Failure error={found.error} retry={() => void found.refetch()} />}
          {asked && found.data && <Answers found={found.data} typed={q} onClose={onClose} />}
        </div>
        <Group justify="flex-end">
          <Button variant="default" onClick={everything} disabled={typed.trim().length < LEAST}>
            {t('everything')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}

function Answers({
  found,
  typed,
  onClose,
}: {
  found: Awaited<ReturnType<typeof search>>;
  typed: string;
  onClose: () => void;
}) {
  const { t } = useTranslation(['search', 'common']);
  const { cases, people } = found;
  if (cases.items.length + people.items.length === 0) {
    return (
      <>
        <Empty title={t('none')}>{t('noneDetail')}</Empty>
        <SealedOffer typed={typed} onFollow={onClose} />
      </>
    );
  }
  return (
    <Stack gap="xs">
      <Text size="sm" c="dimmed" role="status">
        {t('counted', {
          cases: t(cases.more ? 'casesMore' : 'cases', { count: cases.total }),
          people: t(people.more ? 'peopleMore' : 'people', { count: people.total }),
        })}
      </Text>
      <Stack component="ul" gap={6} className="plain-list">
        {cases.items.map((row) => (
          <li key={row.id}>
            <Anchor component={Link} to={`/cases/${row.id}`} onClick={onClose} fw={600}>
              {row.personName ?? t('common:case.noPerson')}
            </Anchor>
            <Text size="xs" c="dimmed">
              {row.reference}
            </Text>
          </li>
        ))}
      </Stack>
      {people.items.length > 0 && (
        <Text size="sm">
          {people.items
            .slice(0, SHOWN)
            .map(({ fullName }) => fullName)
            .join(' · ')}
        </Text>
      )}
    </Stack>
  );
}
