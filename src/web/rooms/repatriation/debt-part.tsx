import { useTranslation } from 'react-i18next';
import { useLabel } from '../../i18n/use-label';
import { formatMoney } from '../../money/format';
import { formatDay, formatInstant } from '../../time/format';
import { Line } from '../../ui/part';
import { RETURN_ACTS } from './acts';
import { LineAct, ReturnPart, type ReturnProps } from './parts';

/** What the State paid and is to get back; it outlives the case, and so do its acts. */
export function DebtPart(props: ReturnProps) {
  const { panel, zone, start } = props;
  const { t, i18n } = useTranslation('repatriation');
  const label = useLabel();
  if (panel.debts.length === 0) return null;
  const owed = panel.debt === 'due' || panel.debt === 'partly_paid';
  const entries = panel.debts.filter(({ kind }) => kind !== 'opened');
  const money = (amount: string, currency: string) => formatMoney(amount, currency, i18n.language);
  return (
    <ReturnPart name="debt" acts={[]} empty={panel.receivable.length === 0} {...props}>
      {panel.receivable.map((one) => (
        <Line
          key={one.currency}
          title={`${label('reimbursement', panel.debt ?? 'due')}: ${t('outstanding', { amount: money(one.outstanding, one.currency) })}`}
          facts={(['owed', 'paid', 'waived'] as const).map((part) =>
            t(part, { amount: money(one[part], one.currency) }),
          )}
        >
          {owed &&
            one.outstanding !== '0.00' &&
            [RETURN_ACTS.instalment, RETURN_ACTS.waiveDebt].map((act) => (
              <LineAct
                key={act.name}
                act={act}
                target={one.currency}
                name={one.currency}
                known={{ amount: one.outstanding, currency: one.currency }}
                editable
                start={start}
              />
            ))}
        </Line>
      ))}
      {entries.map(({ id, kind, amount, currency, settledOn, proof, reason, ...one }) => (
        <Line
          key={id}
          title={`${label('debtEntry', kind)}: ${money(amount!, currency!)}`}
          facts={[
            settledOn && formatDay(settledOn, i18n.language),
            one.recordedBy,
            proof && t('proof', { proof }),
            one.documentTitle,
          ]}
          text={reason}
        />
      ))}
      {panel.debtReminders.map(({ id, afterDays, state, why, endedAt }) => (
        <Line
          key={id}
          title={t('reminder', { count: afterDays, state: label('reminderState', state) })}
          facts={[endedAt && formatInstant(endedAt, zone, i18n.language)]}
          text={why && label('reminderWhy', why)}
          faded={state === 'sent'}
        />
      ))}
    </ReturnPart>
  );
}
