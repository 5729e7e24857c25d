import type { MemberKind } from './case-contents.entity';
import { ProtectedText, type StoredText } from '../../platform/crypto/protected-text';
import type { Tier } from './domain/case-vocabulary';
import type { BarGround } from './domain/circle';

/** A membership as the statement gives it. */
export interface MemberRecord {
  id: string;
  accountId: string;
  displayName: string | null;
  kind: MemberKind;
  since: Date;
  until: Date | null;
  reason: string | null;
  addedBy: string | null;
  endedBy: string | null;
  endReason: string | null;
  active: boolean;
  upcoming: boolean;
}

export const MEMBER_STATES = ['active', 'upcoming', 'ended'] as const;
export type MemberState = (typeof MEMBER_STATES)[number];

/** A membership for reading; instants are ISO 8601 UTC. */
export interface MemberView {
  id: string;
  accountId: string;
  displayName: string;
  kind: MemberKind;
  state: MemberState;
  since: string;
  until: string | null;
  reason: string | null;
  addedBy: string | null;
  endedBy: string | null;
  endReason: string | null;
}

/** Somebody of the staff who may not be in the circle. */
export interface BarView {
  id: string;
  accountId: string;
  displayName: string;
  ground: BarGround;
  reason: string | null;
  since: string;
  addedBy: string | null;
  liftedAt: string | null;
  liftedBy: string | null;
  liftedReason: string | null;
}

export interface BarRecord extends Omit<BarView, 'since' | 'liftedAt' | 'reason' | 'liftedReason'> {
  since: Date;
  liftedAt: Date | null;
  reason: StoredText | null;
  liftedReason: StoredText | null;
}

export const toBarView = (record: BarRecord): BarView => ({
  ...record,
  since: record.since.toISOString(),
  liftedAt: record.liftedAt?.toISOString() ?? null,
  reason: record.reason && ProtectedText.fromStored(record.reason).reveal(),
  liftedReason: record.liftedReason && ProtectedText.fromStored(record.liftedReason).reveal(),
});

/** Somebody who has read the file. */
export interface ReaderRecord {
  accountId: string;
  displayName: string;
  firstAt: Date;
  lastAt: Date;
  /** How often it was opened. */
  times: number;
}

export interface ReaderView extends Omit<ReaderRecord, 'firstAt' | 'lastAt'> {
  firstAt: string;
  lastAt: string;
}

export const toReaderView = (record: ReaderRecord): ReaderView => ({
  ...record,
  firstAt: record.firstAt.toISOString(),
  lastAt: record.lastAt.toISOString(),
});

export interface CandidateView {
  accountId: string;
  displayName: string;
  roles: string[];
}

export interface CircleView {
  tier: Tier;
  version: number;
  reference: string;
  /** Borne before it was sealed or unsealed, newest first. */
  formerReferences: { reference: string; until: string }[];
  members: MemberView[];
  bars: BarView[];
  /** Who has read the file, the latest first; empty for a reader outside the circle. */
  readers: ReaderView[];
  /** Whether the reader may admit and end. */
  mayManage: boolean;
  /** Tiers that the reader may give the case. */
  tiers: Tier[];
}

export const toMemberView = (record: MemberRecord): MemberView => {
  const { active, upcoming, ...rest } = record;
  return {
    ...rest,
    displayName: record.displayName ?? '',
    state: active ? 'active' : upcoming ? 'upcoming' : 'ended',
    since: record.since.toISOString(),
    until: record.until?.toISOString() ?? null,
  };
};
