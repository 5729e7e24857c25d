import { Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLabel } from '../../i18n/use-label';
import { countryName, formatDay, formatInstant } from '../../time/format';
import { Line } from '../../ui/part';
import { TRAFFICKING_ACTS } from './acts';
import { LineAct, TraffickingPart, type PartProps } from './parts';

/** Who the person is, of which nationality, and whether a minor. */
export function IdentityPart({ panel, zone, ...rest }: PartProps) {
  const { i18n } = useTranslation('trafficking');
  const label = useLabel();
  return (
    <TraffickingPart
      name="identity"
      act={TRAFFICKING_ACTS.identity}
      empty={panel.checks.length === 0}
      {...rest}
    >
      {panel.checks.map((check) => (
        <Line
          key={check.id}
          title={[
            check.nationality
              ? countryName(check.nationality, i18n.language)
              : label('nationalityFinding', check.nationalityFinding),
            label('ageFinding', check.ageFinding),
          ].join(' · ')}
          facts={[formatInstant(check.checkedAt, zone, i18n.language), check.recordedBy]}
          text={check.evidence}
        />
      ))}
    </TraffickingPart>
  );
}

/** Whom the law obliges to tell, and what they answered. */
export function ReferralsPart({ panel, zone, ...rest }: PartProps) {
  const { t, i18n } = useTranslation('trafficking');
  const label = useLabel();
  const { editable, start } = rest;
  return (
    <TraffickingPart
      name="referrals"
      act={TRAFFICKING_ACTS.inform}
      empty={panel.referrals.length === 0}
      {...rest}
    >
      {panel.referrals.map((referral) => {
        const title = label('referralRecipient', referral.recipient);
        return (
          <Line
            key={referral.id}
            title={title}
            facts={[
              label('referralState', referral.state),
              referral.authority,
              referral.number,
              formatInstant(referral.occurredAt, zone, i18n.language),
              referral.answeredAt &&
                t('answered', { day: formatInstant(referral.answeredAt, zone, i18n.language) }),
            ]}
            text={[referral.note, referral.answer].filter(Boolean).join('\n')}
          >
            {editable && referral.state === 'sent' && referral.recipient !== 'headquarters' && (
              <LineAct
                act={TRAFFICKING_ACTS.answer}
                target={referral.id}
                name={title}
                start={start}
              />
            )}
          </Line>
        );
      })}
    </TraffickingPart>
  );
}

/** The time to think. */
export function ReflectionPart({ panel, zone: _, ...rest }: PartProps) {
  const { t, i18n } = useTranslation('trafficking');
  const label = useLabel();
  return (
    <TraffickingPart
      name="reflection"
      act={TRAFFICKING_ACTS.reflection}
      empty={panel.reflections.length === 0}
      {...rest}
    >
      {panel.reflections.map(({ id, state, authority, untilDay, note }) => (
        <Line
          key={id}
          title={label('reflectionState', state)}
          facts={[authority, untilDay && t('until', { day: formatDay(untilDay, i18n.language) })]}
          text={note}
        />
      ))}
    </TraffickingPart>
  );
}

/** The way home, agreed and safe, and how they are after it. */
export function ReturnPart({ panel, zone, ...rest }: PartProps) {
  const { t, i18n } = useTranslation('trafficking');
  const label = useLabel();
  const { editable, start } = rest;
  return (
    <TraffickingPart
      name="return"
      act={TRAFFICKING_ACTS.return}
      empty={panel.returns.length === 0}
      {...rest}
    >
      {panel.returns.map((back) => {
        const planned = t('planned', { day: formatDay(back.plannedOn, i18n.language) });
        const given = { target: back.id, name: planned, start };
        return (
          <Line
            key={back.id}
            title={back.reception}
            facts={[
              planned,
              label('returnRisk', back.risk),
              back.arrivedAt &&
                t('arrived', { day: formatInstant(back.arrivedAt, zone, i18n.language) }),
              ...back.followUps.map(({ finding }) => label('returnFinding', finding)),
            ]}
            text={back.riskAssessment}
          >
            {editable && (
              <Group gap="xs">
                {back.arrivedAt ? (
                  <LineAct act={TRAFFICKING_ACTS.followUp} {...given} />
                ) : (
                  <LineAct act={TRAFFICKING_ACTS.arrival} {...given} />
                )}
              </Group>
            )}
          </Line>
        );
      })}
    </TraffickingPart>
  );
}
