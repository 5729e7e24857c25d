import { ApiProperty } from '@nestjs/swagger';
import { OpenedCaseResponse } from '../../../obligations';
import { ANSWER_CHANNELS, type AnswerChannel } from '../../domain/answer-channel';
import {
  ANSWER_BASES,
  TELLABLE,
  WILLS,
  type AnswerBasis,
  type Tellable,
  type Will,
} from '../../domain/may-tell';
import {
  INQUIRY_KINDS,
  INTEREST_DECISIONS,
  REQUESTER_RELATIONS,
  SEARCH_RESULTS,
  type InquiryKind,
  type InterestDecision,
  type RequesterRelation,
  type SearchResult,
} from '../../domain/missing-person';

const id = { format: 'uuid' } as const;
const instant = { format: 'date-time' } as const;
const day = { format: 'date' } as const;
const optional = { type: String, nullable: true } as const;
const optionalId = { ...optional, ...id };
const optionalInstant = { ...optional, ...instant };
const tellable = { enum: TELLABLE, isArray: true } as const;

export class OpenedDeathOfSearchResponse {
  @ApiProperty(id) id: string;
  @ApiProperty({ example: 'MAD-2026-000124' }) reference: string;
}

export class OpenedMissingCaseResponse extends OpenedCaseResponse {
  @ApiProperty(id) requesterPersonId: string;
}

/** Of everything that is recorded of a search. */
export class MissingEntry {
  @ApiProperty(id) id: string;
  @ApiProperty(instant) recordedAt: string;
  @ApiProperty(optional) recordedBy: string | null;
}

export class InterestDecisionResponse extends MissingEntry {
  @ApiProperty({ enum: INTEREST_DECISIONS }) decision: InterestDecision;
  @ApiProperty() reason: string;
  @ApiProperty(instant) occurredAt: string;
}

export class SearchInquiryResponse extends MissingEntry {
  @ApiProperty({ enum: INQUIRY_KINDS }) kind: InquiryKind;
  @ApiProperty() authority: string;
  @ApiProperty(optional) note: string | null;
  @ApiProperty(instant) sentAt: string;
  @ApiProperty(optionalInstant) answeredAt: string | null;
  @ApiProperty(optionalId) followsId: string | null;
  /** Null also for whoever does not see the result. */
  @ApiProperty(optional) answer: string | null;
}

export class SightingResponse extends MissingEntry {
  @ApiProperty(instant) occurredAt: string;
  @ApiProperty() place: string;
  @ApiProperty() account: string;
  @ApiProperty(optional) source: string | null;
}

export class SearchResultResponse extends MissingEntry {
  @ApiProperty({ enum: SEARCH_RESULTS }) result: SearchResult;
  @ApiProperty(instant) occurredAt: string;
  @ApiProperty(optional) place: string | null;
  @ApiProperty(optional) detail: string | null;
}

export class LocatedWillResponse extends MissingEntry {
  @ApiProperty({ enum: WILLS }) will: Will;
  @ApiProperty(optionalId) recipientPersonId: string | null;
  @ApiProperty(optional) recipientName: string | null;
  @ApiProperty(tellable) allows: Tellable[];
  @ApiProperty(optional) message: string | null;
  @ApiProperty(optional) note: string | null;
  @ApiProperty(instant) occurredAt: string;
}

export class DisclosureOrderResponse extends MissingEntry {
  @ApiProperty() authority: string;
  @ApiProperty() number: string;
  @ApiProperty(day) orderedOn: string;
  @ApiProperty(tellable) orders: Tellable[];
  @ApiProperty(optional) detail: string | null;
}

export class RequesterAnswerResponse extends MissingEntry {
  @ApiProperty({ enum: ANSWER_BASES }) basis: AnswerBasis;
  @ApiProperty(tellable) categories: Tellable[];
  @ApiProperty() told: string;
  @ApiProperty({ enum: ANSWER_CHANNELS }) channel: AnswerChannel;
  @ApiProperty(instant) occurredAt: string;
}

export class MayTellResponse {
  @ApiProperty({ enum: ANSWER_BASES }) basis: AnswerBasis;
  @ApiProperty(tellable) categories: Tellable[];
}

export class NeutralAnswerResponse {
  @ApiProperty() es: string;
  @ApiProperty() en: string;
}

/** The family’s part of a case; lists of what was found are empty for whoever does not see it. */
export class MissingCaseResponse {
  @ApiProperty(id) caseId: string;
  @ApiProperty() seesResult: boolean;
  @ApiProperty(id) requesterPersonId: string;
  @ApiProperty(optional) requesterName: string | null;
  @ApiProperty({ enum: REQUESTER_RELATIONS }) relation: RequesterRelation;
  @ApiProperty(optional) requesterContact: string | null;
  @ApiProperty({ ...optional, ...day }) lastSeenOn: string | null;
  @ApiProperty(optional) lastKnown: string | null;
  @ApiProperty() fear: string;
  @ApiProperty({ type: [InterestDecisionResponse] }) decisions: InterestDecisionResponse[];
  @ApiProperty({ type: [SearchInquiryResponse] }) inquiries: SearchInquiryResponse[];
  @ApiProperty({ type: [SightingResponse] }) sightings: SightingResponse[];
  @ApiProperty({ type: [SearchResultResponse] }) results: SearchResultResponse[];
  @ApiProperty({ type: [LocatedWillResponse] }) wills: LocatedWillResponse[];
  @ApiProperty({ type: [DisclosureOrderResponse] }) orders: DisclosureOrderResponse[];
  @ApiProperty({ type: [RequesterAnswerResponse] }) answers: RequesterAnswerResponse[];
  @ApiProperty({ type: MayTellResponse, nullable: true }) mayTell: MayTellResponse | null;
  @ApiProperty({ type: NeutralAnswerResponse }) neutralAnswer: NeutralAnswerResponse;
}

export class MissingPolicyContentResponse {
  @ApiProperty({ type: NeutralAnswerResponse }) neutralAnswer: NeutralAnswerResponse;
  @ApiProperty() source: string;
}

export class MissingPolicyResponse {
  @ApiProperty() version: number;
  @ApiProperty(instant) effectiveFrom: string;
  @ApiProperty({ type: MissingPolicyContentResponse }) content: MissingPolicyContentResponse;
  @ApiProperty() reason: string;
  @ApiProperty(optional) createdBy: string | null;
  @ApiProperty(instant) recordedAt: string;
}

export class MissingPolicyListResponse {
  @ApiProperty({ type: [MissingPolicyResponse] }) items: MissingPolicyResponse[];
}

export class MissingPolicyCreatedResponse {
  @ApiProperty() version: number;
}
