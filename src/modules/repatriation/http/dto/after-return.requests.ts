import { IsBoolean, IsOptional } from 'class-validator';
import {
  Code,
  OptionalInstant,
  OptionalText,
  RequiredText,
} from '../../../../platform/http/dto/fields';
import {
  BENEFIT_CHANNELS,
  RECEPTION_STAGES,
  RETURN_FINDINGS,
  type BenefitChannel,
  type ReceptionStage,
  type ReturnFinding,
} from '../../domain/vocabulary';

export class RecordReturnReceptionRequest {
  @Code(RECEPTION_STAGES) stage: ReceptionStage;
  /** MIMP, MINSA, a shelter, a relative. */
  @RequiredText(500) institution: string;
  @OptionalText(2000) contact?: string;
  @IsOptional() @IsBoolean() accepted?: boolean;
  @OptionalInstant() occurredAt?: string;
  @OptionalText(4000) note?: string;
}

export class HandOverRequest {
  @OptionalInstant() occurredAt?: string;
}

export class TellBenefitsRequest {
  @Code(BENEFIT_CHANNELS) channel: BenefitChannel;
  @OptionalInstant() occurredAt?: string;
  @OptionalText(4000) note?: string;
}

export class RecordRepatriationFollowUpRequest {
  @Code(RETURN_FINDINGS) finding: ReturnFinding;
  @OptionalInstant() occurredAt?: string;
  @RequiredText(4000) note: string;
}
