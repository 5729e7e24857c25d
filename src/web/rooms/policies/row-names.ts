import { useTranslation } from 'react-i18next';
import type { VisitCap, VisitInterval } from '../../api/types';
import { useLabel } from '../../i18n/use-label';
import { countryName } from '../../time/format';

/** What a row of the visit table applies to, in words. */
export function useRowNames() {
  const { t, i18n } = useTranslation('policies');
  const label = useLabel();
  return {
    interval: (row: VisitInterval): string =>
      [
        row.stage && label('stage', row.stage),
        row.condition && label('condition', row.condition),
        row.country && countryName(row.country, i18n.language),
        row.harshness && label('harshness', row.harshness),
        row.facilityId && t('oneFacility'),
      ]
        .filter(Boolean)
        .join(' · ') || t('everybody'),
    cap: (cap: VisitCap): string =>
      cap.when === 'factor'
        ? label('vulnerability', cap.factor)
        : t(cap.when === 'younger_than' ? 'youngerThan' : 'olderThan', { years: cap.years }),
  };
}
