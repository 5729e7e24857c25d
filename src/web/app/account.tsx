import { useDisclosure } from '@mantine/hooks';
import { lazy, Suspense } from 'react';
import { AccountButton } from './account-button';

/** Arrives when somebody opens it: every room would carry it otherwise. */
const AccountMenu = lazy(() => import('./account-menu'));

export function Account() {
  const [asked, { open: ask }] = useDisclosure(false);
  const button = <AccountButton onClick={ask} aria-haspopup="menu" aria-expanded={false} />;
  if (!asked) return button;
  return (
    <Suspense fallback={button}>
      <AccountMenu />
    </Suspense>
  );
}
