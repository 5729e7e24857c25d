import { useTranslation } from 'react-i18next';
import { createInterestInstrument, listInterestInstruments } from '../../api/minors';
import { InstrumentSection } from '../violence/instrument-section';

/** The questions by which the best interests of a child are assessed. */
export function InterestInstrumentSection() {
  const { t } = useTranslation('minors');
  return (
    <InstrumentSection
      title={t('instrumentTitle')}
      name="interest-instruments"
      list={listInterestInstruments}
      create={createInterestInstrument}
    />
  );
}
