import { Temporal } from '@js-temporal/polyfill';
import type { Labels } from '../../../platform/i18n/bilingual';
import type { RepatriationType } from './repatriation-type';

export const JOURNEY_PAPERS = [
  'passport',
  'salvoconducto',
  'travel_authorisation',
  'parent_authorisation',
  'parent_death',
  'court_order',
  'medical_clearance',
  'escort',
] as const;
/** What lets somebody travel: a document, who authorises a child, what a physician says. */
export type JourneyPaper = (typeof JOURNEY_PAPERS)[number];
export const JOURNEY_PAPER_LABELS: Labels<JourneyPaper> = {
  passport: { es: 'Pasaporte', en: 'Passport' },
  salvoconducto: { es: 'Salvoconducto', en: 'Salvoconducto' },
  travel_authorisation: { es: 'Autorización de viaje', en: 'Travel authorisation' },
  parent_authorisation: { es: 'Autorización de madre o padre', en: 'Authorisation of a parent' },
  parent_death: { es: 'Partida de defunción de madre o padre', en: 'Death of a parent' },
  court_order: { es: 'Autorización judicial', en: 'Court order' },
  medical_clearance: { es: 'Aptitud médica para viajar', en: 'Medical clearance' },
  escort: { es: 'Acompañante', en: 'Escort' },
};
export const TRAVEL_DOCUMENTS: readonly JourneyPaper[] = [
  'passport',
  'salvoconducto',
  'travel_authorisation',
];

export interface JourneyPaperFact {
  id: string;
  kind: JourneyPaper;
  issuedOn: Temporal.PlainDate;
  /** The last day on which it counts; null: until it is used. */
  expiresOn: Temporal.PlainDate | null;
  obtainedAt: Temporal.Instant;
}

export const JOURNEY_GAPS = [
  'NO_TRAVEL_DOCUMENT',
  'NO_AUTHORISATION',
  'SECOND_PARENT',
  'NO_MEDICAL_CLEARANCE',
  'NO_ESCORT',
] as const;
export type JourneyGap = (typeof JOURNEY_GAPS)[number];
export const JOURNEY_GAP_LABELS: Labels<JourneyGap> = {
  NO_TRAVEL_DOCUMENT: { es: 'Falta un documento de viaje', en: 'No travel document' },
  NO_AUTHORISATION: { es: 'Falta quien autorice el viaje', en: 'Nobody authorised the journey' },
  SECOND_PARENT: {
    es: 'Falta la otra madre o padre, u orden judicial',
    en: 'The other parent, or a court order, is lacking',
  },
  NO_MEDICAL_CLEARANCE: { es: 'Falta la aptitud médica', en: 'No medical clearance' },
  NO_ESCORT: { es: 'Falta acompañante', en: 'No escort' },
};

const compare = Temporal.PlainDate.compare;

/** Whether a paper counts on a day. */
export const covers = (
  { issuedOn, expiresOn }: JourneyPaperFact,
  day: Temporal.PlainDate,
): boolean => compare(issuedOn, day) <= 0 && (expiresOn === null || compare(day, expiresOn) <= 0);

type Count = (...kinds: JourneyPaper[]) => number;

const document = (count: Count): JourneyGap[] =>
  count(...TRAVEL_DOCUMENTS) > 0 ? [] : ['NO_TRAVEL_DOCUMENT'];

/** A court, both parents, or the one whose other parent is dead (Código de los Niños arts. 111–112). */
function authorisation(count: Count): JourneyGap[] {
  if (count('court_order') > 0) return [];
  const parents = count('parent_authorisation');
  if (parents === 0) return ['NO_AUTHORISATION'];
  return parents + count('parent_death') >= 2 ? [] : ['SECOND_PARENT'];
}

const escort = (count: Count): JourneyGap[] => (count('escort') > 0 ? [] : ['NO_ESCORT']);

const clearance = (count: Count): JourneyGap[] =>
  count('medical_clearance') > 0 ? [] : ['NO_MEDICAL_CLEARANCE'];

/** What each type must hold to travel (rules §6, *Kinds*). */
const NEEDS: Readonly<Record<RepatriationType, readonly ((count: Count) => JourneyGap[])[]>> = {
  destitute: [document],
  deportee_reception: [document],
  returnee_support: [document],
  medical: [document, clearance, escort],
  minor: [document, authorisation],
  victim: [document],
};

/** What is missing for somebody to travel on `day`; nothing: they may. */
export function journeyGaps(
  type: RepatriationType,
  papers: readonly JourneyPaperFact[],
  day: Temporal.PlainDate,
): JourneyGap[] {
  const standing = papers.filter((paper) => covers(paper, day));
  const count: Count = (...kinds) => standing.filter(({ kind }) => kinds.includes(kind)).length;
  return NEEDS[type].flatMap((need) => need(count));
}
