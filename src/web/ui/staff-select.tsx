import { NativeSelect } from '@mantine/core';
import type { GetInputPropsReturnType } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { listStaff } from '../api/cases';
import { useLabel } from '../i18n/use-label';

/** Somebody who serves at a post, by name and office. */
export function StaffSelect({
  postId,
  ...common
}: GetInputPropsReturnType & { postId: string; label: string }) {
  const label = useLabel();
  const staff = useQuery({ queryKey: ['staff', postId], queryFn: () => listStaff(postId) });
  return (
    <NativeSelect
      {...common}
      data={[
        { value: '', label: label('choose', 'one') },
        ...(staff.data?.items ?? []).map(({ accountId, displayName, role }) => ({
          value: accountId,
          label: `${displayName} · ${label('staffRole', role)}`,
        })),
      ]}
    />
  );
}
