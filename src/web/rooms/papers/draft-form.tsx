import { Alert, Button, Grid, Group, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { discardPaper, fillPaper, issuePaper, type PaperPage } from '../../api/papers';
import { ApiError, type VersionChange } from '../../api/problem';
import { queryClient } from '../../app/query-client';
import { useCan } from '../../app/session';
import { Dialog } from '../../ui/dialog';
import { Fields } from '../../ui/fieldset';
import { type ProblemText, useFormProblem, useTellDone } from '../../ui/problem';
import { StaleNotice } from '../../ui/stale-notice';
import { readerZone } from '../../time/format';
import { PaperSheet } from './paper-sheet';

type Step = 'see' | 'issue' | 'discard';

/** What the officer completes, beside the paper as it will read. */
export function DraftForm({ paper }: { paper: PaperPage }) {
  const { t } = useTranslation(['papers', 'common']);
  const can = useCan();
  const place = useFormProblem();
  const tellDone = useTellDone();
  const [asking, setAsking] = useState<Step | null>(null);
  const [problem, setProblem] = useState<ProblemText | null>(null);
  const [changes, setChanges] = useState<VersionChange[] | null>(null);
  const form = useForm<Record<string, string>>({
    initialValues: Object.fromEntries(
      paper.fields.map(({ code }) => [code, paper.values[code] ?? '']),
    ),
  });
  const act = useMutation<void, Error, Step>({
    mutationFn: async (step) => {
      if (step === 'discard') return void (await discardPaper(paper.id));
      const saved = await fillPaper(paper.id, form.values, paper.version);
      if (step === 'issue') await issuePaper(paper.id, saved.version);
    },
    onMutate: () => {
      setProblem(null);
      setChanges(null);
      form.clearErrors();
    },
    onSuccess: (_, step) => tellDone(t(`done.${step}`)),
    onError: (error) => {
      if (error instanceof ApiError && error.status === 412) {
        setChanges((error.problem.changes as VersionChange[] | undefined) ?? []);
      } else setProblem(place(form, error, (path) => path.replace(/^values\./, '')));
    },
    onSettled: () => {
      setAsking(null);
      return queryClient.invalidateQueries();
    },
  });
  return (
    <Grid gap="lg" align="flex-start">
      <Grid.Col span={{ base: 12, lg: 5 }}>
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            act.mutate('see');
          }}
        >
          <Stack gap="lg">
            <Fields legend={t('complete')}>
              <Text size="sm" c="dimmed">
                {t('completeHint')}
              </Text>
              {paper.fields.map(({ code, label, hint, long, required }) =>
                long ? (
                  <Textarea
                    key={code}
                    label={label}
                    description={hint}
                    withAsterisk={required}
                    autosize
                    minRows={3}
                    maxRows={14}
                    {...form.getInputProps(code)}
                  />
                ) : (
                  <TextInput
                    key={code}
                    label={label}
                    description={hint}
                    withAsterisk={required}
                    {...form.getInputProps(code)}
                  />
                ),
              )}
            </Fields>
            {changes && <StaleNotice changes={changes} zone={readerZone()} />}
            {problem && (
              <Alert color="rojo" variant="light" title={problem.title} role="alert">
                {problem.detail}
              </Alert>
            )}
            <Group gap="xs">
              <Button type="submit" variant="default" loading={act.isPending}>
                {t('see')}
              </Button>
              {can('paper.issue') && (
                <Button onClick={() => setAsking('issue')}>{t('issue')}</Button>
              )}
              <Button variant="subtle" onClick={() => setAsking('discard')}>
                {t('discard')}
              </Button>
            </Group>
          </Stack>
        </form>
      </Grid.Col>
      <Grid.Col
        span={{ base: 12, lg: 7 }}
        className="beside"
        tabIndex={0}
        role="group"
        aria-label={t('preview')}
      >
        <PaperSheet blocks={paper.blocks} draft />
      </Grid.Col>
      {asking && (
        <Dialog title={t(`ask.${asking}`)} onClose={() => setAsking(null)}>
          <Stack>
            <Text size="sm">{t(`askDetail.${asking}`)}</Text>
            <Group justify="flex-end">
              <Button variant="default" onClick={() => setAsking(null)}>
                {t('common:action.cancel')}
              </Button>
              <Button loading={act.isPending} onClick={() => act.mutate(asking)}>
                {t(`confirm.${asking}`)}
              </Button>
            </Group>
          </Stack>
        </Dialog>
      )}
    </Grid>
  );
}
