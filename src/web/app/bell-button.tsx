import { ActionIcon, type ActionIconProps } from '@mantine/core';
import { IconBell } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ComponentPropsWithRef } from 'react';
import { useTranslation } from 'react-i18next';
import { readNotices } from '../api/session';

export const useNotices = () =>
  useQuery({ queryKey: ['notices'], queryFn: readNotices, staleTime: 60_000 });

/** The bell itself, alone or as what the list of notices hangs from. */
export function BellButton(props: ActionIconProps & ComponentPropsWithRef<'button'>) {
  const { t } = useTranslation();
  const unread = useNotices().data?.unread ?? 0;
  return (
    <ActionIcon
      variant="subtle"
      size={40}
      aria-haspopup="dialog"
      aria-label={t('notices.bell', { count: unread })}
      {...props}
    >
      <IconBell size={20} stroke={1.6} aria-hidden />
    </ActionIcon>
  );
}
