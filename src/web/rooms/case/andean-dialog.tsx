import { Button, Checkbox, NativeSelect, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { assistAndean, type CaseCatalogue, withdrawAndean } from '../../api/catalogue';
import { ANDEAN_STATES } from '../../api/codes';
import { ApiError, type VersionChange } from '../../api/problem';
import type { CaseFile } from '../../api/types';
import { queryClient } from '../../app/query-client';
import { countryName } from '../../time/format';
import { Dialog } from '../../ui/dialog';
import { type ProblemText, useFormProblem, useTellDone } from '../../ui/problem';
import { StaleNotice } from '../../ui/stale-notice';
import { DialogForm } from './dialog-form';

interface Props {
  file: CaseFile;
  current: CaseCatalogue['andeanAssistance'];
  zone: string;
  onClose: () => void;
}

/** Assistance on behalf of Bolivia, Colombia or Ecuador, with the conditions of Decision 548. */
export function AndeanDialog({ file, current, zone, onClose }: Props) {
  const { t, i18n } = useTranslation('catalogue');
  const place = useFormProblem();
  const tellDone = useTellDone();
  const [problem, setProblem] = useState<ProblemText | null>(null);
  const [changes, setChanges] = useState<VersionChange[] | null>(null);
  const form = useForm({
    initialValues: {
      requestingState: (current?.requestingState ?? 'BO') as (typeof ANDEAN_STATES)[number],
      noRepresentation: current?.noRepresentation ?? false,
      travelDocument: current?.travelDocument ?? false,
      authorisationReference: current?.authorisationReference ?? '',
      basis: current?.basis ?? '',
    },
  });
  const ended = {
    onMutate: () => setProblem(null),
    onSuccess: async () => {
      tellDone(t('factsSaved'));
      onClose();
      await queryClient.invalidateQueries();
    },
    onError: (error: Error) => {
      if (error instanceof ApiError && error.status === 412) {
        setChanges(error.problem.changes ?? []);
        void queryClient.invalidateQueries({ queryKey: ['case', file.id] });
        return;
      }
      setProblem(place(form, error));
    },
  };
  const save = useMutation({
    mutationFn: ({ authorisationReference, basis, ...values }: typeof form.values) =>
      assistAndean(file.id, file.version, {
        ...values,
        authorisationReference: authorisationReference.trim() || undefined,
        basis: basis.trim() || undefined,
      }),
    ...ended,
  });
  const withdraw = useMutation({
    mutationFn: () => withdrawAndean(file.id, file.version),
    ...ended,
  });
  return (
    <Dialog onClose={onClose} title={t('andean')}>
      <DialogForm
        onSubmit={form.onSubmit((values) => save.mutate(values))}
        onClose={onClose}
        saving={save.isPending}
        problem={problem}
        more={
          current && (
            <Button
              variant="subtle"
              color="rojo"
              loading={withdraw.isPending}
              onClick={() => withdraw.mutate()}
            >
              {t('withdraw')}
            </Button>
          )
        }
      >
        <Text size="sm">{t('andeanAbout')}</Text>
        <NativeSelect
          label={t('requestingState')}
          data={ANDEAN_STATES.map((value) => ({
            value,
            label: countryName(value, i18n.language),
          }))}
          {...form.getInputProps('requestingState')}
        />
        <Checkbox
          label={t('noRepresentation')}
          {...form.getInputProps('noRepresentation', { type: 'checkbox' })}
        />
        <TextInput label={t('basis')} autoComplete="off" {...form.getInputProps('basis')} />
        <Checkbox
          label={t('travelDocument')}
          {...form.getInputProps('travelDocument', { type: 'checkbox' })}
        />
        {form.values.travelDocument && (
          <TextInput
            label={t('authorisationReference')}
            withAsterisk
            autoComplete="off"
            {...form.getInputProps('authorisationReference')}
          />
        )}
        {changes && <StaleNotice changes={changes} zone={zone} />}
      </DialogForm>
    </Dialog>
  );
}
