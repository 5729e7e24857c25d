import { Text, type TextProps, Tooltip } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useNow } from '../time/clock';
import {
  formatDay,
  formatDistance,
  formatInstant,
  formatInstantFully,
  readerZone,
} from '../time/format';

/** An instant on the wall clock of the post; the reader's own on hover. */
export function Instant({ at, zone, ...rest }: { at: string; zone: string } & TextProps) {
  const { i18n, t } = useTranslation();
  const own = readerZone();
  const label =
    own === zone
      ? formatInstantFully(at, zone, i18n.language)
      : t('time.yours', { at: formatInstantFully(at, own, i18n.language) });
  return (
    <Tooltip label={label}>
      <Text span {...rest}>
        <time dateTime={at}>{formatInstant(at, zone, i18n.language)}</time>
      </Text>
    </Tooltip>
  );
}

export function Day({ on }: { on: string }) {
  const { i18n } = useTranslation();
  return <time dateTime={on}>{formatDay(on, i18n.language)}</time>;
}

/** How far away an instant is: "in 5 hours", "2 days ago". */
export function Distance({ to }: { to: string }) {
  const { i18n } = useTranslation();
  return <>{formatDistance(to, useNow(), i18n.language)}</>;
}
