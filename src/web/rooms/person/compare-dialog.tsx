import { Alert, Button, Group, Radio, Stack, Table, Text, Textarea } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newKey } from '../../api/client';
import { casesOfPerson, mergePersons, readPerson, readTies, tellApart } from '../../api/people';
import { ApiError } from '../../api/problem';
import type { CaseRow, Person, PersonTies } from '../../api/types';
import { queryClient } from '../../app/query-client';
import { useLabel } from '../../i18n/use-label';
import { Day } from '../../ui/instant';
import { Dialog } from '../../ui/dialog';
import { type ProblemText, useProblemText, useTellDone } from '../../ui/problem';
import { Failure, Loading } from '../../ui/states';

interface Side {
  person: Person;
  ties: PersonTies;
  cases: CaseRow[];
}

const readSide = async (id: string): Promise<Side> => {
  const [person, ties, cases] = await Promise.all([
    readPerson(id),
    readTies(id),
    casesOfPerson(id),
  ]);
  return { person, ties, cases: cases.items as CaseRow[] };
};

interface Props {
  one: string;
  two: string;
  onClose: () => void;
}

/** Two records side by side: choose which goes on and why, or that they are two persons. */
export function CompareDialog({ one, two, onClose }: Props) {
  const { t } = useTranslation('person');
  const sides = useQuery({
    queryKey: ['compare', one, two],
    queryFn: () => Promise.all([readSide(one), readSide(two)]),
    staleTime: 0,
  });
  return (
    <Dialog onClose={onClose} title={t('compareTitle')} size="xl">
      {sides.isPending && <Loading />}
      {sides.isError && <Failure error={sides.error} />}
      {sides.data && <Comparison sides={sides.data} onClose={onClose} />}
    </Dialog>
  );
}

function Comparison({ sides, onClose }: { sides: [Side, Side]; onClose: () => void }) {
  const { t } = useTranslation(['person', 'common']);
  const tellDone = useTellDone();
  const problemText = useProblemText();
  const [survivor, setSurvivor] = useState(sides[0].person.id);
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const [problem, setProblem] = useState<ProblemText | null>(null);
  const [key, setKey] = useState(newKey);
  const [kept, duplicate] =
    sides[0].person.id === survivor
      ? [sides[0].person, sides[1].person]
      : [sides[1].person, sides[0].person];
  const decide = useMutation({
    mutationFn: (same: boolean): Promise<unknown> =>
      same
        ? mergePersons(kept, duplicate, reason.trim(), key)
        : tellApart(kept.id, { otherId: duplicate.id, reason: reason.trim() }, key),
    onSuccess: async (_, same) => {
      tellDone(t(same ? 'done.merge' : 'done.tellApart'));
      onClose();
      await queryClient.invalidateQueries();
    },
    onError: (error) => {
      setKey(newKey());
      setProblem(problemText(error));
      if (error instanceof ApiError && error.status === 412) void queryClient.invalidateQueries();
    },
  });
  const send = (same: boolean) => {
    setProblem(null);
    setMissing(reason.trim().length < 3);
    if (reason.trim().length >= 3) decide.mutate(same);
  };
  return (
    <Stack>
      <SideBySide sides={sides} />
      <Radio.Group label={t('whichStays')} value={survivor} onChange={setSurvivor}>
        <Stack gap="xs" mt="xs">
          {sides.map(({ person, cases }, i) => (
            <Radio
              key={person.id}
              value={person.id}
              label={`${i + 1}. ${person.fullName}`}
              description={t('staysWith', { count: cases.length })}
            />
          ))}
        </Stack>
      </Radio.Group>
      <Text size="sm" c="dimmed">
        {t('aboutMerge')}
      </Text>
      <Textarea
        label={t('field.reason')}
        withAsterisk
        autosize
        minRows={2}
        value={reason}
        error={missing ? t('common:form.required') : undefined}
        onChange={(event) => {
          setReason(event.currentTarget.value);
          setMissing(false);
        }}
      />
      {problem && (
        <Alert color="rojo" variant="light" title={problem.title} role="alert">
          {problem.detail}
        </Alert>
      )}
      <Group justify="flex-end">
        <Button variant="default" onClick={() => send(false)} disabled={decide.isPending}>
          {t('act.tellApart')}
        </Button>
        <Button onClick={() => send(true)} loading={decide.isPending}>
          {t('act.merge')}
        </Button>
      </Group>
    </Stack>
  );
}

function SideBySide({ sides }: { sides: [Side, Side] }) {
  const { t } = useTranslation('person');
  const label = useLabel();
  const lines = (texts: string[]) =>
    texts.length > 0 ? texts.map((text) => <div key={text}>{text}</div>) : label('none', null);
  const rows: [name: string, of: (side: Side) => React.ReactNode][] = [
    ['givenNames', ({ person }) => person.givenNames],
    [
      'surnames',
      ({ person }) => [person.firstSurname, person.secondSurname].filter(Boolean).join(' '),
    ],
    [
      'birthDate',
      ({ person }) => (person.birthDate ? <Day on={person.birthDate} /> : label('none', null)),
    ],
    ['sex', ({ person }) => label('sex', String(person.sex))],
    ['nationality', ({ person }) => person.nationality ?? label('none', null)],
    ['identity', ({ person }) => label('identity', person.identity)],
    ['aliases', ({ ties }) => lines(ties.aliases.map(({ name }) => name))],
    [
      'documents',
      ({ person }) =>
        lines(person.documents.map(({ kind, number }) => `${label('document', kind)} ${number}`)),
    ],
    ['contacts', ({ person }) => lines(person.contacts.map(({ value }) => value))],
    [
      'family',
      ({ ties }) => lines(ties.relations.map((r) => `${label('relation', r.kind)}: ${r.fullName}`)),
    ],
    ['cases', ({ cases }) => lines(cases.map(({ reference }) => reference))],
  ];
  const same = (name: string) =>
    ['givenNames', 'surnames', 'birthDate', 'sex', 'nationality', 'identity'].includes(name);
  return (
    <Table layout="fixed" verticalSpacing={4}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col" w="26%" visibleFrom="sm">
            {t('compareField')}
          </Table.Th>
          <Table.Th scope="col">1</Table.Th>
          <Table.Th scope="col">2</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map(([name, of]) => {
          const plain = (side: Side) => JSON.stringify(valueOf(name, side.person));
          const differs = same(name) && plain(sides[0]) !== plain(sides[1]);
          const field = t(`compareRow.${name}` as never);
          return (
            <Table.Tr key={name}>
              <Table.Th scope="row" fw={500} visibleFrom="sm">
                {field}
                {differs && (
                  <Text size="xs" c="rojo.7">
                    {t('differs')}
                  </Text>
                )}
              </Table.Th>
              {sides.map((side) => (
                <Table.Td key={side.person.id} style={{ overflowWrap: 'anywhere' }} valign="top">
                  <Text size="xs" c={differs ? 'rojo.7' : 'dimmed'} hiddenFrom="sm">
                    {differs ? `${field}: ${t('differs')}` : field}
                  </Text>
                  {of(side)}
                </Table.Td>
              ))}
            </Table.Tr>
          );
        })}
      </Table.Tbody>
    </Table>
  );
}

const valueOf = (name: string, person: Person): unknown =>
  name === 'surnames'
    ? [person.firstSurname, person.secondSurname]
    : person[name as 'givenNames' | 'birthDate' | 'sex' | 'nationality' | 'identity'];
