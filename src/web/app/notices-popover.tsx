import { Popover, ScrollArea, Stack, Text, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { markNoticeRead } from '../api/session';
import type { Notice } from '../api/types';
import { Distance } from '../ui/instant';
import { Empty } from '../ui/states';
import { BellButton, useNotices } from './bell-button';
import { queryClient } from './query-client';

/** The notices under their bell, open from the start: it is loaded because somebody pressed it. */
export default function NoticesPopover() {
  const { t } = useTranslation();
  const [opened, { toggle, close }] = useDisclosure(true);
  const navigate = useNavigate();
  const items = useNotices().data?.items ?? [];
  const read = useMutation({
    mutationFn: (notice: Notice) => markNoticeRead(notice.id),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['notices'] }),
  });
  const follow = (notice: Notice) => {
    if (!notice.readAt) read.mutate(notice);
    close();
    void navigate(notice.path);
  };
  return (
    <Popover
      opened={opened}
      onChange={close}
      position="bottom-end"
      width="min(320px, 92vw)"
      trapFocus
      returnFocus
    >
      <Popover.Target>
        <BellButton onClick={toggle} aria-expanded={opened} autoFocus />
      </Popover.Target>
      <Popover.Dropdown p={0} aria-label={t('notices.title')}>
        {items.length === 0 ? (
          <Empty title={t('notices.none')}>{t('notices.noneDetail')}</Empty>
        ) : (
          <ScrollArea.Autosize mah={420} type="auto">
            <Stack component="ul" gap={0} className="plain-list">
              {items.map((notice) => (
                <li key={notice.id}>
                  <NoticeLine notice={notice} onFollow={() => follow(notice)} />
                </li>
              ))}
            </Stack>
          </ScrollArea.Autosize>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}

function NoticeLine({ notice, onFollow }: { notice: Notice; onFollow: () => void }) {
  return (
    <UnstyledButton onClick={onFollow} p="sm" w="100%">
      <Text size="sm" fw={notice.readAt ? 400 : 640}>
        {notice.text}
      </Text>
      <Text size="xs" c="dimmed">
        <Distance to={notice.createdAt} />
      </Text>
    </UnstyledButton>
  );
}
