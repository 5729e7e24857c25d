import type { Temporal } from '@js-temporal/polyfill';
import { revealed } from '../cases';
import { isWithin, nextOpening, type HoursWindow } from './domain/hours';
import type { Arrangement, SafeWay } from './domain/may-contact';
import { neutralTextIn, type SafeContactPolicyContent } from './domain/policy';

/** A version as the statements give it; its texts as they rest. */
export interface SafeContactRow {
  id: string;
  personId: string;
  version: number;
  timeZone: string;
  hours: HoursWindow[];
  language: string;
  codeWord: unknown;
  seenBy: unknown;
  neutralText: unknown;
  note: unknown;
  recordedAt: Date;
  ways: { channel: SafeWay['channel']; address: unknown; mayLeaveMessage: boolean }[];
  /** Only in lists. */
  fullName?: string;
  shownId?: string;
  recordedBy?: string | null;
}

/** A version of the arrangement with a person, readable. Instants are ISO 8601 UTC. */
export interface SafeContactView {
  id: string;
  personId: string;
  fullName: string;
  version: number;
  timeZone: string;
  hours: HoursWindow[];
  language: string;
  ways: SafeWay[];
  codeWord: string | null;
  seenBy: string | null;
  /** What may be written or left: the person's own text, else the policy's. */
  neutralText: string;
  ownText: boolean;
  note: string | null;
  /** Whether the hours are open at this moment. */
  openNow: boolean;
  /** When they open next; null while open, or never. */
  opensAt: string | null;
  recordedAt: string;
  recordedBy: string | null;
}

const text = (value: unknown): string | null => revealed(value) as string | null;

/** What the rules read of a version. */
export const arrangementOf = (row: SafeContactRow): Arrangement => ({
  ways: row.ways.map((way) => ({ ...way, address: text(way.address) })),
  hours: { timeZone: row.timeZone, windows: row.hours },
});

export function toSafeContactView(
  row: SafeContactRow,
  policy: SafeContactPolicyContent,
  now: Temporal.Instant,
): SafeContactView {
  const { ways, hours } = arrangementOf(row);
  const own = text(row.neutralText);
  const openNow = isWithin(hours, now);
  return {
    id: row.id,
    personId: row.shownId ?? row.personId,
    fullName: row.fullName ?? '',
    version: row.version,
    timeZone: row.timeZone,
    hours: row.hours,
    language: row.language,
    ways: [...ways],
    codeWord: text(row.codeWord),
    seenBy: text(row.seenBy),
    neutralText: own ?? neutralTextIn(policy, row.language),
    ownText: own !== null,
    note: text(row.note),
    openNow,
    opensAt: openNow ? null : (nextOpening(hours, now)?.toString() ?? null),
    recordedAt: row.recordedAt.toISOString(),
    recordedBy: row.recordedBy ?? null,
  };
}
