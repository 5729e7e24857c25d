import {
  ActionIcon,
  Indicator,
  Popover,
  ScrollArea,
  Stack,
  Text,
  UnstyledButton,
} from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconBell } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { markNoticeRead, readNotices } from '../api/session';
import type { Notice } from '../api/types';
import { Distance } from '../ui/instant';
import { Empty } from '../ui/states';
import { queryClient } from './query-client';

/** Events carry ids and kinds only: whatever they touch is read again. */
function useStream(): void {
  useEffect(() => {
    const stream = new EventSource('/api/v1/stream');
    const refresh = () => {
      void queryClient.invalidateQueries({ queryKey: ['notices'] });
      void queryClient.invalidateQueries({ queryKey: ['my-day'] });
    };
    const lookAgain = (event: MessageEvent<string>) => {
      const { id } = JSON.parse(event.data) as { id: string };
      void queryClient.invalidateQueries({ queryKey: ['presence', id] });
    };
    stream.addEventListener('notice', refresh);
    stream.addEventListener('presence', lookAgain);
    return () => stream.close();
  }, []);
}

export function NoticesBell() {
  const { t } = useTranslation();
  const [opened, { toggle, close }] = useDisclosure(false);
  const navigate = useNavigate();
  useStream();
  const notices = useQuery({ queryKey: ['notices'], queryFn: readNotices, staleTime: 60_000 });
  const items = notices.data?.items ?? [];
  const unread = notices.data?.unread ?? 0;
  const read = useMutation({
    mutationFn: (notice: Notice) => markNoticeRead(notice.id),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['notices'] }),
  });
  const follow = (notice: Notice) => {
    if (!notice.readAt) read.mutate(notice);
    close();
    if (notice.caseId) void navigate(`/cases/${notice.caseId}`);
  };
  return (
    <Popover
      opened={opened}
      onChange={close}
      position="bottom-end"
      width="min(320px, 92vw)"
      trapFocus
    >
      <Indicator disabled={unread === 0} label={unread} size={17} color="rojo" offset={7}>
        <Popover.Target>
          <ActionIcon
            variant="subtle"
            size={40}
            onClick={toggle}
            aria-expanded={opened}
            aria-label={t('notices.bell', { count: unread })}
          >
            <IconBell size={20} stroke={1.6} aria-hidden />
          </ActionIcon>
        </Popover.Target>
      </Indicator>
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
