import type { Temporal } from '@js-temporal/polyfill';
import { applyAnswers, type Answer } from './answers';
import { contentOf, type CatalogueContent } from './content';

/** The answers of one case as the register keeps them. */
export interface KeptAnswers {
  family: string;
  type: string;
  /** IANA zone of its post, in which dates are meant. */
  zone: string;
  answers: readonly { field: string; value: Answer; tier: string }[];
}

/**
 * Fields whose kept answer `content`, the version of their case, would refuse or keep elsewhere: it
 * has no such field, does not ask it given the other answers, knows it in another form or within other
 * limits, or shows it to other readers. What opening requires is no part of it: an edit may ask anew.
 */
export function answersAtOdds(
  content: CatalogueContent,
  { family, type, zone, answers }: KeptAnswers,
  now: Temporal.Instant,
): string[] {
  const fields = contentOf(content, family, type)?.fields ?? [];
  const kept = Object.fromEntries(answers.map(({ field, value }) => [field, value]));
  const context = { now, zone, seesRestricted: true, opening: false };
  const tierOf = new Map(fields.map(({ code, tier }) => [code, tier]));
  const { faults } = applyAnswers(fields, kept, kept, context);
  return [
    ...new Set([
      ...faults.map(({ field }) => field),
      ...answers
        .filter(({ field, tier }) => tierOf.has(field) && tierOf.get(field) !== tier)
        .map(({ field }) => field),
    ]),
  ];
}
