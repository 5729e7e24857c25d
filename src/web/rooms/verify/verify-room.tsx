import {
  Alert,
  Anchor,
  Button,
  Center,
  FileInput,
  Paper,
  Stack,
  Text,
  TextInput,
  Title,
} from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { verifyPaper } from '../../api/papers';
import { Brand } from '../../app/brand';
import { changeLanguage, type Language } from '../../i18n';
import { useProblemText } from '../../ui/problem';
import { VerificationResult } from './verification-result';

/** The code may come after `#`, which no server ever sees. */
const codeInAddress = (): string => decodeURIComponent(window.location.hash.slice(1)).slice(0, 100);

/** The file never leaves the visitor's device: only its SHA-256 is compared. */
async function sha256Of(file: File): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** For whoever holds a paper: whether it is genuine, and nothing of what it says. No account. */
export function VerifyRoom() {
  const { t, i18n } = useTranslation('verify');
  useDocumentTitle(t('title'));
  const problemText = useProblemText();
  const [code, setCode] = useState(codeInAddress);
  const [file, setFile] = useState<File | null>(null);
  const [empty, setEmpty] = useState(false);
  const check = useMutation({
    mutationFn: async () =>
      verifyPaper({ code: code.trim(), ...(file ? { sha256: await sha256Of(file) } : {}) }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setEmpty(!code.trim());
    if (code.trim()) check.mutate();
  };
  const problem = check.error && problemText(check.error);
  const other: Language = i18n.language === 'es' ? 'en' : 'es';
  return (
    <>
      <div className="flag-rule" />
      <Center component="main" mih="calc(100vh - 3px)" p="md">
        <Stack w="100%" maw={460} gap="lg">
          <Center>
            <Brand />
          </Center>
          <Paper p={{ base: 'md', sm: 'xl' }}>
            <form noValidate onSubmit={submit}>
              <Stack>
                <Title order={1} size="h2">
                  {t('title')}
                </Title>
                <Text size="sm" c="dimmed">
                  {t('hint')}
                </Text>
                <TextInput
                  label={t('code')}
                  description={t('codeHint')}
                  autoComplete="off"
                  autoCapitalize="characters"
                  spellCheck={false}
                  maxLength={100}
                  value={code}
                  error={empty && t('codeNeeded')}
                  onChange={(event) => setCode(event.currentTarget.value)}
                />
                {'subtle' in crypto && (
                  <FileInput
                    label={t('file')}
                    description={t('fileHint')}
                    placeholder={t('fileChoose')}
                    accept="application/pdf"
                    clearable
                    clearButtonProps={{ 'aria-label': t('fileClear') }}
                    value={file}
                    onChange={setFile}
                  />
                )}
                <Button type="submit" loading={check.isPending}>
                  {t('check')}
                </Button>
              </Stack>
            </form>
            <div aria-live="polite">
              {problem && (
                <Alert color="rojo" variant="light" title={problem.title} mt="md">
                  {problem.detail}
                </Alert>
              )}
              {check.data && <VerificationResult found={check.data} />}
            </div>
          </Paper>
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
