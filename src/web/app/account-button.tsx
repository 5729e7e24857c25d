import { Avatar, UnstyledButton } from '@mantine/core';
import type { ComponentPropsWithRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from './session';

/** The reader's initials, alone or as what the menu hangs from. */
export function AccountButton(props: ComponentPropsWithRef<'button'>) {
  const { t } = useTranslation();
  const { account } = useMe();
  return (
    <UnstyledButton p={6} aria-label={t('account.menu', { name: account.displayName })} {...props}>
      <Avatar size={32} name={account.displayName} color="tinta" variant="filled" aria-hidden />
    </UnstyledButton>
  );
}
