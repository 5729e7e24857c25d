import { Button, Group, NativeSelect, Paper, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { endLoan, type Incident, lendStaff } from '../../api/crisis';
import { queryClient } from '../../app/query-client';
import { useCan } from '../../app/session';
import { formatInstant } from '../../time/format';
import { useNow } from '../../time/clock';
import { nowAt, toInstant } from '../../time/zoned';
import { FormDialog } from '../../ui/form-dialog';
import { InstantInput } from '../../ui/instant-input';
import { Line, Part } from '../../ui/part';
import { useTellDone, useTellProblem } from '../../ui/problem';
import { StaffSelect } from '../../ui/staff-select';
import { usePostOptions, usePosts } from '../../ui/use-posts';
import type { TabProps } from './parts';

/** Who works the incident: the posts concerned, staff lent to it, and what was decided when. */
export function TeamTab({ incident, zone }: TabProps) {
  const { t, i18n } = useTranslation('crisis');
  const can = useCan();
  const now = useNow();
  const tellDone = useTellDone();
  const tellProblem = useTellProblem();
  const [lending, setLending] = useState(false);
  const at = (instant: string) => formatInstant(instant, zone, i18n.language);
  const end = useMutation({
    mutationFn: (loan: string) => endLoan(incident.id, loan),
    onSuccess: () => {
      tellDone(t('done.endLoan'));
      return queryClient.invalidateQueries({ queryKey: ['incident', incident.id] });
    },
    onError: tellProblem,
  });
  return (
    <>
      <Paper component="section">
        <Part title={t('section.posts')} none="" empty={false}>
          {incident.posts.map(({ id, code, name }) => (
            <Line key={id} title={name} facts={[code]} />
          ))}
        </Part>
      </Paper>
      <Paper component="section">
        <Part
          title={t('section.loans')}
          none={t('none.loans')}
          empty={incident.loans.length === 0}
          {...(can('crisis.activate')
            ? { add: { label: t('act.lend'), run: () => setLending(true) } }
            : {})}
        >
          {incident.loans.map((loan) => {
            const over = loan.endedAt !== null || Date.parse(loan.validUntilAt) <= now;
            return (
              <Line
                key={loan.id}
                title={loan.name ?? ''}
                faded={over}
                facts={[
                  t('between', { from: at(loan.validFromAt), until: at(loan.validUntilAt) }),
                  loan.endedAt && t('ended', { at: at(loan.endedAt) }),
                ]}
                text={loan.reason}
              >
                {!over && can('crisis.activate') && (
                  <Button
                    size="compact-sm"
                    variant="default"
                    aria-label={`${t('act.endLoan')}: ${loan.name ?? ''}`}
                    onClick={() => end.mutate(loan.id)}
                  >
                    {t('act.endLoan')}
                  </Button>
                )}
              </Line>
            );
          })}
        </Part>
      </Paper>
      <Paper component="section">
        <Part
          title={t('section.decisions')}
          none={t('none.decisions')}
          empty={incident.decisions.length === 0}
        >
          {incident.decisions.map((decision, index) => (
            <Line
              key={index}
              title={t(decision.state === 'active' ? 'decided.active' : 'decided.stood_down')}
              facts={[at(decision.occurredAt), decision.by]}
              text={decision.reason}
            />
          ))}
        </Part>
      </Paper>
      {lending && <LendDialog incident={incident} zone={zone} onClose={() => setLending(false)} />}
    </>
  );
}

interface LendProps {
  incident: Incident;
  zone: string;
  onClose: () => void;
}

/** Staff of another post, between two instants. */
function LendDialog({ incident, zone, onClose }: LendProps) {
  const { t } = useTranslation(['crisis', 'common']);
  const posts = usePosts();
  const postOptions = usePostOptions();
  const others = (posts.data ?? []).filter(({ id }) => !incident.posts.some((p) => p.id === id));
  const needed = (value: string) => (value.trim() ? null : t('common:form.required'));
  const form = useForm({
    initialValues: {
      ...{ postId: '', accountId: '', reason: '' },
      ...{ validFrom: nowAt(zone), validUntil: '' },
    },
    validate: { accountId: needed, validFrom: needed, validUntil: needed, reason: needed },
  });
  return (
    <FormDialog
      title={t('act.lend')}
      form={form}
      send={({ accountId, validFrom, validUntil, reason }, { key }) =>
        lendStaff(
          incident.id,
          {
            ...{ accountId, reason },
            validFrom: toInstant(validFrom, zone),
            validUntil: toInstant(validUntil, zone),
          },
          key,
        )
      }
      done={t('done.lend')}
      onClose={onClose}
    >
      <NativeSelect
        label={t('field.fromPost')}
        data={[{ value: '', label: t('choose') }, ...postOptions(others)]}
        {...form.getInputProps('postId')}
      />
      {form.values.postId && (
        <StaffSelect
          key={form.values.postId}
          postId={form.values.postId}
          label={t('field.accountId')}
          {...form.getInputProps('accountId')}
        />
      )}
      <Group grow>
        <InstantInput label={t('field.validFrom')} {...form.getInputProps('validFrom')} />
        <InstantInput label={t('field.validUntil')} {...form.getInputProps('validUntil')} />
      </Group>
      <Textarea
        label={t('field.reason')}
        description={t('common:form.localTime', { zone })}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        autosize
        minRows={2}
        withAsterisk
        {...form.getInputProps('reason')}
      />
    </FormDialog>
  );
}
