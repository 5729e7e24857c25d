import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayUnique, IsArray, IsBoolean, IsOptional, IsUUID } from 'class-validator';
import {
  CivilDate,
  Code,
  OptionalCivilDate,
  OptionalInstant,
  OptionalText,
  RequiredText,
} from '../../../../platform/http/dto/fields';
import { IsCountry } from '../../../../platform/http/dto/validators';
import {
  AGE_FINDINGS,
  NATIONALITY_FINDINGS,
  REFERRAL_RECIPIENTS,
  REFLECTION_STATES,
  RETURN_FINDINGS,
  RETURN_RISKS,
  type AgeFinding,
  type NationalityFinding,
  type ReferralRecipient,
  type ReflectionState,
  type ReturnFinding,
  type ReturnRisk,
} from '../../domain/protection';

export class CheckIdentityRequest {
  @Code(NATIONALITY_FINDINGS) nationalityFinding: NationalityFinding;
  /** Of another State. */
  @ApiPropertyOptional({ description: 'ISO 3166-1 alpha-2' })
  @IsOptional()
  @IsCountry()
  nationality?: string;
  @Code(AGE_FINDINGS) ageFinding: AgeFinding;
  @OptionalInstant() checkedAt?: string;
  /** By what: documents seen, registers asked, interview. */
  @RequiredText(4000) evidence: string;
}

const WAYS = ['sent', 'withheld'] as const;

export class InformAuthorityRequest {
  @Code(REFERRAL_RECIPIENTS) recipient: ReferralRecipient;
  /** `withheld`: it would put the person in danger; then the note says why. */
  @Code(WAYS) state: (typeof WAYS)[number];
  @OptionalInstant() occurredAt?: string;
  @OptionalText(500) authority?: string;
  @OptionalText(200) number?: string;
  @OptionalText(4000) note?: string;
}

export class AnswerOfAuthorityRequest {
  @RequiredText(4000) answer: string;
  @OptionalInstant() answeredAt?: string;
}

export class RecordReflectionRequest {
  @Code(REFLECTION_STATES) state: ReflectionState;
  @RequiredText(500) authority: string;
  @OptionalCivilDate() fromDay?: string;
  /** The last day of it. */
  @OptionalCivilDate() untilDay?: string;
  @OptionalText(4000) note?: string;
}

export class PlanSafeReturnRequest {
  @Code(RETURN_RISKS) risk: ReturnRisk;
  @RequiredText(20000) riskAssessment: string;
  /** That the person wants to return. */
  @ApiProperty() @IsBoolean() agreed: boolean;
  /** Persons of the case who return with the victim. */
  @ApiPropertyOptional({ type: [String], format: 'uuid' })
  @IsOptional()
  @IsArray()
  @ArrayUnique()
  @ArrayMaxSize(20)
  @IsUUID(undefined, { each: true })
  dependants?: string[];
  /** Who receives them in Peru. */
  @RequiredText(500) reception: string;
  @CivilDate() plannedOn: string;
}

export class ConfirmArrivalRequest {
  @OptionalInstant() arrivedAt?: string;
}

export class FollowUpSafeReturnRequest {
  @Code(RETURN_FINDINGS) finding: ReturnFinding;
  @OptionalInstant() occurredAt?: string;
  @OptionalText(4000) note?: string;
}
