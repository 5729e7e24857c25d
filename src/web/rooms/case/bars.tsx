import { Badge, Button, Group, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Bar, Circle } from '../../api/sharing';
import type { CaseFile } from '../../api/types';
import { useMe } from '../../app/session';
import { Instant } from '../../ui/instant';
import { BarDialog, LiftDialog } from './bar-dialogs';

interface Props {
  file: CaseFile;
  circle: Circle;
  zone: string;
}

/** Staff who may not be in the circle, nor enter in an emergency. */
export function Bars({ file, circle, zone }: Props) {
  const { t } = useTranslation('access');
  const lifts = useMe().grants.some(({ role }) => role === 'protection_desk');
  const [doing, setDoing] = useState<'bar' | Bar | null>(null);
  const close = () => setDoing(null);
  const { bars, mayManage } = circle;
  return (
    <Stack component="section" gap="sm" mt="xl">
      <Group justify="space-between" align="flex-start" gap="sm">
        <Title order={3}>{t('bar.title')}</Title>
        {mayManage && (
          <Button size="xs" variant="default" onClick={() => setDoing('bar')}>
            {t('bar.add')}
          </Button>
        )}
      </Group>
      <Text size="sm" c="dimmed">
        {t('bar.hint')} {bars.length === 0 && t('bar.none')}
      </Text>
      <Stack component="ul" gap="sm" className="plain-list">
        {bars.map((bar) => (
          <li key={bar.id}>
            <BarLine
              bar={bar}
              zone={zone}
              onLift={lifts && !bar.liftedAt ? () => setDoing(bar) : undefined}
            />
          </li>
        ))}
      </Stack>
      {doing === 'bar' && <BarDialog file={file} circle={circle} onClose={close} />}
      {doing && typeof doing === 'object' && <LiftDialog file={file} bar={doing} onClose={close} />}
    </Stack>
  );
}

function BarLine({ bar, zone, onLift }: { bar: Bar; zone: string; onLift?: () => void }) {
  const { t } = useTranslation('access');
  const { displayName, ground, since, addedBy, reason, liftedAt, liftedBy, liftedReason } = bar;
  return (
    <Group justify="space-between" align="flex-start" gap="xs" wrap="nowrap">
      <Stack gap={2} style={{ overflowWrap: 'anywhere' }}>
        <Group gap="xs">
          <Text size="sm" fw={600} c={liftedAt ? 'dimmed' : undefined}>
            {displayName}
          </Text>
          <Text size="sm" c="dimmed">
            {t(`bar.ground.${ground}`)}
          </Text>
          {liftedAt && (
            <Badge size="xs" variant="light" color="gray">
              {t('bar.liftedMark')}
            </Badge>
          )}
        </Group>
        <Text size="xs" c="dimmed">
          {t('circle.since')} <Instant at={since} zone={zone} inherit />
          {liftedAt && (
            <>
              {` · ${t('circle.until')} `}
              <Instant at={liftedAt} zone={zone} inherit />
            </>
          )}
          {addedBy && ` · ${t('circle.by', { name: addedBy })}`}
        </Text>
        {reason && <Text size="sm">{reason}</Text>}
        {liftedReason && (
          <Text size="sm" c="dimmed">
            {t('bar.liftedBy', { name: liftedBy ?? '', reason: liftedReason })}
          </Text>
        )}
      </Stack>
      {onLift && (
        <Button
          size="compact-xs"
          variant="default"
          style={{ flexShrink: 0 }}
          aria-label={t('bar.liftNamed', { name: displayName })}
          onClick={onLift}
        >
          {t('bar.lift')}
        </Button>
      )}
    </Group>
  );
}
