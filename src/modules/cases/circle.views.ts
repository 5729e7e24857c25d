import type { MemberKind } from './case-contents.entity';
import type { Tier } from './domain/case-vocabulary';

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
