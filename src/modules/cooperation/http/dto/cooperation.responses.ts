import { ApiProperty } from '@nestjs/swagger';
import {
  REQUEST_DIRECTIONS,
  REQUEST_KINDS,
  type RequestDirection,
  type RequestKind,
} from '../../domain/service-request';
import { TRANSFER_STATES, type TransferState } from '../../domain/transfer';
import { ReferralResponse } from './referral.responses';

const text = { type: String, nullable: true } as const;

export class IdResponse {
  id: string;
}

export class StateResponse {
  id: string;
  state: string;
}

export class DecidedTransferResponse extends StateResponse {
  caseId: string;
}

export class HandOverReadResponse {
  id: string;
  readAt: string;
}

export class TransferResponse {
  id: string;
  caseId: string;
  reference: string;
  family: string;
  type: string;
  tier: string;
  @ApiProperty(text) personName: string | null;
  @ApiProperty(text) nextDuty: string | null;
  @ApiProperty(text) nextDueAt: string | null;
  fromPostId: string;
  fromPostCode: string;
  toPostId: string;
  toPostCode: string;
  /** Zone of the receiving post. */
  timeZone: string;
  @ApiProperty(text) receiverId: string | null;
  @ApiProperty({ enum: TRANSFER_STATES }) state: TransferState;
  reason: string;
  @ApiProperty(text) decisionNote: string | null;
  requestedAt: string;
  @ApiProperty(text) requestedBy: string | null;
  @ApiProperty(text) decidedAt: string | null;
  @ApiProperty(text) decidedBy: string | null;
  incoming: boolean;
}

export class TransferListResponse {
  @ApiProperty({ type: [TransferResponse] }) items: TransferResponse[];
}

export class HandOverTextResponse {
  situation: string;
  @ApiProperty(text) pending: string | null;
  @ApiProperty(text) risks: string | null;
  @ApiProperty(text) peopleToCall: string | null;
}

export class OpenTransferResponse extends TransferResponse {
  @ApiProperty({ type: HandOverTextResponse, nullable: true })
  handOver: HandOverTextResponse | null;
}

export class RequestResponse {
  id: string;
  caseId: string;
  caseReference: string;
  postCode: string;
  timeZone: string;
  @ApiProperty({ enum: REQUEST_DIRECTIONS }) direction: RequestDirection;
  @ApiProperty({ enum: REQUEST_KINDS }) kind: RequestKind;
  urgent: boolean;
  desk: string;
  state: string;
  @ApiProperty(text) outcome: string | null;
  askedAt: string;
  @ApiProperty(text) askedBy: string | null;
  @ApiProperty(text) endedAt: string | null;
  @ApiProperty(text) endedBy: string | null;
  @ApiProperty(text) dueAt: string | null;
  version: number;
}

export class RequestListResponse {
  @ApiProperty({ type: [RequestResponse] }) items: RequestResponse[];
}

export class RequestMessageResponse {
  id: string;
  kind: string;
  at: string;
  @ApiProperty(text) author: string | null;
  text: string;
}

export class RequestWithThreadResponse extends RequestResponse {
  @ApiProperty({ type: [RequestMessageResponse] }) messages: RequestMessageResponse[];
}

export class DeskResponse {
  code: string;
  nameEs: string;
  nameEn: string;
}

export class DeskListResponse {
  @ApiProperty({ type: [DeskResponse] }) items: DeskResponse[];
}

export class ColleagueResponse {
  accountId: string;
  displayName: string;
}

export class ColleagueListResponse {
  @ApiProperty({ type: [ColleagueResponse] }) items: ColleagueResponse[];
}

export class TeamMemberResponse {
  id: string;
  accountId: string;
  @ApiProperty(text) displayName: string | null;
  kind: string;
  since: string;
  @ApiProperty(text) until: string | null;
  @ApiProperty(text) reason: string | null;
}

export class CaseTransferResponse {
  id: string;
  fromPostId: string;
  fromPostCode: string;
  toPostId: string;
  toPostCode: string;
  @ApiProperty({ enum: TRANSFER_STATES }) state: TransferState;
  reason: string;
  @ApiProperty(text) decisionNote: string | null;
  requestedAt: string;
  @ApiProperty(text) requestedBy: string | null;
  @ApiProperty(text) decidedAt: string | null;
  @ApiProperty(text) decidedBy: string | null;
}

export class HandOverNoteResponse extends HandOverTextResponse {
  id: string;
  occasion: string;
  writtenAt: string;
  @ApiProperty(text) authorId: string | null;
  @ApiProperty(text) author: string | null;
  @ApiProperty(text) receiverId: string | null;
  @ApiProperty(text) receiver: string | null;
  @ApiProperty(text) readAt: string | null;
  @ApiProperty(text) readBy: string | null;
}

/** The panel `cooperation` of the case page. */
export class CooperationResponse {
  @ApiProperty({ type: [TeamMemberResponse] }) team: TeamMemberResponse[];
  @ApiProperty({ type: [CaseTransferResponse] }) transfers: CaseTransferResponse[];
  @ApiProperty({ type: [HandOverNoteResponse] }) handOvers: HandOverNoteResponse[];
  @ApiProperty({ type: [RequestWithThreadResponse] }) requests: RequestWithThreadResponse[];
  @ApiProperty({ type: [ReferralResponse] }) referrals: ReferralResponse[];
}
