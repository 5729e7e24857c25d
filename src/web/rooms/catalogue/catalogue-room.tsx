import { Accordion, Badge, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type Catalogue,
  type CatalogueVersion,
  listCatalogueVersions,
  readCatalogueVersion,
} from '../../api/catalogue';
import { useCan } from '../../app/session';
import { catalogueQuery, useWords } from '../../catalogue/use-catalogue';
import { Instant } from '../../ui/instant';
import { RoomHeader } from '../../ui/room-header';
import { Failure, Forbidden, Loading } from '../../ui/states';
import { HEADQUARTERS_ZONE } from '../policies/zone';
import { CatalogueEditor } from './catalogue-editor';
import { FamilySummary } from './family-summary';

/** Families and types of cases as headquarters edits them; a new version starts from the newest. */
export function CatalogueRoom() {
  const { t } = useTranslation('catalogue');
  const can = useCan();
  const [editing, setEditing] = useState(false);
  const current = useQuery({ ...catalogueQuery, enabled: can('case.read') });
  const versions = useQuery({
    queryKey: ['catalogue-versions'],
    queryFn: listCatalogueVersions,
    enabled: can('catalogue.edit'),
  });
  if (!can('catalogue.edit')) return <Forbidden />;
  if (current.isPending || versions.isPending) return <Loading />;
  if (current.isError) return <Failure error={current.error} />;
  if (versions.isError) return <Failure error={versions.error} />;
  const newest = versions.data.items[0];
  return (
    <>
      <RoomHeader title={t('title')} hint={t('hint')}>
        {newest && !editing && <Button onClick={() => setEditing(true)}>{t('edit')}</Button>}
      </RoomHeader>
      {newest && editing ? (
        <Editing
          version={newest.version}
          served={current.data.openings
            .filter(({ opening }) => opening === 'fields')
            .map(({ family }) => family)}
          onClose={() => setEditing(false)}
        />
      ) : (
        <Stack gap="lg">
          <Versions versions={versions.data.items} />
          <Families catalogue={current.data} />
        </Stack>
      )}
    </>
  );
}

interface EditingProps {
  version: number;
  served: readonly string[];
  onClose: () => void;
}

function Editing({ version, served, onClose }: EditingProps) {
  const content = useQuery({
    queryKey: ['catalogue-version', version],
    queryFn: () => readCatalogueVersion(version),
    staleTime: Infinity,
  });
  if (content.isPending) return <Loading />;
  if (content.isError) return <Failure error={content.error} />;
  return (
    <CatalogueEditor base={content.data} basedOn={version} served={served} onClose={onClose} />
  );
}

function Versions({ versions }: { versions: CatalogueVersion[] }) {
  const { t } = useTranslation('catalogue');
  const inForce = versions.find((version) => version.inForce)?.version ?? 0;
  return (
    <Stack component="ul" gap="sm" className="plain-list">
      {versions.slice(0, 10).map((version) => (
        <Paper component="li" p="md" key={version.version}>
          <Group gap="xs">
            <Title order={2}>{t('version', { n: version.version })}</Title>
            {version.inForce && <Badge variant="filled">{t('inForce')}</Badge>}
            {version.version > inForce && <Badge variant="outline">{t('planned')}</Badge>}
          </Group>
          <Text size="sm" c="dimmed">
            {t('from')} <Instant at={version.effectiveFrom} zone={HEADQUARTERS_ZONE} inherit />
            {version.author && ` · ${version.author}`}
          </Text>
          <Text size="sm">{version.reason}</Text>
        </Paper>
      ))}
    </Stack>
  );
}

function Families({ catalogue }: { catalogue: Catalogue }) {
  const { t } = useTranslation('catalogue');
  const words = useWords();
  return (
    <Accordion variant="contained" radius="md" order={2}>
      {catalogue.content.families.map((family) => (
        <Accordion.Item key={family.code} value={family.code}>
          <Accordion.Control>
            <Group gap="xs">
              {words(family.label)}
              <Text size="xs" c="dimmed">
                {t(
                  `opening.${catalogue.openings.find((o) => o.family === family.code)?.opening ?? 'not_yet'}`,
                )}
              </Text>
            </Group>
          </Accordion.Control>
          <Accordion.Panel>
            <FamilySummary family={family} />
          </Accordion.Panel>
        </Accordion.Item>
      ))}
    </Accordion>
  );
}
