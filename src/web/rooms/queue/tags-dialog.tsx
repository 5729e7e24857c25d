import { Alert, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addTag, listTags, retireTag } from '../../api/bulk';
import { newKey } from '../../api/client';
import { queryClient } from '../../app/query-client';
import { Dialog } from '../../ui/dialog';
import { type ProblemText, useFormProblem, useTellProblem } from '../../ui/problem';
import { Failure, Loading } from '../../ui/states';

/** The post's own words to sort its cases by. */
export function TagsDialog({ postId, onClose }: { postId: string; onClose: () => void }) {
  const { t } = useTranslation('bulk');
  const place = useFormProblem();
  const tell = useTellProblem();
  const key = useRef(newKey());
  const [problem, setProblem] = useState<ProblemText | null>(null);
  const form = useForm({ initialValues: { label: '' } });
  const tags = useQuery({ queryKey: ['tags', postId], queryFn: () => listTags(postId) });
  const refresh = () => queryClient.invalidateQueries({ queryKey: ['tags', postId] });
  const add = useMutation({
    mutationFn: ({ label }: { label: string }) => addTag(postId, label.trim(), key.current),
    onSuccess: () => {
      key.current = newKey();
      form.reset();
      setProblem(null);
      return refresh();
    },
    onError: (error) => setProblem(place(form, error)),
  });
  const retire = useMutation({ mutationFn: retireTag, onSuccess: refresh, onError: tell });
  return (
    <Dialog onClose={onClose} title={t('tags')}>
      <Stack>
        {tags.isPending && <Loading />}
        {tags.isError && <Failure error={tags.error} retry={() => void tags.refetch()} />}
        <Stack component="ul" gap="xs" className="plain-list">
          {(tags.data?.items ?? [])
            .filter(({ retired }) => !retired)
            .map((tag) => (
              <Group component="li" key={tag.id} justify="space-between">
                <Text size="sm">{tag.label}</Text>
                <Button
                  size="compact-xs"
                  variant="default"
                  aria-label={t('retireOf', { label: tag.label })}
                  onClick={() => retire.mutate(tag.id)}
                >
                  {t('retire')}
                </Button>
              </Group>
            ))}
        </Stack>
        <form noValidate onSubmit={form.onSubmit((values) => add.mutate(values))}>
          <Stack>
            <TextInput
              label={t('newTag')}
              maxLength={40}
              data-autofocus
              {...form.getInputProps('label')}
            />
            {problem && (
              <Alert color="rojo" variant="light" title={problem.title} role="alert">
                {problem.detail}
              </Alert>
            )}
            <Group justify="flex-end">
              <Button type="submit" loading={add.isPending}>
                {t('addTag')}
              </Button>
            </Group>
          </Stack>
        </form>
      </Stack>
    </Dialog>
  );
}
