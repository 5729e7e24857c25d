import { Alert, Button, Group, Paper, Stack, Text } from '@mantine/core';
import { useForm, type UseFormReturnType } from '@mantine/form';
import { useDebouncedCallback } from '@mantine/hooks';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { type Catalogue, openCase } from '../../api/catalogue';
import { newKey } from '../../api/client';
import type { Post } from '../../api/types';
import { dropDraft, keepDraft, readDraft } from '../../app/drafts';
import { queryClient } from '../../app/query-client';
import { useAtHeadquarters, useCan, useMe, useMyPosts } from '../../app/session';
import { catalogueQuery } from '../../catalogue/use-catalogue';
import { nowAt } from '../../time/zoned';
import { type ProblemText, useFormProblem, useTellDone } from '../../ui/problem';
import { RoomHeader } from '../../ui/room-header';
import { Failure, Forbidden, Loading } from '../../ui/states';
import { usePosts } from '../../ui/use-posts';
import { pathsOf } from '../safe-contact/values';
import { FamilyField } from './family-field';
import { GeneralFields } from './general-fields';
import { PersonFields } from './person-fields';
import { OWN_FORMS } from './own-forms';
import { toCase } from './bodies';
import { emptyValues, fieldOf, type NewCaseValues } from './values';

export type NewCaseForm = UseFormReturnType<NewCaseValues>;
const FORM = 'new-case';

/** One page, the minimum to save, the rest later; what is typed survives a reload of this tab. */
export function NewCaseRoom() {
  const can = useCan();
  const posts = usePosts();
  const catalogue = useQuery(catalogueQuery);
  const mine = useMyPosts();
  const everywhere = useAtHeadquarters();
  if (!can('case.register')) return <Forbidden />;
  if (posts.isPending || catalogue.isPending) return <Loading />;
  if (catalogue.isError) return <Failure error={catalogue.error} />;
  if (posts.isError) return <Failure error={posts.error} retry={() => void posts.refetch()} />;
  const registrable = everywhere
    ? posts.data
    : posts.data.filter(({ id }) => mine.some((post) => post.id === id));
  const first = registrable.find(({ id }) => id === mine[0]?.id) ?? registrable[0];
  if (!first) return <Forbidden />;
  return <NewCase posts={registrable} first={first} catalogue={catalogue.data} />;
}

function useNewCaseForm(first: Post) {
  const { t } = useTranslation();
  const { account } = useMe();
  const needed = (value: string) => (value.trim() ? null : t('form.required'));
  const neededOf =
    (asked: string) =>
    (value: string, { family }: NewCaseValues) =>
      family === asked ? needed(value) : null;
  const neededUnlessKnown = (value: string, { known }: NewCaseValues) =>
    known ? null : needed(value);
  const empty = () => emptyValues(first.id, first.country, nowAt(first.timeZone));
  const [draft] = useState(() => readDraft<NewCaseValues>(account.id, FORM));
  const keep = useDebouncedCallback(
    (values: NewCaseValues) => keepDraft(account.id, FORM, values),
    400,
  );
  const forget = () => {
    keep.cancel();
    dropDraft(account.id, FORM);
  };
  const form = useForm<NewCaseValues>({
    initialValues: { ...empty(), ...draft },
    // what a victim or a child tells is left nowhere on this machine
    onValuesChange: (values) => (OWN_FORMS[values.family]?.undrafted ? forget() : keep(values)),
    validate: {
      givenNames: neededUnlessKnown,
      firstSurname: neededUnlessKnown,
      postNotifiedAt: neededOf('detention'),
      requesterNames: neededOf('missing_person'),
      requesterSurname: neededOf('missing_person'),
      fear: neededOf('missing_person'),
    },
  });
  const startAgain = () => {
    form.setValues(empty());
    form.clearErrors();
    forget();
  };
  return { form, forget, startAgain, restored: draft !== null };
}

interface Props {
  posts: Post[];
  first: Post;
  catalogue: Catalogue;
}

/** The fields that the catalogue asks of the chosen type. */
function fieldsOf({ content }: Catalogue, { family, caseType }: NewCaseValues) {
  const fields = content.families.find(({ code }) => code === family)?.fields ?? [];
  return fields.filter(({ types }) => !types || types.includes(caseType));
}

function NewCase({ posts, first, catalogue }: Props) {
  const { t } = useTranslation([
    ...(['new-case', 'common', 'violence', 'minors', 'trafficking', 'death', 'missing'] as const),
    'repatriation',
  ]);
  const navigate = useNavigate();
  const tellDone = useTellDone();
  const place = useFormProblem();
  const { form, forget, startAgain, restored } = useNewCaseForm(first);
  const [key, setKey] = useState(newKey);
  const [problem, setProblem] = useState<ProblemText | null>(null);
  const zone = posts.find(({ id }) => id === form.values.postId)?.timeZone ?? first.timeZone;
  const fields = fieldsOf(catalogue, form.values);
  const own = OWN_FORMS[form.values.family];
  const log = useMutation({
    mutationFn: (values: NewCaseValues) =>
      OWN_FORMS[values.family]?.open(values, key, zone) ??
      openCase(toCase(values, fieldsOf(catalogue, values), zone), key),
    onMutate: () => setProblem(null),
    onSuccess: async ({ id, reference }) => {
      forget();
      await queryClient.invalidateQueries();
      tellDone(t('logged', { reference }));
      await navigate(`/cases/${id}`);
    },
    onError: (error) => {
      // A corrected form is another request: the old key would be refused with another body.
      setKey(newKey());
      setProblem(place(withAnswers(form, fields), error, fieldOf));
    },
  });
  return (
    <>
      <RoomHeader title={t('title')} hint={t('hint')} />
      <form noValidate onSubmit={form.onSubmit((values) => log.mutate(values), focusFirstError)}>
        <Stack gap="lg" maw={860}>
          {restored && (
            <Group gap="xs">
              <Text size="sm" c="dimmed">
                {t('common:form.draftKept')}
              </Text>
              <Button variant="subtle" size="compact-sm" onClick={startAgain}>
                {t('common:form.draftDrop')}
              </Button>
            </Group>
          )}
          <FamilyField form={form} catalogue={catalogue} />
          <PersonFields form={form} />
          {own ? (
            <own.Fields form={form} posts={posts} zone={zone} />
          ) : (
            <GeneralFields form={form} posts={posts} zone={zone} fields={fields} />
          )}
          {problem && (
            <Alert color="rojo" variant="light" title={problem.title} role="alert">
              {problem.detail}
            </Alert>
          )}
          <Paper p="md" style={{ position: 'sticky', bottom: 0, zIndex: 2 }}>
            <Group justify="space-between">
              <Text size="sm" c="dimmed" visibleFrom="sm">
                {t(own?.opens ?? 'opensGeneral')}
              </Text>
              <Button type="submit" loading={log.isPending}>
                {t('save')}
              </Button>
            </Group>
          </Paper>
        </Stack>
      </form>
    </>
  );
}

/** Refusals of answers and of safe contact have fields of their own, by path. */
const withAnswers = (form: NewCaseForm, fields: readonly { code: string }[]) => ({
  setErrors: form.setErrors,
  values: {
    ...form.values,
    ...Object.fromEntries(fields.map(({ code }) => [`answers.${code}`, ''])),
    ...(form.values.safeContact ? pathsOf(form.values.safeContact, 'safeContact.') : {}),
  },
});

function focusFirstError(): void {
  requestAnimationFrame(() =>
    document.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus(),
  );
}
