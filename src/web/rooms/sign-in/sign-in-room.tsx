import {
  Alert,
  Anchor,
  Button,
  Center,
  Paper,
  PasswordInput,
  Stack,
  Text,
  TextInput,
  Title,
} from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDocumentTitle } from '@mantine/hooks';
import { useMutation, useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate } from 'react-router';
import { giveSecondFactor, readAbout, readMe, signIn } from '../../api/session';
import type { SignInState } from '../../api/types';
import { Brand } from '../../app/brand';
import { queryClient } from '../../app/query-client';
import { changeLanguage, type Language } from '../../i18n';
import { useProblemText } from '../../ui/problem';
import { Loading } from '../../ui/states';

const EnrolSecondFactor = lazy(() => import('../account/enrol-second-factor'));

/** Name and password, then the second factor when the account has one. */
export function SignInRoom() {
  const { t, i18n } = useTranslation('sign-in');
  useDocumentTitle(t('title'));
  const [step, setStep] = useState<SignInState>('signed_in');
  const enter = useEnter();
  const other: Language = i18n.language === 'es' ? 'en' : 'es';
  return (
    <>
      <div className="flag-rule" />
      <Center component="main" mih="calc(100vh - 3px)" p="md">
        <Stack w="100%" maw={400} gap="lg">
          <Stack gap={4} align="center">
            <Brand />
            <Text c="dimmed" size="sm" ta="center">
              {t('purpose')}
            </Text>
          </Stack>
          <Paper p="xl">
            {step === 'signed_in' && <PasswordForm onSecondStep={setStep} />}
            {step === 'second_factor_required' && (
              <SecondFactorForm onBack={() => setStep('signed_in')} />
            )}
            {step === 'second_factor_to_enrol' && (
              <Suspense fallback={<Loading />}>
                <Title order={1} size="h2" mb="md">
                  {t('secondFactor')}
                </Title>
                <EnrolSecondFactor onDone={() => void enter()} />
              </Suspense>
            )}
          </Paper>
          <Demonstration />
          <Anchor
            component="button"
            type="button"
            size="sm"
            ta="center"
            lang={other}
            onClick={() => void changeLanguage(other)}
          >
            {t('otherLanguage')}
          </Anchor>
        </Stack>
      </Center>
    </>
  );
}

/** Says so where the people in the database are invented. */
function Demonstration() {
  const { t } = useTranslation('sign-in');
  const about = useQuery({ queryKey: ['about'], queryFn: readAbout, staleTime: Infinity });
  if (!about.data?.demonstration) return null;
  return (
    <Text size="sm" ta="center">
      {t('demonstration')}
    </Text>
  );
}

/** After signing in: the account's own language, and the page that was asked for. */
function useEnter(): () => Promise<void> {
  const navigate = useNavigate();
  const { state } = useLocation() as { state: { from?: string } | null };
  return async () => {
    const me = await queryClient.fetchQuery({ queryKey: ['me'], queryFn: readMe });
    await changeLanguage(me.account.language === 'en' ? 'en' : 'es');
    await navigate(state?.from ?? '/', { replace: true });
  };
}

function PasswordForm({ onSecondStep }: { onSecondStep: (state: SignInState) => void }) {
  const { t } = useTranslation('sign-in');
  const enter = useEnter();
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { username: '', password: '' },
    validate: {
      username: (value) => (value.trim() ? null : t('usernameMissing')),
      password: (value) => (value ? null : t('passwordMissing')),
    },
  });
  const send = useMutation({
    mutationFn: (values: { username: string; password: string }) =>
      signIn(values.username.trim(), values.password),
    onSuccess: (state) => (state === 'signed_in' ? enter() : onSecondStep(state)),
  });
  return (
    <form noValidate onSubmit={form.onSubmit((values) => send.mutate(values))}>
      <Stack>
        <Title order={1} size="h2">
          {t('heading')}
        </Title>
        <Refusal error={send.error} />
        <TextInput
          label={t('username')}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          autoFocus
          key={form.key('username')}
          {...form.getInputProps('username')}
        />
        <PasswordInput
          label={t('password')}
          autoComplete="current-password"
          visibilityToggleButtonProps={{ 'aria-label': t('showPassword'), tabIndex: 0 }}
          key={form.key('password')}
          {...form.getInputProps('password')}
        />
        <Button type="submit" loading={send.isPending} fullWidth>
          {t('enter')}
        </Button>
      </Stack>
    </form>
  );
}

function SecondFactorForm({ onBack }: { onBack: () => void }) {
  const { t } = useTranslation('sign-in');
  const enter = useEnter();
  const [code, setCode] = useState('');
  const send = useMutation({ mutationFn: giveSecondFactor, onSuccess: enter });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        send.mutate(code.trim());
      }}
    >
      <Stack>
        <Title order={1} size="h2">
          {t('secondFactor')}
        </Title>
        <Text size="sm">{t('secondFactorHow')}</Text>
        <Refusal error={send.error} />
        <TextInput
          label={t('code')}
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={6}
          autoFocus
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
        <Button type="submit" loading={send.isPending} disabled={code.trim().length < 6} fullWidth>
          {t('verify')}
        </Button>
        <Button variant="subtle" onClick={onBack}>
          {t('back')}
        </Button>
      </Stack>
    </form>
  );
}

function Refusal({ error }: { error: Error | null }) {
  const text = useProblemText();
  if (!error) return null;
  const { title, detail } = text(error);
  return (
    <Alert color="rojo" variant="light" title={title} role="alert">
      {detail}
    </Alert>
  );
}
