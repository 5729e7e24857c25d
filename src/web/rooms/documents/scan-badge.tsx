import { Badge } from '@mantine/core';
import {
  IconBiohazard,
  IconClockShield,
  IconRosetteDiscountCheck,
  IconShieldCheck,
  IconShieldQuestion,
} from '@tabler/icons-react';
import type { DocumentVersion } from '../../api/documents';
import { useLabel } from '../../i18n/use-label';

const ICONS = {
  quarantined: IconClockShield,
  clean: IconShieldCheck,
  infected: IconBiohazard,
  unscanned: IconShieldQuestion,
  not_needed: IconRosetteDiscountCheck,
} as const;

/** What is known of a file's safety, in words and a sign. */
export function ScanBadge({ scan }: Pick<DocumentVersion, 'scan'>) {
  const label = useLabel();
  const Icon = ICONS[scan];
  const infected = scan === 'infected';
  return (
    <Badge
      color={infected ? 'rojo' : 'tinta'}
      variant={infected ? 'filled' : 'light'}
      leftSection={<Icon size={14} aria-hidden />}
    >
      {label('scan', scan)}
    </Badge>
  );
}
