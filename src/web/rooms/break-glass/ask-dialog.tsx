import { Alert, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { askToEnter } from '../../api/break-glass';
import { ApiError } from '../../api/problem';
import { queryClient } from '../../app/query-client';
import { useMe } from '../../app/session';
import { Dialog } from '../../ui/dialog';
import { FormDialog } from '../../ui/form-dialog';
import { Loading } from '../../ui/states';

const EnrolSecondFactor = lazy(() => import('../account/enrol-second-factor'));

const LEAST_REASON = 20;

interface Props {
  /** As it was typed before the dialog opened. */
  reference?: string;
  onClose: () => void;
}

/** Asks to be let into a sealed case; whoever has no second factor sets it up on the way. */
export function AskDialog({ reference = '', onClose }: Props) {
  const { t } = useTranslation('break-glass');
  const [enrolling, setEnrolling] = useState(!useMe().secondFactor);
  const form = useForm({
    initialValues: { reference, reason: '', code: '' },
    validate: {
      reference: (value) => (value.trim() ? null : t('ask.referenceHint')),
      reason: (value) => (value.trim().length < LEAST_REASON ? t('ask.reasonShort') : null),
      code: (value) => (/^\d{6}$/.test(value.trim()) ? null : t('ask.codeShort')),
    },
  });
  if (enrolling) {
    const enrolled = () => {
      void queryClient.invalidateQueries({ queryKey: ['me'] });
      setEnrolling(false);
    };
    return (
      <Dialog title={t('ask.enrol')} onClose={onClose}>
        <Stack>
          <Text size="sm">{t('ask.enrolWhy')}</Text>
          <Suspense fallback={<Loading />}>
            <EnrolSecondFactor onDone={enrolled} />
          </Suspense>
        </Stack>
      </Dialog>
    );
  }
  return (
    <FormDialog
      title={t('ask.title')}
      form={form}
      done={t('ask.done')}
      action={t('ask.action')}
      send={(values, sending) =>
        askToEnter(
          {
            reference: values.reference.trim(),
            reason: values.reason.trim(),
            code: values.code.trim(),
          },
          sending,
        ).catch((error: unknown) => {
          const owed = error instanceof ApiError && error.problem.code === 'SECOND_FACTOR_TO_ENROL';
          if (owed) setEnrolling(true);
          form.setFieldValue('code', '');
          throw error;
        })
      }
      onClose={onClose}
    >
      <Alert variant="light" color="tinta">
        {t('ask.how')}
      </Alert>
      <TextInput
        label={t('ask.reference')}
        description={`${t('ask.referenceHint')} ${t('ask.same')}`}
        withAsterisk
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={40}
        {...form.getInputProps('reference')}
      />
      <Textarea
        label={t('ask.reason')}
        description={t('ask.reasonHint')}
        withAsterisk
        autosize
        minRows={3}
        maxLength={2000}
        {...form.getInputProps('reason')}
      />
      <TextInput
        label={t('ask.code')}
        description={t('ask.codeHint')}
        withAsterisk
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={6}
        {...form.getInputProps('code')}
      />
    </FormDialog>
  );
}
