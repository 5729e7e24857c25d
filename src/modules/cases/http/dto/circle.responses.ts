import { ApiProperty } from '@nestjs/swagger';
import { MEMBER_KINDS, type MemberKind } from '../../case-contents.entity';
import type { Case } from '../../case.entity';
import {
  MEMBER_STATES,
  type BarView,
  type CandidateView,
  type CircleView,
  type MemberState,
  type MemberView,
  type ReaderView,
} from '../../circle.views';
import { TIERS, type Tier } from '../../domain/case-vocabulary';
import { BAR_GROUNDS, type BarGround } from '../../domain/circle';

const nullable = { nullable: true } as const;

export class MemberResponse implements MemberView {
  id: string;
  accountId: string;
  displayName: string;
  @ApiProperty({ enum: MEMBER_KINDS }) kind: MemberKind;
  @ApiProperty({ enum: MEMBER_STATES }) state: MemberState;
  since: string;
  @ApiProperty({ type: String, ...nullable }) until: string | null;
  @ApiProperty({ type: String, ...nullable }) reason: string | null;
  @ApiProperty({ type: String, ...nullable }) addedBy: string | null;
  @ApiProperty({ type: String, ...nullable }) endedBy: string | null;
  @ApiProperty({ type: String, ...nullable }) endReason: string | null;
}

export class BarResponse implements BarView {
  id: string;
  accountId: string;
  displayName: string;
  @ApiProperty({ enum: BAR_GROUNDS }) ground: BarGround;
  @ApiProperty({ type: String, ...nullable }) reason: string | null;
  since: string;
  @ApiProperty({ type: String, ...nullable }) addedBy: string | null;
  @ApiProperty({ type: String, ...nullable }) liftedAt: string | null;
  @ApiProperty({ type: String, ...nullable }) liftedBy: string | null;
  @ApiProperty({ type: String, ...nullable }) liftedReason: string | null;
}

export class ReaderResponse implements ReaderView {
  accountId: string;
  displayName: string;
  firstAt: string;
  lastAt: string;
  /** How often the file was opened. */
  times: number;
}

export class FormerReferenceResponse {
  reference: string;
  until: string;
}

export class CircleResponse implements CircleView {
  @ApiProperty({ enum: TIERS }) tier: Tier;
  version: number;
  reference: string;
  @ApiProperty({ type: [FormerReferenceResponse] }) formerReferences: FormerReferenceResponse[];
  @ApiProperty({ type: [MemberResponse] }) members: MemberResponse[];
  /** Staff who may not be in it, and those who were. */
  @ApiProperty({ type: [BarResponse] }) bars: BarResponse[];
  /** Who has read the file; empty for a reader outside the circle. */
  @ApiProperty({ type: [ReaderResponse] }) readers: ReaderResponse[];
  mayManage: boolean;
  /** Tiers that the reader may give the case. */
  @ApiProperty({ enum: TIERS, isArray: true }) tiers: Tier[];
}

export class CircleCandidateResponse implements CandidateView {
  accountId: string;
  displayName: string;
  roles: string[];
}

export class CandidateListResponse {
  @ApiProperty({ type: [CircleCandidateResponse] }) items: CircleCandidateResponse[];
}

export class TierResponse {
  id: string;
  @ApiProperty({ enum: TIERS }) tier: Tier;
  reference: string;
  version: number;

  static of(file: Case): TierResponse {
    const { id, tier, version } = file;
    return { id, tier, reference: file.reference!, version };
  }
}
