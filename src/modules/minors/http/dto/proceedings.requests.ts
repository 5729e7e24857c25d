import { ApiProperty } from '@nestjs/swagger';
import { IsOptional, IsUUID } from 'class-validator';
import {
  CivilDate,
  Code,
  Instant,
  OptionalCode,
  OptionalInstant,
  OptionalText,
  RequiredText,
} from '../../../../platform/http/dto/fields';
import { IsCountry } from '../../../../platform/http/dto/validators';
import {
  ABDUCTION_DECISIONS,
  ABDUCTION_KINDS,
  ABDUCTION_STEPS,
  type AbductionDecision,
  type AbductionKind,
  type AbductionStep,
} from '../../domain/abduction';
import {
  CARE_HEARING_OUTCOMES,
  CARE_OUTCOMES,
  CARE_STEPS,
  PLACEMENTS,
  type CareHearingOutcome,
  type CareOutcome,
  type CareStep,
  type Placement,
} from '../../domain/state-care';

export class RecordStateCareRequest {
  @RequiredText(500) authority: string;
  @OptionalText(200) number?: string;
  @CivilDate() since: string;
  @Code(PLACEMENTS) placement: Placement;
  @OptionalText(4000) placementNote?: string;
}

export class EndStateCareRequest {
  @Code(CARE_OUTCOMES) outcome: CareOutcome;
  @OptionalInstant() endedAt?: string;
  @OptionalText(4000) note?: string;
}

export class ScheduleCareHearingRequest {
  @Instant() at: string;
  @RequiredText(500) court: string;
}

export class NoteCareHearingRequest {
  @Code(CARE_HEARING_OUTCOMES) outcome: CareHearingOutcome;
  @RequiredText(4000) note: string;
}

export class RecordCareStepRequest {
  @Code(CARE_STEPS) step: CareStep;
  @CivilDate() takenOn: string;
  @RequiredText(500) authority: string;
  @OptionalText(4000) note?: string;
}

export class RecordAbductionRequest {
  @Code(ABDUCTION_KINDS) kind: AbductionKind;
  @CivilDate() takenOn: string;
  /** Where the child lived, ISO 3166-1 alpha-2. */
  @ApiProperty() @IsCountry() fromCountry: string;
  /** Where the child is. */
  @ApiProperty() @IsCountry() toCountry: string;
  /** The central authority of the other State. */
  @OptionalText(500) foreignAuthority?: string;
  @OptionalText(4000) note?: string;
  /** The entry that was wrong. */
  @IsOptional() @IsUUID() replaces?: string;
}

export class RecordAbductionStepRequest {
  @Code(ABDUCTION_STEPS) step: AbductionStep;
  @CivilDate() takenOn: string;
  /** Of a decision, and only of one. */
  @OptionalCode(ABDUCTION_DECISIONS) decision?: AbductionDecision;
  @OptionalText(500) authority?: string;
  @OptionalText(4000) note?: string;
}
