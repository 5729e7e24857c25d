import {
  Anchor,
  Button,
  Code,
  CopyButton,
  Group,
  Modal,
  PinInput,
  Stack,
  Text,
} from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { confirmSecondFactor, enrolSecondFactor } from '../../api/session';
import { queryClient } from '../../app/query-client';
import { useProblemText, useTellDone } from '../../ui/problem';
import { Failure, Loading } from '../../ui/states';

/** Hands out the secret once and asks for a first code, so that nobody locks themselves out. */
export default function SecondFactorDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const [code, setCode] = useState('');
  const text = useProblemText();
  const tellDone = useTellDone();
  const secret = useQuery({
    queryKey: ['totp'],
    queryFn: enrolSecondFactor,
    staleTime: Infinity,
    gcTime: 0,
  });
  const confirm = useMutation({
    mutationFn: confirmSecondFactor,
    onSuccess: () => {
      void queryClient.invalidateQueries({ queryKey: ['me'] });
      tellDone(t('account.enrolled'));
      onClose();
    },
  });
  return (
    <Modal opened onClose={onClose} title={t('account.enrol')} centered>
      {secret.isPending && <Loading />}
      {secret.isError && <Failure error={secret.error} retry={() => void secret.refetch()} />}
      {secret.data && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            confirm.mutate(code);
          }}
        >
          <Stack>
            <Text size="sm">{t('account.enrolHow')}</Text>
            <Code block style={{ overflowWrap: 'anywhere', whiteSpace: 'normal' }}>
              {secret.data.secret.match(/.{1,4}/g)?.join(' ')}
            </Code>
            <Group justify="space-between">
              <Anchor href={secret.data.uri} size="sm">
                {t('account.openAuthenticator')}
              </Anchor>
              <CopyButton value={secret.data.secret}>
                {({ copied, copy }) => (
                  <Button size="xs" variant="default" onClick={copy}>
                    {t(copied ? 'action.copied' : 'action.copy')}
                  </Button>
                )}
              </CopyButton>
            </Group>
            <Text size="sm" fw={500} id="first-code">
              {t('account.firstCode')}
            </Text>
            <PinInput
              length={6}
              type="number"
              oneTimeCode
              value={code}
              onChange={setCode}
              error={confirm.isError}
              aria-labelledby="first-code"
              getInputProps={(index) => ({ 'aria-label': t('account.digit', { n: index + 1 }) })}
            />
            {confirm.isError && (
              <Text size="sm" c="error" role="alert">
                {text(confirm.error).detail ?? text(confirm.error).title}
              </Text>
            )}
            <Button type="submit" loading={confirm.isPending} disabled={code.length < 6}>
              {t('action.confirm')}
            </Button>
          </Stack>
        </form>
      )}
    </Modal>
  );
}
