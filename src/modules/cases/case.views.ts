import type { StoredText } from '../../platform/crypto/protected-text';
import type { Page } from '../../platform/http/cursor';
import type { ChecklistItem } from './case-registry';
import type { CaseStatus, Priority, Tier } from './domain/case-vocabulary';
import { revealed } from './timeline';

/** A row as the statements give it. */
export interface CaseRecord {
  id: string;
  reference: string;
  postId: string;
  postCode: string;
  timeZone: string;
  family: string;
  type: string;
  tier: Tier;
  priority: Priority;
  status: CaseStatus;
  stage: string | null;
  personId: string | null;
  personName: string | null;
  assigneeId: string | null;
  assigneeName: string | null;
  nextDuty: string | null;
  nextDueAt: Date | null;
  lastVisitAt: Date | null;
  nextVisitAt: Date | null;
  openedAt: Date;
  closedAt: Date | null;
  wakeOn: string | null;
  tagIds: string[];
  version: number;
  country: string;
  subdivision: string | null;
  place: StoredText | null;
  summary: StoredText | null;
  intakeChannel: string;
  intakeReference: string | null;
  occurredAt: Date;
  firstContactAt: Date | null;
  outcome: string | null;
  seesRestricted: boolean;
  dismissalReason: string | null;
}

/** A row of a list of cases. Instants are ISO 8601 UTC. */
export interface CaseRow {
  id: string;
  reference: string;
  postId: string;
  postCode: string;
  /** IANA zone of the post, in which its people read instants. */
  timeZone: string;
  family: string;
  type: string;
  tier: Tier;
  priority: Priority;
  status: CaseStatus;
  stage: string | null;
  personId: string | null;
  personName: string | null;
  assignee: { id: string; displayName: string } | null;
  nextDuty: string | null;
  nextDueAt: string | null;
  overdue: boolean;
  lastVisitAt: string | null;
  nextVisitAt: string | null;
  openedAt: string;
  closedAt: string | null;
  /** Civil date on which a case on hold wakes. */
  wakeOn: string | null;
  /** Tags of its post. */
  tagIds: string[];
}

export interface CasePersonView {
  id: string;
  personId: string;
  role: string;
  fullName: string;
  birthDate: string | null;
  sex: number;
  identity: string;
  documents: { kind: string; number: string; issuingState: string | null }[];
  note: string | null;
  since: string;
  until: string | null;
}

export interface EntryRecord {
  id: string;
  kind: string;
  occurredAt: Date;
  recordedAt: Date;
  tier: string;
  data: Record<string, unknown>;
  supersedes: string | null;
  actorId: string | null;
  actorName: string | null;
  cursorKey: string;
}

export interface TimelineEntryView {
  id: string;
  kind: string;
  occurredAt: string;
  recordedAt: string;
  actor: { id: string; displayName: string } | null;
  tier: string;
  data: Record<string, unknown>;
  supersedes: string | null;
}

export interface CasePage extends CaseRow {
  version: number;
  country: string;
  subdivision: string | null;
  place: string | null;
  summary: string | null;
  intakeChannel: string;
  intakeReference: string | null;
  occurredAt: string;
  firstContactAt: string | null;
  outcome: string | null;
  dismissalReason: string | null;
  people: CasePersonView[];
  timeline: Page<TimelineEntryView>;
  checklist: ChecklistItem[];
  allowed: string[];
}

const iso = (instant: Date | null): string | null => instant?.toISOString() ?? null;

/** `now` (ISO 8601) decides what is overdue. */
export function toRow(record: CaseRecord, now: string): CaseRow {
  const due = iso(record.nextDueAt);
  return {
    id: record.id,
    reference: record.reference,
    postId: record.postId,
    postCode: record.postCode,
    timeZone: record.timeZone,
    family: record.family,
    type: record.type,
    tier: record.tier,
    priority: record.priority,
    status: record.status,
    stage: record.stage,
    personId: record.personId,
    personName: record.personName || null,
    assignee: record.assigneeId
      ? { id: record.assigneeId, displayName: record.assigneeName ?? '' }
      : null,
    nextDuty: record.nextDuty,
    nextDueAt: due,
    overdue:
      record.nextDueAt !== null && record.closedAt === null && record.nextDueAt < new Date(now),
    lastVisitAt: iso(record.lastVisitAt),
    nextVisitAt: iso(record.nextVisitAt),
    openedAt: record.openedAt.toISOString(),
    closedAt: iso(record.closedAt),
    wakeOn: record.wakeOn,
    tagIds: record.tagIds,
  };
}

export const toEntry = (record: EntryRecord): TimelineEntryView => ({
  id: record.id,
  kind: record.kind,
  occurredAt: record.occurredAt.toISOString(),
  recordedAt: record.recordedAt.toISOString(),
  actor: record.actorId ? { id: record.actorId, displayName: record.actorName ?? '' } : null,
  tier: record.tier,
  data: revealed(record.data) as Record<string, unknown>,
  supersedes: record.supersedes,
});
