import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsDefined,
  IsIn,
  IsOptional,
  IsUUID,
  ValidateNested,
} from 'class-validator';
import {
  EXPULSION_CONCLUSIONS,
  GUARANTEE_FINDINGS,
  type ExpulsionConclusion,
  type GuaranteeFinding,
} from '../../domain/expulsion';
import {
  ALLEGED_AUTHORS,
  ASSESSMENT_CONCLUSIONS,
  MISTREATMENT_KINDS,
  type AllegedAuthor,
  type AssessmentConclusion,
  type MistreatmentKind,
} from '../../domain/mistreatment';
import {
  Code,
  Instant,
  OptionalCivilDate,
  OptionalInstant,
  OptionalText,
  RequiredText,
} from '../../../../platform/http/dto/fields';

export class SendNoteVerbaleRequest {
  @RequiredText(300) authority: string;
  @RequiredText(4000) subject: string;
  @Instant() sentAt: string;

  @ApiPropertyOptional({ description: 'The contact at which access was denied' })
  @IsOptional()
  @IsUUID()
  contactId?: string;

  @ApiPropertyOptional({ description: 'The earlier note on which this one insists' })
  @IsOptional()
  @IsUUID()
  followsId?: string;
}

export const REPLY_KINDS = ['access_granted', 'access_refused', 'other'] as const;
export type ReplyKind = (typeof REPLY_KINDS)[number];

export class RecordReplyRequest {
  @Code(REPLY_KINDS) kind: ReplyKind;
  @Instant() repliedAt: string;
  @OptionalText(20000) reply?: string;
}

export class ExplainSilenceRequest {
  @RequiredText(4000) explanation: string;
}

export class ReportMistreatmentRequest {
  @ApiProperty({ enum: MISTREATMENT_KINDS, isArray: true })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MISTREATMENT_KINDS.length)
  @ArrayUnique()
  @IsIn(MISTREATMENT_KINDS, { each: true })
  kinds: MistreatmentKind[];

  @Code(ALLEGED_AUTHORS) allegedAuthor: AllegedAuthor;
  @RequiredText(20000) account: string;
  @Instant() reportedAt: string;
  @OptionalInstant() happenedAt?: string;
}

export class AssessMistreatmentRequest {
  @Code(ASSESSMENT_CONCLUSIONS) conclusion: AssessmentConclusion;
  @RequiredText(20000) note: string;
}

export class NotifyExpulsionRequest {
  @RequiredText(300) authority: string;
  @Instant() notifiedAt: string;
  @OptionalText(20000) grounds?: string;
  @OptionalCivilDate() appealDeadline?: string;
}

class ChecklistOfExpulsion {
  @Code(GUARANTEE_FINDINGS) grounds: GuaranteeFinding;
  @Code(GUARANTEE_FINDINGS) individual_examination: GuaranteeFinding;
  @Code(GUARANTEE_FINDINGS) lawyer: GuaranteeFinding;
  @Code(GUARANTEE_FINDINGS) interpreter: GuaranteeFinding;
  @Code(GUARANTEE_FINDINGS) copies_of_statements: GuaranteeFinding;
  @Code(GUARANTEE_FINDINGS) appeal_deadline: GuaranteeFinding;
}

export class ReviewExpulsionRequest {
  @ApiProperty({ type: ChecklistOfExpulsion })
  @IsDefined()
  @ValidateNested()
  @Type(() => ChecklistOfExpulsion)
  checklist: ChecklistOfExpulsion;

  @Code(EXPULSION_CONCLUSIONS) conclusion: ExpulsionConclusion;
  @Instant() occurredAt: string;
  @OptionalText(20000) note?: string;
}
