import { Alert, Anchor, Button, Group, Paper, Radio, Stack, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type DuplicateGroup, listDuplicates, mergePersons, tellApart } from '../../api/crisis';
import { queryClient } from '../../app/query-client';
import { useLabel } from '../../i18n/use-label';
import { formatDay, formatNumber } from '../../time/format';
import { useProblemText, useTellDone } from '../../ui/problem';
import { Empty, Failure, Loading } from '../../ui/states';
import { nameOf, type TabProps } from './parts';

/** Who may have been registered more than once: proposed by likeness, decided by people. */
export function DuplicatesTab({ incident, works }: TabProps) {
  const { t } = useTranslation('crisis');
  const groups = useQuery({
    queryKey: ['incident', incident.id, 'duplicates'],
    queryFn: () => listDuplicates(incident.id),
  });
  if (groups.isPending) return <Loading />;
  if (groups.isError) return <Failure error={groups.error} retry={() => void groups.refetch()} />;
  const items = groups.data.items;
  return (
    <>
      <Text size="sm" c="dimmed" role="status">
        {t('duplicateGroups', { count: items.length })}
      </Text>
      {items.length === 0 && (
        <Paper>
          <Empty title={t('none.duplicates')} />
        </Paper>
      )}
      <Stack component="ul" gap="sm" className="plain-list">
        {items.map((group) => (
          <DuplicateCard
            key={group.persons.map(({ id }) => id).join()}
            incidentId={incident.id}
            group={group}
            works={works}
          />
        ))}
      </Stack>
    </>
  );
}

interface GroupProps {
  incidentId: string;
  group: DuplicateGroup;
  works: boolean;
}

/** Records that may be one person; one of them stays. */
function DuplicateCard({ incidentId, group, works }: GroupProps) {
  const { t, i18n } = useTranslation('crisis');
  const label = useLabel();
  const tellDone = useTellDone();
  const said = useProblemText();
  const ids = group.persons.map(({ id }) => id);
  const [survivor, setSurvivor] = useState(ids[0] ?? '');
  const decide = useMutation({
    mutationFn: async (one: boolean) => {
      await (one
        ? mergePersons(
            incidentId,
            survivor,
            ids.filter((id) => id !== survivor),
          )
        : tellApart(incidentId, ids));
      tellDone(t(one ? 'done.merge' : 'done.tellApart'));
    },
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['incident', incidentId] }),
  });
  const problem = decide.error && said(decide.error);
  return (
    <Paper component="li" p="md">
      <Radio.Group
        value={survivor}
        onChange={setSurvivor}
        label={t('whichStays')}
        description={`${group.why.map((why) => label('likeness', why)).join(', ')} · ${t('alike', {
          percent: formatNumber(group.score * 100, i18n.language),
        })}`}
      >
        <Stack gap="xs" my="sm">
          {group.persons.map((person) => (
            <Group key={person.id} gap="xs" wrap="nowrap" align="flex-start">
              <Radio
                value={person.id}
                disabled={!works}
                label={nameOf(person)}
                description={[
                  person.documentNumber,
                  person.birthDate && formatDay(person.birthDate, i18n.language),
                  label('namedBy', person.source),
                  t('named', { count: person.mentions }),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              />
              <Anchor
                component={Link}
                to={`/crises/${incidentId}/persons/${person.id}`}
                size="sm"
                aria-label={`${t('act.open')}: ${nameOf(person)}`}
              >
                {t('act.open')}
              </Anchor>
            </Group>
          ))}
        </Stack>
      </Radio.Group>
      {problem && (
        <Alert color="rojo" variant="light" title={problem.title} role="alert" mb="sm">
          {problem.detail}
        </Alert>
      )}
      {works && (
        <Group gap="xs">
          <Button size="xs" loading={decide.isPending} onClick={() => decide.mutate(true)}>
            {t('act.merge')}
          </Button>
          <Button
            size="xs"
            variant="default"
            disabled={decide.isPending}
            onClick={() => decide.mutate(false)}
          >
            {t('act.tellApart')}
          </Button>
        </Group>
      )}
    </Paper>
  );
}
