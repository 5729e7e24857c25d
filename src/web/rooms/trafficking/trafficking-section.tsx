import { Alert, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLabel } from '../../i18n/use-label';
import { useFamilyAct } from '../../ui/use-family-act';
import type { SectionProps } from '../case/sections';
import { TRAFFICKING_ACTS, type TraffickingActName } from './acts';
import type { PartProps } from './parts';
import { IdentityPart, ReferralsPart, ReflectionPart, ReturnPart } from './protection-parts';
import { ExploitationPart, IndicatorsPart, PerpetratorsPart, TransitPart } from './story-parts';

/** The family's own panel: who the person is, who was told, what was done to them, the way home. */
export default function TraffickingSection({ file, zone }: SectionProps) {
  const { t } = useTranslation('trafficking');
  const { start, form } = useFamilyAct<TraffickingActName>('trafficking', file, zone);
  const panel = file.trafficking;
  if (!panel) return null;
  const props: PartProps = { panel, zone, start, editable: file.allowed.includes('edit') };
  return (
    <Paper component="section">
      <Title order={2} mb="md">
        {t('title')}
      </Title>
      <Stack gap="lg">
        <Suggestion {...props} />
        <IdentityPart {...props} />
        <ReferralsPart {...props} />
        {props.editable && (
          <Group>
            <Button size="xs" variant="subtle" onClick={() => start(TRAFFICKING_ACTS.withhold)}>
              {t('act.withhold')}
            </Button>
          </Group>
        )}
        <IndicatorsPart {...props} />
        <ExploitationPart {...props} />
        <TransitPart {...props} />
        <PerpetratorsPart {...props} />
        <ReflectionPart {...props} />
        <ReturnPart {...props} />
      </Stack>
      {form}
    </Paper>
  );
}

/** What the facts suggest; the officer decides. */
function Suggestion({ panel, editable, start }: PartProps) {
  const { t } = useTranslation('trafficking');
  const label = useLabel();
  const { trafficking, missing } = panel.qualification;
  const lacking = missing.map((code) => label('traffickingElement', code)).join(', ');
  return (
    <Alert
      variant="light"
      color="tinta"
      title={trafficking ? t('qualifies') : t('lacks', { missing: lacking })}
    >
      <Group gap="xs" justify="space-between">
        <Text size="sm">{t('consentNote')}</Text>
        {editable && (
          <Button size="xs" variant="default" onClick={() => start(TRAFFICKING_ACTS.type)}>
            {t('act.type')}
          </Button>
        )}
      </Group>
    </Alert>
  );
}
