import { Alert, Button, Grid, Group, List, Stack, Textarea, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type Block,
  previewTemplate,
  sampleOfTemplate,
  type TemplateContent,
  type TemplateFault,
  type TemplatePage,
  type TemplatePreview,
} from '../../api/papers';
import { Failure } from '../../ui/states';
import { useTellProblem } from '../../ui/problem';
import { PaperSheet } from '../papers/paper-sheet';
import { FactsPalette } from './facts-palette';
import { FieldsEditor } from './fields-editor';
import { PublishDialog } from './publish-dialog';

interface Props {
  page: TemplatePage;
  start: TemplateContent;
  onPublished: () => void;
}

/** The marks around a name, which the texts themselves cannot write. */
const BRACES = { open: '{{', close: '}}' };
/** A pause in typing after which the preview follows. */
const PAUSE_MS = 400;

/** The words of a paper beside how they read with invented facts; what is wrong, by its line. */
export function TemplateEditor({ page, start, onPublished }: Props) {
  const { t } = useTranslation('templates');
  const tellProblem = useTellProblem();
  const text = useRef<HTMLTextAreaElement>(null);
  const [content, setContent] = useState<TemplateContent>(() => structuredClone(start));
  const [publishing, setPublishing] = useState(false);
  const [settled] = useDebouncedValue(content, PAUSE_MS);
  const preview = useQuery({
    queryKey: ['template-preview', page.kind, settled],
    queryFn: () => previewTemplate(page.kind, settled),
    placeholderData: keepPreviousData,
    gcTime: 0,
  });
  const sample = useMutation({
    mutationFn: () => sampleOfTemplate(page.kind, content),
    onSuccess: (file) => window.open(URL.createObjectURL(file), '_blank', 'noopener'),
    onError: tellProblem,
  });
  const change = (part: Partial<TemplateContent>) => setContent({ ...content, ...part });
  const insert = (words: string) => {
    const { selectionStart: from = content.body.length, selectionEnd: to = from } =
      text.current ?? {};
    change({ body: content.body.slice(0, from) + words + content.body.slice(to) });
    text.current?.focus();
  };
  const faults = preview.data?.faults ?? [];
  const blocks = useLastSound(preview.data);
  return (
    <Grid gap="lg" align="flex-start">
      <Grid.Col span={{ base: 12, lg: 6 }}>
        <Stack gap="md">
          <TextInput
            label={t('name')}
            value={content.title}
            maxLength={160}
            onChange={(event) => change({ title: event.currentTarget.value })}
          />
          <Textarea
            ref={text}
            label={t('words')}
            description={t('wordsHint', BRACES)}
            value={content.body}
            autosize
            minRows={18}
            maxRows={34}
            spellCheck
            lang="es"
            error={faults.some(({ line }) => line !== undefined) || undefined}
            styles={{ input: { fontFamily: 'ui-monospace, monospace', fontSize: '0.82rem' } }}
            onChange={(event) => change({ body: event.currentTarget.value })}
          />
          <Faults faults={faults} onShow={(line) => showLine(text.current, line)} />
          <Group gap="xs">
            <Button variant="default" loading={sample.isPending} onClick={() => sample.mutate()}>
              {t('sample')}
            </Button>
            <Button disabled={faults.length > 0} onClick={() => setPublishing(true)}>
              {t('publish')}
            </Button>
          </Group>
          <FactsPalette groups={page.groups} fields={content.fields} onInsert={insert} />
          <FieldsEditor
            fields={content.fields}
            groups={page.groups}
            onChange={(fields) => change({ fields })}
          />
        </Stack>
      </Grid.Col>
      <Grid.Col
        span={{ base: 12, lg: 6 }}
        className="beside"
        tabIndex={0}
        role="group"
        aria-label={t('preview')}
      >
        {preview.isError && <Failure error={preview.error} />}
        {blocks && <PaperSheet blocks={blocks} draft />}
      </Grid.Col>
      {publishing && (
        <PublishDialog
          kind={page.kind}
          version={page.version}
          content={content}
          onPublished={onPublished}
          onClose={() => setPublishing(false)}
        />
      )}
    </Grid>
  );
}

/** While the words have a fault, the preview stays as it last was. */
function useLastSound(preview: TemplatePreview | undefined): Block[] | null {
  const [sound, setSound] = useState<Block[] | null>(null);
  if (preview && preview.faults.length === 0 && preview.blocks !== sound) setSound(preview.blocks);
  return sound;
}

function Faults({ faults, onShow }: { faults: TemplateFault[]; onShow: (line: number) => void }) {
  const { t } = useTranslation('templates');
  if (faults.length === 0) return null;
  return (
    <Alert color="rojo" variant="light" title={t('faults')} role="alert">
      <List size="sm">
        {faults.map(({ path, line, code, name }, index) => (
          <List.Item key={index}>
            {line === undefined ? (
              `${path}: `
            ) : (
              <Button size="compact-xs" variant="default" mr={6} onClick={() => onShow(line)}>
                {t('line', { n: line })}
              </Button>
            )}
            {t(`fault.${code}` as 'fault.TEMPLATE_UNKNOWN_NAME', { name: name ?? '' })}
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}

/** Puts the cursor at the beginning of a line, which brings it into view. */
function showLine(field: HTMLTextAreaElement | null, line: number): void {
  if (!field) return;
  const lines = field.value.split('\n');
  const from = lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0);
  field.focus();
  field.setSelectionRange(from, from + (lines[line - 1]?.length ?? 0));
}
