import { ActionIcon, Button, Kbd } from '@mantine/core';
import { useDisclosure, useHotkeys } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useCan } from './session';

/** Arrives when somebody searches: every room would carry it otherwise. */
const SearchDialog = lazy(() => import('./search-dialog'));

/** The one box, from any room: Ctrl-K opens it. */
export function SearchBox() {
  const { t } = useTranslation('search');
  const can = useCan();
  const [opened, { open, close }] = useDisclosure(false);
  const may = can('case.read');
  useHotkeys([['mod+K', () => may && open(), { preventDefault: true }]], []);
  if (!may) return null;
  return (
    <>
      <ActionIcon
        variant="subtle"
        size="lg"
        onClick={open}
        hiddenFrom="sm"
        aria-label={t('open')}
        aria-haspopup="dialog"
      >
        <IconSearch size={20} aria-hidden />
      </ActionIcon>
      <Button
        variant="default"
        size="xs"
        onClick={open}
        visibleFrom="sm"
        leftSection={<IconSearch size={16} aria-hidden />}
        rightSection={<Kbd size="xs">{t('keys')}</Kbd>}
        aria-haspopup="dialog"
        aria-keyshortcuts="Control+K"
      >
        {t('open')}
      </Button>
      {opened && (
        <Suspense fallback={null}>
          <SearchDialog onClose={close} />
        </Suspense>
      )}
    </>
  );
}
