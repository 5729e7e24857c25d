import { ApiProperty } from '@nestjs/swagger';
import { IsObject, IsOptional, IsUUID } from 'class-validator';
import {
  Code,
  OptionalInstant,
  OptionalText,
  RequiredText,
} from '../../../../platform/http/dto/fields';
import {
  INQUIRY_KINDS,
  INTEREST_DECISIONS,
  type InquiryKind,
  type InterestDecision,
} from '../../domain/missing-person';

export class DecideInterestRequest {
  @Code(INTEREST_DECISIONS) decision: InterestDecision;
  /** What was checked, or why it was refused. */
  @RequiredText(4000) reason: string;
}

export class SendInquiryRequest {
  @Code(INQUIRY_KINDS) kind: InquiryKind;
  @RequiredText(500) authority: string;
  @OptionalInstant() sentAt?: string;
  /** The unanswered letter that this one insists on. */
  @IsOptional() @IsUUID() followsId?: string;
  @OptionalText(4000) note?: string;
}

export class AnswerInquiryRequest {
  @OptionalInstant() answeredAt?: string;
  /** A restricted part. */
  @RequiredText(20000) answer: string;
}

export class RecordSightingRequest {
  @OptionalInstant() occurredAt?: string;
  @RequiredText(2000) place: string;
  @RequiredText(4000) account: string;
  @OptionalText(2000) source?: string;
}

export class CreateMissingPolicyRequest {
  @ApiProperty({ type: Object }) @IsObject() content: Record<string, unknown>;
  @RequiredText(2000) reason: string;
}
