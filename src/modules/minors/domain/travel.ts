import type { Labels } from '../../../platform/i18n/bilingual';
import { Temporal } from '@js-temporal/polyfill';
import { counts, type GuardianshipFact } from './guardianship';

export const AUTHORISATION_KINDS = ['parental', 'court_order', 'death_certificate'] as const;
/** What lets a child leave a country: each parent's word, a court's, or that one parent is dead. */
export type AuthorisationKind = (typeof AUTHORISATION_KINDS)[number];
export const AUTHORISATION_KIND_LABELS: Labels<AuthorisationKind> = {
  parental: { es: 'Autorización de madre o padre', en: 'Authorisation of a parent' },
  court_order: { es: 'Autorización judicial', en: 'Court order' },
  death_certificate: { es: 'Partida de defunción', en: 'Death certificate' },
};

export const AUTHORISATION_FORMS = ['notarial', 'consular', 'judicial', 'registry'] as const;
/** Before whom it was made. */
export type AuthorisationForm = (typeof AUTHORISATION_FORMS)[number];
export const AUTHORISATION_FORM_LABELS: Labels<AuthorisationForm> = {
  notarial: { es: 'Notarial', en: 'Before a notary' },
  consular: { es: 'Consular', en: 'Before a consul' },
  judicial: { es: 'Judicial', en: 'By a court' },
  registry: { es: 'Registro civil', en: 'Civil registry' },
};

export interface AuthorisationFact {
  id: string;
  kind: AuthorisationKind;
  /** The parent who authorises, or who died; null for a court. */
  personId: string | null;
  givenOn: Temporal.PlainDate;
  /** The last day on which it may be used; null: until it is used. */
  expiresOn: Temporal.PlainDate | null;
  /** ISO 3166-1 alpha-2; null: anywhere. */
  destination: string | null;
  /** Days of the journey that it covers, both included; null: any. */
  travelFrom: Temporal.PlainDate | null;
  travelTo: Temporal.PlainDate | null;
  revoked: boolean;
}

export interface TravelFacts {
  authorisations: readonly AuthorisationFact[];
  guardianships: readonly GuardianshipFact[];
}

export const TRAVEL_GROUNDS = [
  'court_order',
  'both_parents',
  'sole_custody',
  'other_parent_dead',
] as const;
export type TravelGround = (typeof TRAVEL_GROUNDS)[number];
export const TRAVEL_GROUND_LABELS: Labels<TravelGround> = {
  court_order: { es: 'Autorización judicial', en: 'Court order' },
  both_parents: { es: 'Autorizan madre y padre', en: 'Both parents authorise' },
  sole_custody: {
    es: 'Autoriza quien tiene la custodia exclusiva',
    en: 'Whoever has sole custody',
  },
  other_parent_dead: { es: 'Autoriza el progenitor supérstite', en: 'The surviving parent' },
};

export const TRAVEL_GAPS = ['NO_AUTHORISATION', 'PARENT_NOT_VERIFIED', 'SECOND_PARENT'] as const;
/** What is missing for a journey. */
export type TravelGap = (typeof TRAVEL_GAPS)[number];

export type TravelAnswer =
  { allowed: true; ground: TravelGround; missing: [] } | { allowed: false; missing: TravelGap[] };

export interface Journey {
  day: Temporal.PlainDate;
  /** ISO 3166-1 alpha-2. */
  destination: string;
}

const compare = Temporal.PlainDate.compare;

/** Whether an authorisation may be used for a journey. */
export function covers(authorisation: AuthorisationFact, { day, destination }: Journey): boolean {
  const { givenOn, expiresOn, travelFrom, travelTo, revoked } = authorisation;
  return (
    !revoked &&
    compare(givenOn, day) <= 0 &&
    (expiresOn === null || compare(day, expiresOn) <= 0) &&
    (travelFrom === null || compare(travelFrom, day) <= 0) &&
    (travelTo === null || compare(day, travelTo) <= 0) &&
    (authorisation.destination === null || authorisation.destination === destination)
  );
}

const PARENTAL: readonly string[] = ['parental_authority', 'custody_judgment'];

/**
 * Whether a child may travel on a day, and on what ground: both parents, the one who has sole custody
 * verified, the one whose other parent is dead, or a court (Código de los Niños y Adolescentes arts.
 * 111–112). A parent's word counts once it is verified that they are one. Else, what is missing.
 */
export function mayTravel(facts: TravelFacts, journey: Journey): TravelAnswer {
  const standing = facts.authorisations.filter((a) => covers(a, journey));
  const of = (kind: AuthorisationKind) => standing.filter((a) => a.kind === kind);
  const allowed = (ground: TravelGround): TravelAnswer => ({ allowed: true, ground, missing: [] });
  if (of('court_order').length > 0) return allowed('court_order');
  const held = facts.guardianships.filter(
    (g) => PARENTAL.includes(g.ground) && counts(g, journey.day),
  );
  const said = new Set(of('parental').map(({ personId }) => personId!));
  const parents = [...said].filter((id) => held.some(({ personId }) => personId === id));
  if (parents.length >= 2) return allowed('both_parents');
  if (held.some(({ sole, personId }) => sole && parents.includes(personId))) {
    return allowed('sole_custody');
  }
  const dead = of('death_certificate').map(({ personId }) => personId);
  const survivor = parents.some((id) => dead.some((other) => other !== id));
  if (survivor) return allowed('other_parent_dead');
  if (said.size === 0) return { allowed: false, missing: ['NO_AUTHORISATION'] };
  const missing: TravelGap[] = parents.length < said.size ? ['PARENT_NOT_VERIFIED'] : [];
  return { allowed: false, missing: said.size < 2 ? [...missing, 'SECOND_PARENT'] : missing };
}
