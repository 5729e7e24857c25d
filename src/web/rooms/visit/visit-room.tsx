import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useForm, type UseFormReturnType } from '@mantine/form';
import { useDebouncedCallback } from '@mantine/hooks';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router';
import { readCase } from '../../api/cases';
import { recordContact } from '../../api/detention';
import { recordRoundVisit } from '../../api/rounds';
import { newKey } from '../../api/client';
import type { CaseFile } from '../../api/types';
import { dropDraft, keepDraft, readDraft } from '../../app/drafts';
import { queryClient } from '../../app/query-client';
import { useCan, useMe } from '../../app/session';
import { nowAt } from '../../time/zoned';
import { type ProblemText, useFormProblem, useTellDone } from '../../ui/problem';
import { RoomHeader } from '../../ui/room-header';
import { Failure, Forbidden, Loading } from '../../ui/states';
import { DenialFields } from './denial-fields';
import { EncounterFields } from './encounter-fields';
import { FindingsFields } from './findings-fields';
import { emptyVisit, toBody, type VisitValues, wasDenied, wasMet } from './values';

export type VisitForm = UseFormReturnType<VisitValues>;

/** A visit or another contact, written down where it took place; the draft waits for the network. */
export function VisitRoom() {
  const { id = '' } = useParams();
  const can = useCan();
  const file = useQuery({ queryKey: ['case', id], queryFn: () => readCase(id) });
  if (!can('visit.record')) return <Forbidden />;
  if (file.isPending) return <Loading />;
  if (file.isError) return <Failure error={file.error} retry={() => void file.refetch()} />;
  return <Visit file={file.data} />;
}

function useVisitForm(caseId: string, zone: string) {
  const { t } = useTranslation();
  const { account } = useMe();
  const name = `visit.${caseId}`;
  const [draft] = useState(() => readDraft<VisitValues>(account.id, name));
  const keep = useDebouncedCallback(
    (values: VisitValues) => keepDraft(account.id, name, values),
    400,
  );
  const needed = (value: string) => (value.trim() ? null : t('form.required'));
  const form = useForm<VisitValues>({
    initialValues: { ...emptyVisit(nowAt(zone)), ...draft },
    onValuesChange: keep,
    validate: {
      occurredAt: needed,
      authority: (value, values) => (wasDenied(values) ? needed(value) : null),
      reason: (value, values) => (wasDenied(values) && values.noteSent ? needed(value) : null),
      sentAt: (value, values) => (wasDenied(values) && values.noteSent ? needed(value) : null),
    },
  });
  const forget = () => {
    keep.cancel();
    dropDraft(account.id, name);
  };
  return { form, forget };
}

function Visit({ file }: { file: CaseFile }) {
  const { t } = useTranslation(['visit', 'common']);
  const zone = file.timeZone;
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const round = search.get('round');
  const back = round ? `/rounds/${round}` : `/cases/${file.id}`;
  const tellDone = useTellDone();
  const place = useFormProblem();
  const { form, forget } = useVisitForm(file.id, zone);
  const [key, setKey] = useState(newKey);
  const [problem, setProblem] = useState<ProblemText | null>(null);
  const save = useMutation({
    mutationFn: (values: VisitValues) => {
      const body = toBody(values, zone);
      return round
        ? recordRoundVisit(round, file.id, body, key)
        : recordContact(file.id, body, key);
    },
    onMutate: () => setProblem(null),
    onSuccess: async () => {
      forget();
      await queryClient.invalidateQueries();
      tellDone(t('saved'));
      await navigate(back);
    },
    onError: (error) => {
      setKey(newKey());
      setProblem(place(form, error, (path) => path.replace(/^(noteVerbale|denial)\./, '')));
    },
  });
  return (
    <>
      <RoomHeader
        title={t('title')}
        hint={`${file.personName ?? t('common:case.noPerson')} · ${file.reference}`}
      />
      {file.detention?.visitWish === 'no' && (
        <Alert color="tinta" variant="light" mb="lg" title={t('opposes')}>
          {t('opposesDetail')}
        </Alert>
      )}
      <form noValidate onSubmit={form.onSubmit((values) => save.mutate(values))}>
        <Stack gap="lg" maw={860}>
          <EncounterFields form={form} zone={zone} />
          {wasDenied(form.values) && <DenialFields form={form} />}
          {wasMet(form.values) && <FindingsFields form={form} />}
          {problem && (
            <Alert color="rojo" variant="light" title={problem.title} role="alert">
              {problem.detail}
            </Alert>
          )}
          <Group justify="space-between">
            <Text size="sm" c="dimmed">
              {t('plansNext')}
            </Text>
            <Group gap="xs">
              <Button variant="default" component={Link} to={back}>
                {t('common:action.cancel')}
              </Button>
              <Button type="submit" loading={save.isPending}>
                {t('save')}
              </Button>
            </Group>
          </Group>
        </Stack>
      </form>
    </>
  );
}
