import type { Labels } from '../i18n/bilingual';

/** Who pays a share of a fare (taxonomy, *Funding*: source; CMW 2024 ¶80), and whoever travels. */
export const FARE_PAYERS = [
  'traveller',
  'support_network',
  'palh',
  'pah',
  'other_public',
  'third_party',
] as const;
export type FarePayer = (typeof FARE_PAYERS)[number];
export const FARE_PAYER_LABELS: Labels<FarePayer> = {
  traveller: { es: 'Quien viaja', en: 'The traveller' },
  support_network: { es: 'Red de apoyo', en: 'Support network' },
  palh: { es: 'PALH', en: 'PALH' },
  pah: { es: 'PAH', en: 'PAH' },
  other_public: { es: 'Otra entidad pública', en: 'Another public body' },
  third_party: { es: 'Transportista u otro tercero', en: 'The carrier or another third party' },
};
/** Payers whose share is money of the Peruvian State, and needs prior consultation. */
export const STATE_PAYERS: readonly FarePayer[] = ['palh', 'pah', 'other_public'];
