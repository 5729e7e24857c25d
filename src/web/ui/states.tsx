import { Alert, Button, Center, Group, Loader, Stack, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconLock, IconPlugConnectedX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useRouteError } from 'react-router';
import { ApiError, OfflineError } from '../api/problem';
import { useProblemText } from './problem';

export function Loading() {
  return (
    <Center mih={240} role="status" aria-live="polite">
      <Loader color="tinta" type="dots" aria-hidden />
    </Center>
  );
}

/** Nothing here, said as good news or with the way on. */
export function Empty({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <Stack align="center" gap={4} py="xl" px="md">
      <Text fw={600} ta="center">
        {title}
      </Text>
      {children && (
        <Text c="dimmed" size="sm" ta="center" maw={420} component="div">
          {children}
        </Text>
      )}
    </Stack>
  );
}

/** What went wrong, in the reader's words, and the way to try again. */
export function Failure({ error, retry }: { error: unknown; retry?: () => void }) {
  const { t } = useTranslation();
  const text = useProblemText();
  if (error instanceof ApiError && error.status === 403) return <Forbidden />;
  if (error instanceof ApiError && error.status === 404) return <NotFound />;
  const { title, detail, correlationId } = text(error);
  const Icon = error instanceof OfflineError ? IconPlugConnectedX : IconAlertTriangle;
  return (
    <Alert color="rojo" variant="light" icon={<Icon aria-hidden />} title={title} my="md">
      <Stack gap="xs" align="flex-start">
        {detail && <Text size="sm">{detail}</Text>}
        {correlationId && (
          <Text size="xs" c="dimmed">
            {t('state.reference', { id: correlationId })}
          </Text>
        )}
        {retry && (
          <Button size="xs" variant="default" onClick={retry}>
            {t('state.retry')}
          </Button>
        )}
      </Stack>
    </Alert>
  );
}

function Notice({
  icon,
  title,
  children,
}: {
  icon?: ReactNode;
  title: string;
  children: ReactNode;
}) {
  const { t } = useTranslation();
  return (
    <Center mih={320} p="md">
      <Stack align="center" gap="xs" maw={440}>
        {icon}
        <Title order={1} ta="center">
          {title}
        </Title>
        <Text c="dimmed" ta="center">
          {children}
        </Text>
        <Group mt="sm">
          <Button component={Link} to="/" variant="default">
            {t('state.home')}
          </Button>
        </Group>
      </Stack>
    </Center>
  );
}

export function Forbidden() {
  const { t } = useTranslation();
  return (
    <Notice icon={<IconLock size={32} aria-hidden />} title={t('state.forbidden')}>
      {t('state.forbiddenDetail')}
    </Notice>
  );
}

export function NotFound() {
  const { t } = useTranslation();
  return <Notice title={t('state.notFound')}>{t('state.notFoundDetail')}</Notice>;
}

/** The last net under a room that failed to draw. */
export function Crashed() {
  const { t } = useTranslation();
  const error = useRouteError();
  return (
    <Center mih="100vh" p="md">
      <Stack align="center" gap="xs" maw={440}>
        <Title order={1} ta="center">
          {t('state.crashed')}
        </Title>
        <Text c="dimmed" ta="center">
          {t('state.crashedDetail')}
        </Text>
        {error instanceof Error && (
          <Text size="xs" c="dimmed">
            {error.name}
          </Text>
        )}
        <Button component="a" href="/" variant="default" mt="sm">
          {t('state.reload')}
        </Button>
      </Stack>
    </Center>
  );
}
