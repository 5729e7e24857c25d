import { ActionIcon, Badge, Button, Group, Menu, Stack, Title } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DocumentFile } from '../../api/documents';
import { useLabel } from '../../i18n/use-label';
import { EditDialog } from './edit-dialog';
import { RenewDialog } from './renew-dialog';
import { ScanBadge } from './scan-badge';
import { VersionLine } from './version-line';
import { WithdrawDialog } from './withdraw-dialog';

type Act = 'renew' | 'edit' | 'withdraw';

interface Props {
  item: DocumentFile;
  zone: string;
  canAdd: boolean;
  canEdit: boolean;
}

/** One document: what it is, its newest version, and those before it on demand. */
export function DocumentItem({ item, zone, canAdd, canEdit }: Props) {
  const { t } = useTranslation('documents');
  const label = useLabel();
  const [act, setAct] = useState<Act | null>(null);
  const [history, setHistory] = useState(false);
  const [newest, ...older] = item.versions;
  if (!newest) return null;
  const close = () => setAct(null);
  return (
    <li>
      <Group justify="space-between" align="flex-start" wrap="nowrap" gap="xs">
        <Stack gap={6} style={{ minWidth: 0 }}>
          <Title order={3} style={{ overflowWrap: 'anywhere' }}>
            {item.title}
          </Title>
          <Group gap={6}>
            <Badge variant="default">{label('documentKind', item.kind)}</Badge>
            {item.tier === 'restricted' && (
              <Badge variant="outline">{label('tier', item.tier)}</Badge>
            )}
            <ScanBadge scan={newest.scan} />
            {item.withdrawnReason && (
              <Badge variant="outline">
                {t('withdrawn', { reason: label('withdrawal', item.withdrawnReason) })}
              </Badge>
            )}
          </Group>
        </Stack>
        <Acts item={item} canAdd={canAdd} canEdit={canEdit} start={setAct} />
      </Group>
      <VersionLine version={newest} title={item.title} zone={zone} />
      {older.length > 0 && (
        <Button
          variant="subtle"
          size="compact-sm"
          mt={4}
          aria-expanded={history}
          onClick={() => setHistory(!history)}
        >
          {t(history ? 'hideVersions' : 'showVersions', { count: older.length })}
        </Button>
      )}
      {history && (
        <Stack component="ul" gap="xs" pl="md" className="plain-list">
          {older.map((version) => (
            <li key={version.id}>
              <VersionLine version={version} title={item.title} zone={zone} badge />
            </li>
          ))}
        </Stack>
      )}
      {act === 'renew' && <RenewDialog item={item} onClose={close} />}
      {act === 'edit' && <EditDialog item={item} zone={zone} onClose={close} />}
      {act === 'withdraw' && <WithdrawDialog item={item} onClose={close} />}
    </li>
  );
}

function Acts({
  item,
  canAdd,
  canEdit,
  start,
}: Omit<Props, 'zone'> & { start: (act: Act) => void }) {
  const { t } = useTranslation('documents');
  const acts: [Act, boolean][] = [
    ['renew', canAdd && !item.withdrawnAt && item.origin === 'uploaded'],
    ['edit', canEdit],
    ['withdraw', canEdit && !item.withdrawnAt],
  ];
  const offered = acts.filter(([, may]) => may);
  if (offered.length === 0) return null;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="default" size="lg" aria-label={t('acts', { title: item.title })}>
          <IconDots size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {offered.map(([act]) => (
          <Menu.Item key={act} onClick={() => start(act)}>
            {t(`act.${act}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
