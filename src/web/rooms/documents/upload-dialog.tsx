import {
  Alert,
  Button,
  Checkbox,
  Group,
  NativeSelect,
  Progress,
  Stack,
  Text,
  TextInput,
} from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newKey } from '../../api/client';
import { FILE_KINDS } from '../../api/codes';
import { addDocument, type Folder } from '../../api/documents';
import { queryClient } from '../../app/query-client';
import { useOptions } from '../../i18n/use-label';
import { Dialog } from '../../ui/dialog';
import { type ProblemText, useProblemText, useTellDone } from '../../ui/problem';
import { formatSize, titleFrom } from './sizes';

interface Props {
  folder: Folder;
  files: File[];
  /** The limit of the policy; null while it is not known. */
  maxBytes: number | null;
  onClose: () => void;
}

interface Sending {
  key: string;
  share: number;
  done: boolean;
  problem: ProblemText | null;
}

/** Says what the files are and sends them one by one; one that is refused leaves the others alone. */
export function UploadDialog({ folder, files, maxBytes, onClose }: Props) {
  const { t, i18n } = useTranslation(['documents', 'common']);
  const options = useOptions();
  const problemText = useProblemText();
  const tellDone = useTellDone();
  const [busy, setBusy] = useState(false);
  const [states, setStates] = useState<Sending[]>(() =>
    files.map(() => ({ key: newKey(), share: 0, done: false, problem: null })),
  );
  const form = useForm({
    initialValues: {
      kind: files.every(({ type }) => type.startsWith('image/')) ? 'photo' : 'other',
      restricted: false,
      titles: files.map(({ name }) => titleFrom(name)),
    },
    validate: {
      titles: (titles) => (titles.every((title) => title.trim()) ? null : t('titleNeeded')),
    },
  });
  const change = (index: number, to: Partial<Sending>) =>
    setStates((all) => all.map((state, n) => (n === index ? { ...state, ...to } : state)));

  const tooLarge = (file: File): ProblemText | null =>
    maxBytes !== null && file.size > maxBytes
      ? { title: t('tooLarge', { size: formatSize(maxBytes, i18n.language) }) }
      : null;

  const sendOne = async (file: File, index: number): Promise<boolean> => {
    const { kind, restricted, titles } = form.values;
    const refused = tooLarge(file);
    if (refused) {
      change(index, { problem: refused });
      return false;
    }
    change(index, { problem: null, share: 0 });
    const tier = restricted ? 'restricted' : 'standard';
    try {
      await addDocument(folder, {
        file,
        fields: { kind, tier, title: titles[index] ?? '' },
        key: states[index]?.key ?? newKey(),
        onProgress: (share) => change(index, { share }),
      });
      change(index, { done: true });
      return true;
    } catch (error) {
      change(index, { problem: problemText(error), key: newKey() });
      return false;
    }
  };
  const sendAll = async () => {
    setBusy(true);
    let whole = true;
    for (const [index, file] of files.entries()) {
      if (!states[index]?.done) whole = (await sendOne(file, index)) && whole;
    }
    setBusy(false);
    await queryClient.invalidateQueries();
    if (!whole) return;
    tellDone(t('added', { count: files.length }));
    onClose();
  };
  return (
    <Dialog title={t('add')} size="md" onClose={onClose} closeOnClickOutside={!busy}>
      <form noValidate onSubmit={form.onSubmit(() => void sendAll())}>
        <Stack>
          <NativeSelect
            label={t('kind')}
            data={options('documentKind', FILE_KINDS)}
            {...form.getInputProps('kind')}
          />
          {'caseId' in folder && (
            <Checkbox
              label={t('restricted')}
              description={t('restrictedDetail')}
              {...form.getInputProps('restricted', { type: 'checkbox' })}
            />
          )}
          <Stack component="ul" gap="md" className="plain-list">
            {files.map((file, index) => (
              <li key={index}>
                <FileFields
                  file={file}
                  state={states[index]}
                  input={form.getInputProps(`titles.${index}`)}
                />
              </li>
            ))}
          </Stack>
          {form.errors['titles'] && (
            <Text size="sm" c="rojo" role="alert">
              {form.errors['titles']}
            </Text>
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose} disabled={busy}>
              {t('common:action.cancel')}
            </Button>
            <Button type="submit" loading={busy}>
              {t('send')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}

function FileFields({
  file,
  state,
  input,
}: {
  file: File;
  state: Sending | undefined;
  input: object;
}) {
  const { t, i18n } = useTranslation('documents');
  const percent = Math.round((state?.share ?? 0) * 100);
  return (
    <Stack gap={6}>
      <TextInput
        label={t('titleOf', { name: file.name })}
        description={formatSize(file.size, i18n.language)}
        maxLength={200}
        disabled={state?.done}
        {...input}
      />
      {percent > 0 && !state?.problem && (
        <Progress value={percent} aria-label={t('progress', { name: file.name, percent })} />
      )}
      {state?.problem && (
        <Alert color="rojo" variant="light" title={state.problem.title} role="alert">
          {state.problem.detail}
        </Alert>
      )}
    </Stack>
  );
}
