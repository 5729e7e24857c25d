import { AppShell, Box, Burger, Group, NavLink, Text, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Suspense, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Outlet, useLocation } from 'react-router';
import { useCatalogueNames } from '../catalogue/use-catalogue';
import { Loading } from '../ui/states';
import { Account } from './account';
import { Brand } from './brand';
import { DemonstrationNotice } from './demonstration-notice';
import { useRooms } from './navigation';
import { NoticesBell } from './notices-bell';
import { SearchBox } from './search-box';

/** The house around every room: brand, notices, account, and the rooms this person may enter. */
export function Shell() {
  const { t } = useTranslation();
  useCatalogueNames();
  const { pathname } = useLocation();
  const [opened, { toggle, close }] = useDisclosure(false);
  const main = useRef<HTMLElement>(null);
  useEffect(() => {
    close();
    window.scrollTo(0, 0);
  }, [pathname, close]);
  return (
    <AppShell
      header={{ height: 59 }}
      navbar={{ width: 216, breakpoint: 'md', collapsed: { mobile: !opened } }}
      padding={{ base: 'sm', sm: 'lg' }}
    >
      <a
        className="skip-link"
        href="#main"
        onClick={(event) => {
          event.preventDefault();
          main.current?.focus();
        }}
      >
        {t('shell.skip')}
      </a>
      <AppShell.Header>
        <div className="flag-rule" />
        <Group h={56} px="sm" justify="space-between" wrap="nowrap" gap="xs">
          <Group gap="xs" wrap="nowrap">
            <Burger
              opened={opened}
              onClick={toggle}
              hiddenFrom="md"
              size="sm"
              aria-label={t(opened ? 'shell.closeMenu' : 'shell.openMenu')}
              aria-expanded={opened}
            />
            <UnstyledButton component={Link} to="/" aria-label={t('shell.home')}>
              <Brand />
            </UnstyledButton>
          </Group>
          <Group gap={4} wrap="nowrap">
            <SearchBox />
            <NoticesBell />
            <Account />
          </Group>
        </Group>
      </AppShell.Header>
      <AppShell.Navbar p="xs" aria-label={t('shell.rooms')}>
        <Rooms pathname={pathname} />
        <Text size="xs" c="dimmed" mt="auto" p="xs">
          {t('shell.institution')}
        </Text>
      </AppShell.Navbar>
      <AppShell.Main id="main" ref={main} tabIndex={-1} style={{ outline: 'none' }}>
        <Box maw={1180} mx="auto">
          <DemonstrationNotice />
          <Suspense fallback={<Loading />}>
            <Outlet />
          </Suspense>
        </Box>
      </AppShell.Main>
    </AppShell>
  );
}

function Rooms({ pathname }: { pathname: string }) {
  const { t } = useTranslation();
  const rooms = useRooms();
  return (
    <>
      {rooms.map(({ to, name, icon: Icon }) => {
        const current = to === '/' ? pathname === '/' : pathname === to;
        return (
          <NavLink
            key={to}
            component={Link}
            to={to}
            label={t(`rooms.${name}`)}
            leftSection={<Icon size={18} stroke={1.6} aria-hidden />}
            active={current}
            className={current ? 'nav-current' : undefined}
            aria-current={current ? 'page' : undefined}
          />
        );
      })}
    </>
  );
}
