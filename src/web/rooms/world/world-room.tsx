import { Group, Paper, Select, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listRegions } from '../../api/network';
import { readWorld } from '../../api/oversight';
import type { World } from '../../api/types';
import { useCan } from '../../app/session';
import { Instant } from '../../ui/instant';
import { RoomHeader } from '../../ui/room-header';
import { Empty, Failure, Forbidden, Loading } from '../../ui/states';
import { readerZone } from '../../time/format';
import { AccessDenials } from './access-denials';
import { ProofAlert } from './proof-alert';
import { Figure, FIGURES, type Scope } from './figure';
import { PostTable } from './post-table';
import { SealedTotals } from './sealed-totals';

/** Headquarters' caseload by post: every number opens the list it counted. */
export function WorldRoom() {
  const { t, i18n } = useTranslation('world');
  const can = useCan();
  const [region, setRegion] = useState<string | null>(null);
  const allowed = can('world.read');
  const regions = useQuery({
    queryKey: ['regions'],
    queryFn: listRegions,
    staleTime: Infinity,
    enabled: allowed,
  });
  const world = useQuery({
    queryKey: ['world', region],
    queryFn: () => readWorld({ region: region ?? undefined }),
    enabled: allowed,
  });
  if (!allowed) return <Forbidden />;
  return (
    <>
      <RoomHeader
        title={t('title')}
        hint={
          world.data && (
            <>
              {t('asOf')} <Instant at={world.data.asOf} zone={readerZone()} inherit />
            </>
          )
        }
      >
        <Select
          aria-label={t('region')}
          placeholder={t('everyRegion')}
          clearable
          clearButtonProps={{ 'aria-label': t('everyRegion') }}
          data={(regions.data?.items ?? []).map(({ code, nameEs, nameEn }) => ({
            value: code,
            label: i18n.language === 'en' ? nameEn : nameEs,
          }))}
          value={region}
          onChange={setRegion}
        />
      </RoomHeader>
      {world.isPending && <Loading />}
      {world.isError && <Failure error={world.error} retry={() => void world.refetch()} />}
      {world.data && <Caseload world={world.data} scope={{ region: region ?? undefined }} />}
    </>
  );
}

function Caseload({ world, scope }: { world: World; scope: Scope }) {
  const { t } = useTranslation('world');
  const [typed, setTyped] = useState('');
  const wanted = typed.trim().toLocaleLowerCase();
  const posts = world.posts.filter(({ post }) =>
    `${post.code} ${post.name}`.toLocaleLowerCase().includes(wanted),
  );
  return (
    <Stack gap="lg">
      <ProofAlert />
      <SimpleGrid cols={{ base: 2, md: 4 }} spacing="sm">
        {FIGURES.map((figure) => (
          <Paper key={figure} p="md">
            <Text size="sm" c="dimmed">
              {t(`figure.${figure}`)}
            </Text>
            <Text fz={28} fw={640} component="div">
              <Figure figures={world.totals} figure={figure} scope={scope} where={t('everyPost')} />
            </Text>
          </Paper>
        ))}
      </SimpleGrid>
      <Group justify="space-between">
        <TextInput
          type="search"
          aria-label={t('findPost')}
          placeholder={t('findPost')}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      </Group>
      {posts.length === 0 ? (
        <Paper>
          <Empty title={t('noPosts')} />
        </Paper>
      ) : (
        <PostTable posts={posts} scope={scope} />
      )}
      {world.sealed && <SealedTotals totals={world.sealed} />}
      <AccessDenials />
    </Stack>
  );
}
