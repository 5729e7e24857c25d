import { useTranslation } from 'react-i18next';
import {
  defineIndicator,
  ENTRY_KINDS,
  enterIndicator,
  INDICATOR_MEASURES,
  INDICATOR_UNITS,
  signIndicator,
  type Indicator,
} from '../../api/indicators';
import { todayAt } from '../../time/zoned';
import { FieldsDialog } from '../../ui/fields-dialog';

interface YearProps {
  indicator: Indicator;
  year: number;
  onClose: () => void;
}

/** A target, a value from outside, a printed percentage or a difficulty, with its source. */
export function EnterDialog({ indicator: { code }, year, onClose }: YearProps) {
  const { t } = useTranslation('indicators');
  return (
    <FieldsDialog
      catalogue="indicators"
      name="enter"
      about={t('about.enter', { code, year })}
      fields={[
        { name: 'kind', kind: 'select', options: ['indicatorEntry', ENTRY_KINDS], required: true },
        { name: 'value', kind: 'text', hint: 'help.value' },
        { name: 'note', kind: 'long', hint: 'help.note' },
        { name: 'source', kind: 'text', hint: 'help.source', required: true },
      ]}
      send={(body, key) => enterIndicator(code, { ...body, year } as never, { key })}
      onClose={onClose}
    />
  );
}

/** The figure as it leaves with a communication; it stands from then on. */
export function SignDialog({ indicator: { code }, year, onClose }: YearProps) {
  const { t } = useTranslation('indicators');
  return (
    <FieldsDialog
      catalogue="indicators"
      name="sign"
      about={t('about.sign', { code, year })}
      action={t('act.sign')}
      fields={[
        { name: 'communicationNumber', kind: 'text', required: true },
        {
          ...{ name: 'communicationOn', kind: 'day', required: true },
          initial: todayAt('America/Lima'),
        },
      ]}
      send={(body, key) => signIndicator(code, { ...body, year } as never, { key })}
      onClose={onClose}
    />
  );
}

/** A new indicator, or another version of what one counts. */
export function DefineDialog({
  indicator,
  onClose,
}: {
  indicator?: Indicator;
  onClose: () => void;
}) {
  const { t } = useTranslation('indicators');
  const known = (value: string | undefined) => (value ? { initial: value } : {});
  return (
    <FieldsDialog
      catalogue="indicators"
      name={indicator ? 'define' : 'create'}
      about={t('about.define')}
      fields={[
        ...(indicator ? [] : [{ name: 'code', kind: 'text', required: true } as const]),
        { name: 'nameEs', kind: 'text', required: true, ...known(indicator?.nameEs) },
        { name: 'nameEn', kind: 'text', required: true, ...known(indicator?.nameEn) },
        {
          ...{ name: 'unit', kind: 'select', required: true, ...known(indicator?.unit) },
          options: ['indicatorUnit', INDICATOR_UNITS],
        },
        {
          ...{ name: 'measure', kind: 'select', required: true, ...known(indicator?.measure) },
          options: ['indicatorMeasure', INDICATOR_MEASURES],
        },
        { name: 'reason', kind: 'long', required: true },
      ]}
      send={({ code, ...body }, key) =>
        defineIndicator(indicator?.code ?? String(code), body as never, { key })
      }
      onClose={onClose}
    />
  );
}
