import { Badge, Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseFile } from '../../api/types';
import { SAFETY_PLAN_PARTS, type ViolencePanel } from '../../api/violence';
import { useCan } from '../../app/session';
import { useLabel } from '../../i18n/use-label';
import { Instant } from '../../ui/instant';
import { VIOLENCE_ACTS, type StartViolenceAct } from './acts';
import { Block, Line } from './block';
import { PlanDialog } from './plan-dialog';
import { RiskDialog } from './risk-dialog';

interface Props {
  file: CaseFile;
  panel: ViolencePanel;
  zone: string;
  editable: boolean;
  start: StartViolenceAct;
}

/** How much danger there is, and was. */
export function RiskBlock({ file, panel, zone, editable, start }: Props) {
  const { t } = useTranslation('violence');
  const can = useCan();
  const label = useLabel();
  const [assessing, setAssessing] = useState(false);
  const [all, setAll] = useState(false);
  const [last, ...earlier] = panel.assessments;
  const accepted = panel.acceptances.find(({ assessmentId }) => assessmentId === last?.id);
  const closable = last && (last.level === 'low' || last.level === 'moderate' || accepted);
  return (
    <>
      <Block
        name="risk"
        empty={!last}
        {...(editable && { add: { label: t('act.assess'), run: () => setAssessing(true) } })}
      >
        {(all ? panel.assessments : panel.assessments.slice(0, 1)).map((assessment) => (
          <li key={assessment.id}>
            <Group gap="xs">
              <Badge variant={assessment === last ? 'filled' : 'outline'} color="tinta">
                {label('riskLevel', assessment.level)}
              </Badge>
              <Text size="sm">{t('risk.score', { score: assessment.score })}</Text>
            </Group>
            {assessment.raiseReason && (
              <Text size="sm">{t('risk.raised', { reason: assessment.raiseReason })}</Text>
            )}
            {assessment.note && <Text size="sm">{assessment.note}</Text>}
            <Text size="xs" c="dimmed">
              <Instant at={assessment.occurredAt} zone={zone} inherit />
              {assessment.recordedBy && ` · ${assessment.recordedBy}`}
            </Text>
          </li>
        ))}
        {accepted && (
          <Text component="li" size="sm">
            {t('risk.accepted', { reason: accepted.reason })}
          </Text>
        )}
        {(earlier.length > 0 || (editable && !closable && can('case.close'))) && (
          <Group component="li" gap="xs">
            {earlier.length > 0 && !all && (
              <Button size="compact-xs" variant="subtle" onClick={() => setAll(true)}>
                {t('risk.earlier', { count: earlier.length })}
              </Button>
            )}
            {editable && !closable && can('case.close') && (
              <Button
                size="compact-xs"
                variant="subtle"
                onClick={() => start(VIOLENCE_ACTS.accept)}
                styles={{ label: { whiteSpace: 'normal' } }}
                style={{ height: 'auto' }}
              >
                {t('act.accept')}
              </Button>
            )}
          </Group>
        )}
      </Block>
      {assessing && <RiskDialog file={file} onClose={() => setAssessing(false)} />}
    </>
  );
}

/** What the person will do if it gets worse. */
export function PlanBlock({ file, panel, zone, editable }: Omit<Props, 'start'>) {
  const { t } = useTranslation('violence');
  const [writing, setWriting] = useState(false);
  const [plan] = panel.safetyPlans;
  return (
    <>
      <Block
        name="plan"
        empty={!plan}
        {...(editable && { add: { label: t('act.plan'), run: () => setWriting(true) } })}
      >
        {SAFETY_PLAN_PARTS.filter((part) => plan?.content[part]).map((part) => (
          <Line key={part} title={t(`planPart.${part}`)} text={plan?.content[part]} />
        ))}
        {plan && (
          <Text component="li" size="xs" c="dimmed">
            {t('planVersion', { version: plan.version })} ·{' '}
            <Instant at={plan.recordedAt} zone={zone} inherit />
          </Text>
        )}
      </Block>
      {writing && <PlanDialog file={file} current={plan} onClose={() => setWriting(false)} />}
    </>
  );
}
