import { Menu, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import {
  IconDevices,
  IconDoorEnter,
  IconLanguage,
  IconLogout,
  IconShieldLock,
} from '@tabler/icons-react';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { saveLanguage } from '../api/session';
import { changeLanguage } from '../i18n';
import { useLabel } from '../i18n/use-label';
import { AccountButton } from './account-button';
import { queryClient } from './query-client';
import { leave, useCan, useMe } from './session';

const SecondFactorDialog = lazy(() => import('../rooms/account/second-factor-dialog'));

/** The account's menu, open from the start: it is loaded because somebody pressed its button. */
export default function AccountMenu() {
  const { t, i18n } = useTranslation();
  const label = useLabel();
  const me = useMe();
  const can = useCan();
  const [enrolling, { open, close }] = useDisclosure(false);
  const other = i18n.language === 'es' ? 'en' : 'es';
  const roles = me.grants.map(({ role, postCode }) =>
    [label('staffRole', role), postCode].filter(Boolean).join(' · '),
  );
  const switchLanguage = async () => {
    await changeLanguage(other);
    await saveLanguage(other);
    await queryClient.invalidateQueries();
  };
  return (
    <>
      <Menu position="bottom-end" width={260} withinPortal defaultOpened>
        <Menu.Target>
          <AccountButton autoFocus />
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label c="dimmed">
            <Text fw={600} size="sm" c="var(--mantine-color-text)">
              {me.account.displayName}
            </Text>
            {roles.map((role) => (
              <Text key={role} size="xs">
                {role}
              </Text>
            ))}
          </Menu.Label>
          <Menu.Divider />
          <Menu.Item
            leftSection={<IconLanguage size={16} aria-hidden />}
            onClick={() => void switchLanguage()}
            lang={other}
          >
            {t('account.otherLanguage')}
          </Menu.Item>
          {!me.secondFactor && (
            <Menu.Item leftSection={<IconShieldLock size={16} aria-hidden />} onClick={open}>
              {t('account.enrol')}
            </Menu.Item>
          )}
          {can('glass.break') && (
            <Menu.Item
              component={Link}
              to="/break-glass"
              leftSection={<IconDoorEnter size={16} aria-hidden />}
            >
              {t('account.breakGlass')}
            </Menu.Item>
          )}
          <Menu.Divider />
          <Menu.Item
            leftSection={<IconLogout size={16} aria-hidden />}
            onClick={() => void leave(false)}
          >
            {t('account.signOut')}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconDevices size={16} aria-hidden />}
            onClick={() => void leave(true)}
          >
            {t('account.signOutEverywhere')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {enrolling && (
        <Suspense>
          <SecondFactorDialog onClose={close} />
        </Suspense>
      )}
    </>
  );
}
