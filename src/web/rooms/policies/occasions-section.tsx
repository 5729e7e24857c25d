import { Badge, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listOccasionPolicies, type OccasionContent } from '../../api/rounds';
import { useCan } from '../../app/session';
import { useLabel } from '../../i18n/use-label';
import { Instant } from '../../ui/instant';
import { Failure, Loading } from '../../ui/states';
import { OccasionsDialog } from './occasions-dialog';
import { HEADQUARTERS_ZONE } from './zone';

type Rule = OccasionContent['occasions'][number]['rule'];

/** The traditional visits of posts, and when each falls. */
export function OccasionsSection() {
  const { t, i18n } = useTranslation('rounds');
  const can = useCan();
  const [editing, setEditing] = useState(false);
  const policies = useQuery({ queryKey: ['occasion-policies'], queryFn: listOccasionPolicies });
  const saying = useRuleText();
  if (policies.isPending) return <Loading />;
  if (policies.isError) return <Failure error={policies.error} />;
  const { items } = policies.data;
  const current = items.find(({ inForce }) => inForce) ?? items[0];
  if (!current) return null;
  const planned = items.filter(({ version }) => version > current.version);
  const newest = planned.at(0) ?? current;
  return (
    <Paper component="section">
      <Group justify="space-between" align="flex-start" mb="xs">
        <div>
          <Title order={2}>{t('occasions.title')}</Title>
          <Text size="sm" c="dimmed">
            {t('occasions.hint')}
          </Text>
        </div>
        {can('policy.edit') && (
          <Button variant="default" size="xs" onClick={() => setEditing(true)}>
            {t('occasions.edit')}
          </Button>
        )}
      </Group>
      <Stack component="ul" gap={4} className="plain-list">
        {current.content.occasions.map(({ code, names, rule }) => (
          <Text component="li" key={code} size="sm">
            {i18n.language === 'en' ? names.en : names.es} · {saying(rule)}
          </Text>
        ))}
      </Stack>
      {planned.map(({ version, effectiveFrom, reason }) => (
        <Text key={version} size="sm" mt="xs">
          <Badge variant="outline">{t('occasions.planned')}</Badge>{' '}
          {t('occasions.version', { n: version })} ·{' '}
          <Instant at={effectiveFrom} zone={HEADQUARTERS_ZONE} inherit /> · {reason}
        </Text>
      ))}
      {editing && <OccasionsDialog base={newest.content} onClose={() => setEditing(false)} />}
    </Paper>
  );
}

function useRuleText(): (rule: Rule) => string {
  const { t } = useTranslation('rounds');
  const label = useLabel();
  return ({ kind, month, day, weekday, nth }) =>
    kind === 'date'
      ? t('occasions.fixed', { day, month: label('month', String(month)) })
      : t('occasions.moving', {
          nth: label('nth', String(nth)),
          weekday: label('weekday', String(weekday)),
          month: label('month', String(month)),
        });
}
