import {
  Alert,
  FileInput,
  NativeSelect,
  ScrollArea,
  Stack,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newKey } from '../../api/client';
import { importList, LIST_FORMATS } from '../../api/crisis';
import { ApiError, type Problem } from '../../api/problem';
import { queryClient } from '../../app/query-client';
import { useOptions } from '../../i18n/use-label';
import { Dialog } from '../../ui/dialog';
import { FormEnd } from '../../ui/form-end';
import { useProblemText, useTellDone } from '../../ui/problem';

interface Props {
  incidentId: string;
  onClose: () => void;
}

/** A list of persons, taken in whole or not at all; each fault is told with its line. */
export function ImportDialog({ incidentId, onClose }: Props) {
  const { t } = useTranslation(['crisis', 'common']);
  const options = useOptions();
  const said = useProblemText();
  const tellDone = useTellDone();
  const [key, setKey] = useState(newKey);
  const needed = (value: string) => (value.trim() ? null : t('common:form.required'));
  const form = useForm({
    initialValues: {
      ...{ name: '', content: '' },
      format: LIST_FORMATS[0] as (typeof LIST_FORMATS)[number],
    },
    validate: { name: needed, content: needed },
  });
  const send = useMutation({
    mutationFn: (values: typeof form.values) => importList(incidentId, values, { key }),
    onSuccess: async ({ rows, repeated }) => {
      tellDone(t(repeated ? 'done.importedBefore' : 'done.imported', { count: rows }));
      onClose();
      await queryClient.invalidateQueries({ queryKey: ['incident', incidentId] });
    },
    onError: () => setKey(newKey()),
  });
  const faults = send.error instanceof ApiError ? (send.error.problem.errors ?? []) : [];
  return (
    <Dialog title={t('act.import')} size="lg" onClose={onClose}>
      <form noValidate onSubmit={form.onSubmit((values) => send.mutate(values))}>
        <Stack>
          <TextInput
            label={t('field.listName')}
            description={t('help.listName')}
            withAsterisk
            {...form.getInputProps('name')}
          />
          <NativeSelect
            label={t('field.format')}
            data={options('listFormat', LIST_FORMATS)}
            {...form.getInputProps('format')}
          />
          <FileInput
            label={t('field.file')}
            description={t('help.file')}
            accept=".csv,.txt,.tsv,text/csv,text/plain"
            clearable
            clearButtonProps={{ 'aria-label': t('common:form.clear') }}
            onChange={(file) => {
              if (!file) return;
              if (!form.values.name) form.setFieldValue('name', file.name);
              void textOf(file).then((text) => form.setFieldValue('content', text));
            }}
          />
          <Textarea
            label={t('field.content')}
            description={t(`help.${form.values.format}`)}
            withAsterisk
            rows={8}
            styles={{ input: { fontFamily: 'monospace' } }}
            {...form.getInputProps('content')}
          />
          {faults.length > 0 && <Faults faults={faults} />}
          <FormEnd
            problem={send.error ? said(send.error) : null}
            sending={send.isPending}
            action={t('act.import')}
            onClose={onClose}
          />
        </Stack>
      </form>
    </Dialog>
  );
}

/** What a file says: in Unicode, or as spreadsheets on Windows still write it. */
async function textOf(file: File): Promise<string> {
  const bytes = await file.arrayBuffer();
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** What to mend, line by line as the file has them. */
function Faults({ faults }: { faults: NonNullable<Problem['errors']> }) {
  const { t } = useTranslation('crisis');
  const where = (path: string): string => {
    const [, line, column] = /^line (\d+)(?:: (\w+))?$/.exec(path) ?? [];
    if (!line) return '';
    return column
      ? t('lineColumn', { line, column: t(`listColumn.${column}` as never) })
      : t('line', { line });
  };
  return (
    <Alert color="rojo" variant="light" title={t('faults', { count: faults.length })}>
      <ScrollArea.Autosize mah={240} viewportProps={{ tabIndex: 0 }}>
        <Stack component="ul" gap={4} className="plain-list">
          {faults.map(({ path, message, code }, index) => (
            <Text component="li" size="sm" key={index}>
              {[where(path), message ?? code].filter(Boolean).join(': ')}
            </Text>
          ))}
        </Stack>
      </ScrollArea.Autosize>
    </Alert>
  );
}
