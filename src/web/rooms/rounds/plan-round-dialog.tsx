import { Group, NativeSelect, Radio, Select, Stack, Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDebouncedValue } from '@mantine/hooks';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { listStaff } from '../../api/cases';
import { newKey } from '../../api/client';
import {
  listOccasions,
  planRound,
  suggestPlaces,
  type NewRound,
  type Occasion,
  type Suggestion,
} from '../../api/rounds';
import { queryClient } from '../../app/query-client';
import { useMe, useMyPosts } from '../../app/session';
import { todayAt } from '../../time/zoned';
import { Dialog } from '../../ui/dialog';
import { FormEnd } from '../../ui/form-end';
import { DayInput } from '../../ui/instant-input';
import { type ProblemText, useFormProblem, useTellDone } from '../../ui/problem';
import { nameOf } from './parts';
import { usePostOptions } from '../../ui/use-posts';

const HEADQUARTERS = 'America/Lima';

interface PlanValues {
  postId: string;
  plannedOn: string;
  occasion: string;
  /** `facility:<id>` or `city:<name>`. */
  place: string;
  include: NewRound['include'];
  leaderId: string;
  note: string;
}

const bodyOf = ({
  postId,
  plannedOn,
  occasion,
  place,
  include,
  leaderId,
  note,
}: PlanValues): NewRound => {
  const [kind, ...rest] = place.split(':');
  const where = rest.join(':');
  return {
    postId,
    plannedOn,
    include,
    occasion: occasion || undefined,
    ...(kind === 'city' ? { city: where } : { facilityId: where }),
    leaderId: leaderId || undefined,
    note: note.trim() || undefined,
  };
};

/** Where, when and with whom; the places with most visits due come first. */
export function PlanRoundDialog({
  occasion,
  onClose,
}: {
  occasion?: Occasion;
  onClose: () => void;
}) {
  const { t } = useTranslation(['rounds', 'common']);
  const posts = useMyPosts();
  const postOptions = usePostOptions();
  const navigate = useNavigate();
  const tellDone = useTellDone();
  const place = useFormProblem();
  const [key, setKey] = useState(newKey);
  const [problem, setProblem] = useState<ProblemText | null>(null);
  const needed = (value: string) => (value ? null : t('common:form.required'));
  const form = useForm<PlanValues>({
    initialValues: {
      postId: posts[0]?.id ?? '',
      plannedOn: occasion?.on ?? todayAt(HEADQUARTERS),
      occasion: occasion?.code ?? '',
      place: '',
      include: 'due',
      leaderId: '',
      note: '',
    },
    validate: { plannedOn: needed, place: needed },
  });
  const save = useMutation({
    mutationFn: (values: PlanValues) => planRound(bodyOf(values), key),
    onMutate: () => setProblem(null),
    onSuccess: async ({ id }) => {
      tellDone(t('form.saved'));
      await queryClient.invalidateQueries();
      await navigate(`/rounds/${id}`);
    },
    onError: (error) => {
      setKey(newKey());
      setProblem(place(form, error, (path) => (/facilityId|city/.test(path) ? 'place' : path)));
    },
  });
  return (
    <Dialog onClose={onClose} title={t('plan')} size="lg">
      <form noValidate onSubmit={form.onSubmit((values) => save.mutate(values))}>
        <Stack>
          <Group grow align="flex-start" preventGrowOverflow={false}>
            <DayInput
              label={t('form.plannedOn')}
              withAsterisk
              {...form.getInputProps('plannedOn')}
            />
            {posts.length > 1 && (
              <NativeSelect
                label={t('form.post')}
                data={postOptions(posts)}
                {...form.getInputProps('postId')}
              />
            )}
            <OccasionField input={form.getInputProps('occasion')} chosen={occasion} />
          </Group>
          <PlaceField
            postId={form.values.postId}
            on={form.values.plannedOn}
            input={form.getInputProps('place')}
          />
          <Radio.Group label={t('form.include')} {...form.getInputProps('include')}>
            <Stack gap="xs" mt="xs">
              <Radio value="due" label={t('form.includeDue')} />
              <Radio value="everyone" label={t('form.includeEveryone')} />
              <Radio value="nobody" label={t('form.includeNobody')} />
            </Stack>
          </Radio.Group>
          <LeaderField postId={form.values.postId} input={form.getInputProps('leaderId')} />
          <Textarea
            label={t('form.note')}
            description={t('form.noteHint')}
            autosize
            minRows={2}
            {...form.getInputProps('note')}
          />
          <FormEnd
            problem={problem}
            sending={save.isPending}
            action={t('form.save')}
            onClose={onClose}
          />
        </Stack>
      </form>
    </Dialog>
  );
}

type Input = object;

function OccasionField({ input, chosen }: { input: Input; chosen?: Occasion }) {
  const { t, i18n } = useTranslation('rounds');
  const occasions = useQuery({ queryKey: ['occasions'], queryFn: listOccasions });
  const known = occasions.data?.items ?? [];
  const all =
    chosen && !known.some(({ code }) => code === chosen.code) ? [chosen, ...known] : known;
  return (
    <NativeSelect
      label={t('form.occasion')}
      data={[
        { value: '', label: t('form.noOccasion') },
        ...all.map(({ code, names }) => ({ value: code, label: nameOf(names, i18n.language) })),
      ]}
      {...input}
    />
  );
}

interface Place {
  value: string;
  label: string;
  counts: string;
}

function usePlaces(postId: string, on: string): Place[] {
  const { t } = useTranslation('rounds');
  const [day] = useDebouncedValue(on, 250);
  const suggestions = useQuery({
    queryKey: ['suggestions', postId, day],
    queryFn: () => suggestPlaces(postId, day),
    enabled: Boolean(postId && day),
  });
  const known = (suggestions.data?.items ?? []).filter(({ facilityId }) => facilityId);
  const counts = ({ people, due, overdue, neverVisited }: Suggestion) =>
    [
      t('form.counts', { people, due }),
      overdue > 0 && t('form.overdue', { count: overdue }),
      neverVisited > 0 && t('form.never', { count: neverVisited }),
    ]
      .filter(Boolean)
      .join(' · ');
  const cities = new Map<string, Suggestion>();
  for (const place of known) {
    const before = cities.get(place.city ?? '');
    const sum = (key: 'people' | 'due' | 'overdue' | 'neverVisited') =>
      place[key] + (before?.[key] ?? 0);
    cities.set(place.city ?? '', {
      ...place,
      people: sum('people'),
      due: sum('due'),
      overdue: sum('overdue'),
      neverVisited: sum('neverVisited'),
    });
  }
  const several = [...cities].filter(
    ([city]) => city && known.filter((place) => place.city === city).length > 1,
  );
  return [
    ...known.map((place) => ({
      value: `facility:${place.facilityId}`,
      label: [place.facilityName, place.city].filter(Boolean).join(', '),
      counts: counts(place),
    })),
    ...several.map(([city, place]) => ({
      value: `city:${city}`,
      label: t('form.city', { city }),
      counts: counts(place),
    })),
  ];
}

function PlaceField({ postId, on, input }: { postId: string; on: string; input: Input }) {
  const { t } = useTranslation('rounds');
  const places = usePlaces(postId, on);
  const countsOf = new Map(places.map(({ value, counts }) => [value, counts]));
  return (
    <Select
      label={t('form.place')}
      description={t('form.placeHint')}
      withAsterisk
      searchable
      nothingFoundMessage={t('form.placeNone')}
      data={places.map(({ value, label }) => ({ value, label }))}
      renderOption={({ option }) => (
        <div>
          <Text size="sm">{option.label}</Text>
          <Text size="xs" c="dimmed">
            {countsOf.get(option.value)}
          </Text>
        </div>
      )}
      {...input}
    />
  );
}

function LeaderField({ postId, input }: { postId: string; input: Input }) {
  const { t } = useTranslation('rounds');
  const { account } = useMe();
  const staff = useQuery({ queryKey: ['staff', postId], queryFn: () => listStaff(postId) });
  const others = (staff.data?.items ?? []).filter(({ accountId }) => accountId !== account.id);
  const unique = others.filter(
    (member, index) => others.findIndex((m) => m.accountId === member.accountId) === index,
  );
  if (unique.length === 0) return null;
  return (
    <NativeSelect
      label={t('form.leader')}
      data={[
        { value: '', label: t('form.me') },
        ...unique.map(({ accountId, displayName }) => ({ value: accountId, label: displayName })),
      ]}
      {...input}
    />
  );
}
