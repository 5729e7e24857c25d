import { NumberInput, SimpleGrid, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Ladder } from '../../api/types';
import { useLabel } from '../../i18n/use-label';
import { Fields } from '../../ui/fieldset';
import type { PolicyForm } from './policy-editor';

/** Who is reminded when: one ladder per length of duty. */
export function EscalationFields({ form }: { form: PolicyForm }) {
  const { t } = useTranslation('policies');
  const label = useLabel();
  const { ladders } = form.values.content.escalation;
  return (
    <Fields legend={t('escalation')}>
      <SimpleGrid cols={{ base: 1, xs: 3 }} style={{ alignItems: 'end' }}>
        <NumberInput
          label={t('localHour')}
          min={0}
          max={23}
          allowDecimal={false}
          {...form.getInputProps('content.escalation.localHour')}
        />
        <NumberInput
          label={t('digestReminders')}
          min={2}
          allowDecimal={false}
          {...form.getInputProps('content.digest.reminders')}
        />
        <NumberInput
          label={t('digestMinutes')}
          min={1}
          allowDecimal={false}
          {...form.getInputProps('content.digest.withinMinutes')}
        />
      </SimpleGrid>
      {ladders.map((ladder, index) => (
        <Stack key={index} gap="xs">
          <Text fw={600} size="sm">
            <LadderName ladder={ladder} />
          </Text>
          <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }}>
            {ladder.rungs.map((rung, step) => (
              <NumberInput
                key={rung.code}
                label={`${label('rungRecipient', rung.recipient)} · ${label('rungFrom', rung.from)}`}
                description={label('offsetUnit', rung.offset.unit)}
                inputWrapperOrder={['label', 'input', 'description', 'error']}
                allowDecimal={false}
                hideControls
                {...form.getInputProps(
                  `content.escalation.ladders.${index}.rungs.${step}.offset.value`,
                )}
              />
            ))}
          </SimpleGrid>
        </Stack>
      ))}
    </Fields>
  );
}

function LadderName({ ladder }: { ladder: Ladder }) {
  const { t } = useTranslation('policies');
  const { hours, days, businessDays } = ladder.upTo;
  const parts = [
    hours !== null && t('upToHours', { hours }),
    days !== null && t('upToDays', { days }),
    businessDays && t('upToBusinessDays'),
  ].filter(Boolean);
  return <>{parts.join(' · ') || t('longer')}</>;
}
