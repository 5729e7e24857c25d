import { useTranslation } from 'react-i18next';
import { useLabel } from '../../i18n/use-label';
import { formatInstant } from '../../time/format';
import { Line } from '../../ui/part';
import { RETURN_ACTS } from './acts';
import { LineAct, ReturnPart, type ReturnProps } from './parts';

/** Who waits in Peru, and to whom the person is handed over. */
export function ReceptionPart(props: ReturnProps) {
  const { panel, zone, editable, start } = props;
  const { t, i18n } = useTranslation('repatriation');
  const label = useLabel();
  const at = (iso: string) => formatInstant(iso, zone, i18n.language);
  return (
    <ReturnPart
      name="reception"
      acts={[RETURN_ACTS.receive]}
      empty={panel.receptions.length === 0}
      {...props}
    >
      {panel.receptions.map((one) => (
        <Line
          key={one.id}
          title={`${one.institution}: ${one.accepted ? t('accepts') : t('declines')}`}
          facts={[
            label('receptionStage', one.stage),
            one.contact,
            at(one.occurredAt),
            one.handedOverAt && t('handedOver', { at: at(one.handedOverAt) }),
          ]}
          text={one.note}
        >
          {one.accepted && !one.handedOverAt && panel.arrivals.length > 0 && (
            <LineAct
              act={RETURN_ACTS.handOver}
              target={one.id}
              name={one.institution}
              editable={editable}
              start={start}
            />
          )}
        </Line>
      ))}
    </ReturnPart>
  );
}

/** What the person was told of Ley 30001, and how they are some time after. */
export function AfterPart(props: ReturnProps) {
  const { panel, zone } = props;
  const { t, i18n } = useTranslation('repatriation');
  const label = useLabel();
  const at = (iso: string) => formatInstant(iso, zone, i18n.language);
  return (
    <ReturnPart
      name="after"
      acts={[RETURN_ACTS.benefits, RETURN_ACTS.followUp]}
      empty={panel.benefitNotices.length + panel.followUps.length === 0}
      {...props}
    >
      {panel.followUps.map((one) => (
        <Line
          key={one.id}
          title={label('returnState', one.finding)}
          facts={[at(one.occurredAt), one.recordedBy]}
          text={one.note}
        />
      ))}
      {panel.benefitNotices.map((one) => (
        <Line
          key={one.id}
          title={t('benefitsTold')}
          facts={[label('benefitChannel', one.channel), at(one.occurredAt), one.recordedBy]}
          text={one.note}
        />
      ))}
    </ReturnPart>
  );
}
