import { Group, Input, NumberInput } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';

interface Props {
  label: string;
  withAsterisk?: boolean;
  error?: React.ReactNode;
  /** ISO 8601 duration in years and months, e.g. `P2Y6M`; '' when not known. */
  value?: string;
  onChange?: (term: string) => void;
}

const partsOf = (term: string): { years: number | ''; months: number | '' } => {
  const [, years, months] = /^P(?:(\d+)Y)?(?:(\d+)M)?$/.exec(term) ?? [];
  return { years: years ? Number(years) : '', months: months ? Number(months) : '' };
};

const termOf = (years: number | string, months: number | string): string => {
  const parts = [Number(years) > 0 && `${years}Y`, Number(months) > 0 && `${months}M`];
  const said = parts.filter(Boolean).join('');
  return said && `P${said}`;
};

/** The length of a sentence in years and months. */
export function TermInput({ label, withAsterisk, error, value = '', onChange }: Props) {
  const { t } = useTranslation('detention');
  const id = useId();
  const { years, months } = partsOf(value);
  return (
    <Input.Wrapper
      label={label}
      labelElement="div"
      labelProps={{ id }}
      withAsterisk={withAsterisk}
      error={error}
    >
      <Group grow role="group" aria-labelledby={id}>
        <NumberInput
          placeholder={t('field.years')}
          aria-label={`${label}: ${t('field.years')}`}
          min={0}
          max={200}
          allowDecimal={false}
          value={years}
          onChange={(next) => onChange?.(termOf(next, months))}
        />
        <NumberInput
          placeholder={t('field.months')}
          aria-label={`${label}: ${t('field.months')}`}
          min={0}
          max={11}
          allowDecimal={false}
          value={months}
          onChange={(next) => onChange?.(termOf(years, next))}
        />
      </Group>
    </Input.Wrapper>
  );
}
