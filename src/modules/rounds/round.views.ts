import { ProtectedText, type StoredText } from '../../platform/crypto/protected-text';
import type { NotVisitedReason, PersonState, RoundStatus } from './domain/round';

export interface RoundRow {
  id: string;
  postId: string;
  postCode: string;
  timeZone: string;
  plannedOn: string;
  occasion: string | null;
  facilityId: string | null;
  facilityName: string | null;
  city: string;
  visitingHours: string | null;
  leaderId: string;
  leaderName: string;
  note: StoredText | null;
  status: RoundStatus;
  endReason: StoredText | null;
  endedAt: Date | null;
  version: number;
  planned: number;
  recorded: number;
  notVisited: number;
}

/** A round in a list. `plannedOn` is a civil date at the post; the counts are what the reader sees. */
export interface RoundView extends Omit<RoundRow, 'note' | 'endReason' | 'endedAt'> {
  occasionNames: { es: string; en: string } | null;
  note: string | null;
  endReason: string | null;
  endedAt: string | null;
}

export interface RoundPersonRow {
  caseId: string;
  reference: string;
  tier: string;
  personName: string | null;
  stage: string | null;
  lastVisitAt: Date | null;
  nextVisitAt: Date | null;
  facilityName: string | null;
  opposesVisits: boolean;
  state: PersonState;
  reason: NotVisitedReason | null;
  contactId: string | null;
  outcome: string | null;
  actNumber: string | null;
  visitedAt: Date | null;
  findings: Record<string, string>;
  needs: string[];
  report: StoredText | null;
}

/** A person of a round. `toCheck`: what gave concern at the last visit; `needs`: what was asked for. */
export interface RoundPersonView {
  caseId: string;
  reference: string;
  personName: string | null;
  stage: string | null;
  lastVisitAt: string | null;
  nextVisitAt: string | null;
  facilityName: string | null;
  opposesVisits: boolean;
  state: PersonState;
  reason: NotVisitedReason | null;
  contactId: string | null;
  outcome: string | null;
  actNumber: string | null;
  visitedAt: string | null;
  toCheck: { check: string; finding: string }[];
  needs: string[];
  nextSteps: string | null;
}

/** Findings of a visit that the next one looks at again. */
const OPEN_FINDINGS = ['serious', 'concern'];

const iso = (date: Date | null): string | null => date?.toISOString() ?? null;
const textOf = (stored: StoredText | null): string | null =>
  stored ? ProtectedText.fromStored(stored).reveal() : null;

export const toRound = (row: RoundRow, occasionNames: RoundView['occasionNames']): RoundView => ({
  ...row,
  occasionNames,
  note: textOf(row.note),
  endReason: textOf(row.endReason),
  endedAt: iso(row.endedAt),
});

export function toRoundPerson({
  report,
  findings,
  tier: _,
  ...row
}: RoundPersonRow): RoundPersonView {
  const told = textOf(report);
  const { nextSteps = null } = told ? (JSON.parse(told) as { nextSteps?: string | null }) : {};
  return {
    ...row,
    lastVisitAt: iso(row.lastVisitAt),
    nextVisitAt: iso(row.nextVisitAt),
    visitedAt: iso(row.visitedAt),
    toCheck: Object.entries(findings)
      .filter(([, finding]) => OPEN_FINDINGS.includes(finding))
      .map(([check, finding]) => ({ check, finding }))
      .sort((a, b) => OPEN_FINDINGS.indexOf(a.finding) - OPEN_FINDINGS.indexOf(b.finding)),
    nextSteps,
  };
}
