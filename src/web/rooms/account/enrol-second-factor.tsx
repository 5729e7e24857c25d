import {
  Anchor,
  Button,
  Code,
  CopyButton,
  Group,
  Image,
  PinInput,
  Stack,
  Text,
} from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { confirmSecondFactor, enrolSecondFactor } from '../../api/session';
import { renderSVG } from 'uqr';
import { useProblemText } from '../../ui/problem';
import { Failure, Loading } from '../../ui/states';

/** Drawn in this browser: the secret is in no address and goes nowhere. */
function QrCode({ text, label }: { text: string; label: string }) {
  const image = useMemo(
    () => `data:image/svg+xml,${encodeURIComponent(renderSVG(text, { border: 4 }))}`,
    [text],
  );
  return <Image src={image} alt={label} w={200} h={200} mx="auto" />;
}

/** Hands out the secret once and asks for a first code, so that nobody locks themselves out. */
export default function EnrolSecondFactor({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation();
  const [code, setCode] = useState('');
  const text = useProblemText();
  const secret = useQuery({
    queryKey: ['totp'],
    queryFn: enrolSecondFactor,
    staleTime: Infinity,
    gcTime: 0,
  });
  const confirm = useMutation({ mutationFn: confirmSecondFactor, onSuccess: onDone });
  if (secret.isPending) return <Loading />;
  if (secret.isError) return <Failure error={secret.error} retry={() => void secret.refetch()} />;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        confirm.mutate(code);
      }}
    >
      <Stack>
        <Text size="sm">{t('account.enrolHow')}</Text>
        <QrCode text={secret.data.uri} label={t('account.qr')} />
        <Text size="sm">{t('account.orType')}</Text>
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
          size="sm"
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
  );
}
