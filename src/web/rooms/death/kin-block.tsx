import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { DeathPanel } from '../../api/death';
import { useCan } from '../../app/session';
import { useLabel } from '../../i18n/use-label';
import { formatDay, formatInstant } from '../../time/format';
import type { StartFamilyAct } from '../../ui/family-act';
import { FamilyPart } from '../../ui/family-part';
import { Line } from '../../ui/part';
import { DEATH_ACTS } from './acts';

export interface DeathBlockProps {
  panel: DeathPanel;
  zone: string;
  editable: boolean;
  start: StartFamilyAct;
}

const CATALOGUE = 'death' as const;

/** The first thing to do: nothing else leaves the case before the family has been told. */
export function KinFirst({ panel, editable, start }: DeathBlockProps) {
  const { t } = useTranslation('death');
  const can = useCan();
  if (panel.kinSettled) return null;
  const acts = [DEATH_ACTS.tellKin, DEATH_ACTS.kinImpossible].filter(
    ({ permission }) => editable && can(permission),
  );
  return (
    <Alert variant="light" color="rojo" title={t('kinFirst.title')}>
      <Stack gap="xs">
        <Text size="sm">{t('kinFirst.text')}</Text>
        {panel.nextOfKin && <Text size="sm">{panel.nextOfKin}</Text>}
        <Group gap="xs">
          {acts.map((act) => (
            <Button
              key={act.name}
              size="xs"
              variant={act.name === 'tellKin' ? 'filled' : 'default'}
              onClick={() => start(act)}
            >
              {t(`act.${act.name}`)}
            </Button>
          ))}
        </Group>
      </Stack>
    </Alert>
  );
}

/** Who was told, by whom and how. */
export function KinBlock({ panel, zone, editable, start }: DeathBlockProps) {
  const { t, i18n } = useTranslation('death');
  const label = useLabel();
  if (!panel.kinSettled) return null;
  return (
    <FamilyPart
      catalogue={CATALOGUE}
      name="kin"
      acts={[DEATH_ACTS.tellKin]}
      editable={editable}
      start={start}
    >
      {panel.kin.map((notice) => (
        <Line
          key={notice.id}
          title={notice.recipient ?? t('kinImpossible')}
          facts={[
            notice.relation && label('kinRelation', notice.relation),
            notice.channel && label('kinChannel', notice.channel),
            formatInstant(notice.occurredAt, zone, i18n.language),
            notice.toldBy ?? notice.recordedBy,
          ]}
          text={notice.reason ?? notice.note}
        />
      ))}
    </FamilyPart>
  );
}

/** What is known of the death, as far as it is. */
export function FactsBlock({ panel, zone, editable, start }: DeathBlockProps) {
  const { t, i18n } = useTranslation('death');
  const label = useLabel();
  const { informant, nextOfKin } = panel;
  return (
    <FamilyPart
      catalogue={CATALOGUE}
      name="facts"
      acts={[DEATH_ACTS.findOut, DEATH_ACTS.report]}
      editable={editable}
      start={start}
    >
      <Line
        title={label('manner', panel.manner)}
        facts={[
          panel.diedOn && formatDay(panel.diedOn, i18n.language),
          panel.cause,
          `${t('field.identification')}: ${label('identification', panel.identification)}`,
          panel.inCustody && t('custody'),
          `${t('field.heirs')}: ${label('heirs', panel.heirs)}`,
        ]}
        text={[
          informant && `${t('open.informant')}: ${informant}`,
          nextOfKin && `${t('field.nextOfKin')}: ${nextOfKin}`,
        ]
          .filter(Boolean)
          .join('\n')}
      />
      {panel.reports.map((report) => (
        <Line
          key={report.id}
          title={`${t('reported')}: ${label('reportSubject', report.subject)}`}
          facts={[formatInstant(report.occurredAt, zone, i18n.language), report.reference]}
          text={report.note}
        />
      ))}
    </FamilyPart>
  );
}
