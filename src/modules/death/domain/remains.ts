import type { Labels } from '../../../platform/i18n/bilingual';
import { Temporal } from '@js-temporal/polyfill';
import type { DeathCaseType } from './death';

export const WAYS = [
  'repatriate_remains',
  'repatriate_ashes',
  'local_burial',
  'local_cremation',
  'family_arranges',
] as const;
/** What is to be done with the remains, by decision of the family. */
export type Way = (typeof WAYS)[number];
export const WAY_LABELS: Labels<Way> = {
  repatriate_remains: { es: 'Repatriar los restos', en: 'Repatriate the remains' },
  repatriate_ashes: {
    es: 'Cremar y repatriar las cenizas',
    en: 'Cremate and repatriate the ashes',
  },
  local_burial: { es: 'Sepultar en el lugar', en: 'Bury there' },
  local_cremation: { es: 'Cremar en el lugar', en: 'Cremate there' },
  family_arranges: { es: 'Lo dispone la familia por su cuenta', en: 'The family arranges it' },
};

export const REMAINS_KINDS = ['remains', 'ashes', 'local'] as const;
/** By what the documents differ: a body, an urn, or a burial or cremation in the place. */
export type RemainsKind = (typeof REMAINS_KINDS)[number];
export const REMAINS_KIND_LABELS: Labels<RemainsKind> = {
  remains: { es: 'Restos', en: 'Remains' },
  ashes: { es: 'Cenizas', en: 'Ashes' },
  local: { es: 'Sepelio o cremación en el lugar', en: 'Local burial or cremation' },
};

const KIND_OF_WAY: Readonly<Record<Way, RemainsKind | null>> = {
  repatriate_remains: 'remains',
  repatriate_ashes: 'ashes',
  local_burial: 'local',
  local_cremation: 'local',
  family_arranges: null,
};
const KIND_OF_TYPE: Readonly<Record<DeathCaseType, RemainsKind | null>> = {
  death_abroad: null,
  repatriation_of_remains: 'remains',
  repatriation_of_ashes: 'ashes',
  local_burial_or_cremation: 'local',
  estate: null,
};

/** Which documents the case needs: as decided, and before that as its type says. */
export const remainsKindOf = (type: DeathCaseType, way: Way | null): RemainsKind | null =>
  way ? KIND_OF_WAY[way] : KIND_OF_TYPE[type];

export const TRANSPORT_MODES = ['air', 'land', 'sea'] as const;
export type TransportMode = (typeof TRANSPORT_MODES)[number];
export const TRANSPORT_MODE_LABELS: Labels<TransportMode> = {
  air: { es: 'Aéreo', en: 'By air' },
  land: { es: 'Terrestre', en: 'By land' },
  sea: { es: 'Marítimo', en: 'By sea' },
};

export const RESTING_KINDS = ['burial', 'niche', 'cremation', 'handed_over'] as const;
/** Where the remains came to rest; ashes may be handed to the family. */
export type RestingKind = (typeof RESTING_KINDS)[number];
export const RESTING_KIND_LABELS: Labels<RestingKind> = {
  burial: { es: 'Sepultura', en: 'Burial' },
  niche: { es: 'Nicho', en: 'Niche' },
  cremation: { es: 'Cremación', en: 'Cremation' },
  handed_over: { es: 'Entrega a la familia', en: 'Handed over to the family' },
};

export interface Leg {
  departsAt: Temporal.Instant;
  arrivesAt: Temporal.Instant;
}

/**
 * What is wrong with the next leg of a transport. Only instants are compared: over the date line it may
 * arrive on an earlier day than it left, by the clocks of the places.
 */
export function checkLeg(before: readonly Leg[], next: Leg): { path: string; code: string }[] {
  if (Temporal.Instant.compare(next.arrivesAt, next.departsAt) <= 0) {
    return [{ path: 'arrivesAt', code: 'ARRIVES_BEFORE_IT_LEAVES' }];
  }
  const late = before.some(
    ({ arrivesAt }) => Temporal.Instant.compare(next.departsAt, arrivesAt) < 0,
  );
  return late ? [{ path: 'departsAt', code: 'LEAVES_BEFORE_IT_ARRIVED' }] : [];
}
