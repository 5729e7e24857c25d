import { Anchor, Badge, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { AidLine } from '../../api/aid';
import { useLabel } from '../../i18n/use-label';
import { formatMoney } from '../../money/format';
import { formatDay, formatDistance } from '../../time/format';
import { useNow } from '../../time/clock';

/** Where it stands, urgent and overdue said in words and not by colour alone. */
export function AidBadges({ aid }: { aid: AidLine }) {
  const { t } = useTranslation('aid');
  const label = useLabel();
  return (
    <Group gap={6}>
      <Badge variant="light" color="gray">
        {label('aidState', aid.state)}
      </Badge>
      {aid.urgent && (
        <Badge variant="filled" color="rojo">
          {t('urgent')}
        </Badge>
      )}
      {aid.overdue && (
        <Badge variant="outline" color="rojo">
          {t('overdue')}
        </Badge>
      )}
    </Group>
  );
}

/** One aid in a list: what, how much, for how many, and how long it has waited. */
export function AidEntry({ aid, withCase = false }: { aid: AidLine; withCase?: boolean }) {
  const { t, i18n } = useTranslation('aid');
  const label = useLabel();
  const now = useNow();
  const money = (amount: string, currency: string) => formatMoney(amount, currency, i18n.language);
  return (
    <div>
      <Group gap="xs">
        <Anchor component={Link} to={`/aid/${aid.id}`} fw={600}>
          {aid.number}
        </Anchor>
        <AidBadges aid={aid} />
      </Group>
      <Text size="sm">
        {label('programme', aid.programme)} · {label('aidLine', aid.line)} ·{' '}
        {money(aid.amount, aid.currency)}
        {aid.currency !== 'PEN' && ` (${money(aid.pen, 'PEN')})`} ·{' '}
        {t('persons', { count: aid.persons })}
      </Text>
      <Text size="sm" c="dimmed">
        {[
          aid.postCode,
          withCase && aid.caseReference,
          aid.proposedBy,
          formatDistance(aid.stageSince, now, i18n.language),
          aid.dueOn && t('payment.advance', { day: formatDay(aid.dueOn, i18n.language) }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </Text>
    </div>
  );
}
