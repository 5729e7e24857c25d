import { Badge, Button, Checkbox, Group, SegmentedControl, Stack, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addToRound, listCandidates, type RoundPage } from '../../api/rounds';
import { queryClient } from '../../app/query-client';
import { Dialog } from '../../ui/dialog';
import { Instant } from '../../ui/instant';
import { useTellDone, useTellProblem } from '../../ui/problem';
import { Empty, Failure, Loading } from '../../ui/states';

/** Who may still go on the round: at its place first, or anyone of the post. */
export function AddPeopleDialog({ round, onClose }: { round: RoundPage; onClose: () => void }) {
  const { t } = useTranslation(['rounds', 'common']);
  const tellDone = useTellDone();
  const tellProblem = useTellProblem();
  const [within, setWithin] = useState<'place' | 'post'>('place');
  const [chosen, setChosen] = useState<string[]>([]);
  const candidates = useQuery({
    queryKey: ['candidates', round.id, within],
    queryFn: () => listCandidates(round.id, within),
  });
  const add = useMutation({
    mutationFn: () => addToRound(round.id, chosen),
    onSuccess: async () => {
      tellDone(t('added'));
      onClose();
      await queryClient.invalidateQueries();
    },
    onError: tellProblem,
  });
  const items = candidates.data?.items ?? [];
  return (
    <Dialog onClose={onClose} title={t('add')} size="lg">
      <Stack>
        <SegmentedControl
          fullWidth
          aria-label={t('add')}
          data={[
            { value: 'place', label: t('candidatesPlace') },
            { value: 'post', label: t('candidatesPost') },
          ]}
          value={within}
          onChange={(value) => setWithin(value as typeof within)}
        />
        {candidates.isPending && <Loading />}
        {candidates.isError && <Failure error={candidates.error} />}
        {candidates.data && items.length === 0 && <Empty title={t('candidatesNone')} />}
        <Checkbox.Group value={chosen} onChange={setChosen} aria-label={t('listTitle')}>
          <Stack gap="sm">
            {items.map((person) => (
              <Checkbox
                key={person.caseId}
                value={person.caseId}
                label={
                  <>
                    {person.personName ?? t('common:case.noPerson')}{' '}
                    {person.due && <Badge size="xs">{t('due')}</Badge>}{' '}
                    {person.opposesVisits && (
                      <Badge size="xs" color="rojo" variant="light">
                        {t('opposes')}
                      </Badge>
                    )}
                    <Text size="xs" c="dimmed" component="div">
                      {[person.reference, person.facilityName, person.city]
                        .filter(Boolean)
                        .join(' · ')}
                    </Text>
                    <Text size="xs" c="dimmed" component="div">
                      {t('lastVisit')}:{' '}
                      {person.lastVisitAt ? (
                        <Instant at={person.lastVisitAt} zone={round.timeZone} inherit />
                      ) : (
                        t('common:case.neverVisited')
                      )}
                    </Text>
                  </>
                }
              />
            ))}
          </Stack>
        </Checkbox.Group>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('common:action.cancel')}
          </Button>
          <Button
            disabled={chosen.length === 0}
            loading={add.isPending}
            onClick={() => add.mutate()}
          >
            {chosen.length === 0 ? t('add') : t('addSelected', { count: chosen.length })}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
