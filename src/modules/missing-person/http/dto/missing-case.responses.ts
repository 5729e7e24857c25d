import { ApiProperty } from '@nestjs/swagger';
import {
  day,
  id,
  instant,
  optionalId,
  optionalInstant,
  optionalText,
} from '../../../../platform/http/dto/response-fields';
import { EntryOfCaseResponse, OpenedCaseResponse } from '../../../obligations';
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

const tellable = { enum: TELLABLE, isArray: true } as const;

export class OpenedDeathOfSearchResponse {
  @ApiProperty(id) id: string;
  @ApiProperty({ example: 'MAD-2026-000124' }) reference: string;
}

export class OpenedMissingCaseResponse extends OpenedCaseResponse {
  @ApiProperty(id) requesterPersonId: string;
}

export class InterestDecisionResponse extends EntryOfCaseResponse {
  @ApiProperty({ enum: INTEREST_DECISIONS }) decision: InterestDecision;
  @ApiProperty() reason: string;
  @ApiProperty(instant) occurredAt: string;
}

export class SearchInquiryResponse extends EntryOfCaseResponse {
  @ApiProperty({ enum: INQUIRY_KINDS }) kind: InquiryKind;
  @ApiProperty() authority: string;
  @ApiProperty(optionalText) note: string | null;
  @ApiProperty(instant) sentAt: string;
  @ApiProperty(optionalInstant) answeredAt: string | null;
  @ApiProperty(optionalId) followsId: string | null;
  /** Null also for whoever does not see the result. */
  @ApiProperty(optionalText) answer: string | null;
}

export class SightingResponse extends EntryOfCaseResponse {
  @ApiProperty(instant) occurredAt: string;
  @ApiProperty() place: string;
  @ApiProperty() account: string;
  @ApiProperty(optionalText) source: string | null;
}

export class SearchResultResponse extends EntryOfCaseResponse {
  @ApiProperty({ enum: SEARCH_RESULTS }) result: SearchResult;
  @ApiProperty(instant) occurredAt: string;
  @ApiProperty(optionalText) place: string | null;
  @ApiProperty(optionalText) detail: string | null;
}

export class LocatedWillResponse extends EntryOfCaseResponse {
  @ApiProperty({ enum: WILLS }) will: Will;
  @ApiProperty(optionalId) recipientPersonId: string | null;
  @ApiProperty(optionalText) recipientName: string | null;
  @ApiProperty(tellable) allows: Tellable[];
  @ApiProperty(optionalText) message: string | null;
  @ApiProperty(optionalText) note: string | null;
  @ApiProperty(instant) occurredAt: string;
}

export class DisclosureOrderResponse extends EntryOfCaseResponse {
  @ApiProperty() authority: string;
  @ApiProperty() number: string;
  @ApiProperty(day) orderedOn: string;
  @ApiProperty(tellable) orders: Tellable[];
  @ApiProperty(optionalText) detail: string | null;
}

export class RequesterAnswerResponse extends EntryOfCaseResponse {
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
  @ApiProperty(optionalText) requesterName: string | null;
  @ApiProperty({ enum: REQUESTER_RELATIONS }) relation: RequesterRelation;
  @ApiProperty(optionalText) requesterContact: string | null;
  @ApiProperty({ ...optionalText, ...day }) lastSeenOn: string | null;
  @ApiProperty(optionalText) lastKnown: string | null;
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
  @ApiProperty(optionalText) createdBy: string | null;
  @ApiProperty(instant) recordedAt: string;
}

export class MissingPolicyListResponse {
  @ApiProperty({ type: [MissingPolicyResponse] }) items: MissingPolicyResponse[];
}

export class MissingPolicyCreatedResponse {
  @ApiProperty() version: number;
}
