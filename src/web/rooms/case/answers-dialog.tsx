import { Alert } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type CaseCatalogue, editAnswers } from '../../api/catalogue';
import { ApiError, type VersionChange } from '../../api/problem';
import type { CaseFile } from '../../api/types';
import { queryClient } from '../../app/query-client';
import { askedFields } from '../../catalogue/asked';
import { CatalogueFields } from '../../catalogue/catalogue-fields';
import { answersIn, given, type TypedAnswers, typedOf } from '../../catalogue/typed-answers';
import { Dialog } from '../../ui/dialog';
import { type ProblemText, useFormProblem, useTellDone } from '../../ui/problem';
import { StaleNotice } from '../../ui/stale-notice';
import { DialogForm } from './dialog-form';

interface Props {
  file: CaseFile;
  catalogue: CaseCatalogue;
  zone: string;
  onClose: () => void;
}

/** The field on screen for a path of the API. */
export const answerField = (path: string): string => path.replace(/^values\./, '');

/** Edits the answers by the rules of the version under which the case was opened. */
export function AnswersDialog({ file, catalogue, zone, onClose }: Props) {
  const { t } = useTranslation(['catalogue', 'common']);
  const place = useFormProblem();
  const tellDone = useTellDone();
  const { fields } = catalogue;
  const [problem, setProblem] = useState<ProblemText | null>(null);
  const [changes, setChanges] = useState<VersionChange[] | null>(null);
  const form = useForm<TypedAnswers>({ initialValues: typedOf(fields, catalogue.answers, zone) });
  const save = useMutation({
    mutationFn: (typed: TypedAnswers) => {
      const answers = answersIn(fields, typed, zone);
      const asked = askedFields(fields, given(answers)).map(({ code }) => code);
      const sent = Object.entries(answers).filter(([code]) => asked.includes(code));
      return editAnswers(file.id, file.version, Object.fromEntries(sent));
    },
    onMutate: () => setProblem(null),
    onSuccess: async () => {
      tellDone(t('factsSaved'));
      onClose();
      await queryClient.invalidateQueries();
    },
    onError: (error) => {
      if (error instanceof ApiError && error.status === 412) {
        setChanges(error.problem.changes ?? []);
        void queryClient.invalidateQueries({ queryKey: ['case', file.id] });
        return;
      }
      setProblem(place(form, error, answerField));
    },
  });
  return (
    <Dialog onClose={onClose} title={t('editFacts')} size="lg">
      <DialogForm
        onSubmit={form.onSubmit((typed) => save.mutate(typed))}
        onClose={onClose}
        saving={save.isPending}
        problem={problem}
      >
        <CatalogueFields
          fields={fields}
          typed={form.values}
          errors={form.errors}
          onChange={(code, value) => form.setFieldValue(code, value)}
          zone={zone}
        />
        {fields.some(({ kind }) => kind === 'instant') && (
          <Alert variant="light">{t('common:form.localTime', { zone })}</Alert>
        )}
        {changes && <StaleNotice changes={changes} zone={zone} />}
      </DialogForm>
    </Dialog>
  );
}
