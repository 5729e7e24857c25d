import { Alert, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLabel } from '../../i18n/use-label';
import { useFamilyAct } from '../../ui/use-family-act';
import type { SectionProps } from '../case/sections';
import { MINOR_ACTS, type MinorActName } from './acts';
import { InterestsPart, SituationPart } from './child-parts';
import { ReunificationPart, RelativesPart, TracingPart } from './family-parts';
import { GuardiansPart, TravelPart } from './guardian-parts';
import type { PartProps } from './parts';
import { AbductionPart, CarePart } from './proceedings-parts';

const ABDUCTION = 'custody_or_abduction';

/** The family's own panel: the child, what serves them best, who answers for them, the way back. */
export default function MinorSection({ file, zone }: SectionProps) {
  const { t } = useTranslation('minors');
  const { start, form } = useFamilyAct<MinorActName>('minors', file, zone);
  const panel = file.minor;
  if (!panel) return null;
  const props: PartProps = { panel, zone, start, editable: file.allowed.includes('edit') };
  const abducted = file.type === ABDUCTION;
  return (
    <Paper component="section">
      <Title order={2} mb="md">
        {t('title')}
      </Title>
      <Stack gap="lg">
        <OfAge {...props} />
        {panel.situations[0]?.dangerToLife && (
          <Alert variant="light" color="rojo" title={t('danger')}>
            {t('dangerHint')}
          </Alert>
        )}
        <SituationPart {...props} />
        <InterestsPart file={file} {...props} />
        <GuardiansPart {...props} />
        <TravelPart {...props} />
        {(abducted || panel.abductions.length > 0) && <AbductionPart {...props} />}
        {(!abducted || panel.care.length > 0) && <CarePart {...props} />}
        <TracingPart {...props} />
        <RelativesPart {...props} />
        <ReunificationPart {...props} />
      </Stack>
      {form}
    </Paper>
  );
}

/** Once the child is of age: that they are, and what follows. */
function OfAge({ panel, editable, start }: PartProps) {
  const { t } = useTranslation('minors');
  const label = useLabel();
  if (!panel.ofAge) return null;
  const [settled] = panel.comingsOfAge;
  return (
    <Alert variant="light" color="tinta" title={t('ofAge')}>
      {settled ? (
        <Text size="sm">
          {[label('ofAgeCourse', settled.course), settled.note].filter(Boolean).join('. ')}
        </Text>
      ) : (
        <Group gap="xs">
          <Text size="sm">{t('ofAgeHint')}</Text>
          {editable && (
            <Button size="xs" variant="default" onClick={() => start(MINOR_ACTS.ofAge)}>
              {t('act.ofAge')}
            </Button>
          )}
        </Group>
      )}
    </Alert>
  );
}
