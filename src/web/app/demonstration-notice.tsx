import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { readAbout } from '../api/session';

/** Says on every screen of a demonstration that its people do not exist. */
export function DemonstrationNotice() {
  const { t } = useTranslation();
  const about = useQuery({ queryKey: ['about'], queryFn: readAbout, staleTime: Infinity });
  if (!about.data?.demonstration) return null;
  return (
    <Text size="sm" ta="center" fw={500} className="demonstration" role="note">
      {t('shell.demonstration')}
    </Text>
  );
}
