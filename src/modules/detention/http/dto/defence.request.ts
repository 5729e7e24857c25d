import { ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsBoolean, IsOptional, Matches } from 'class-validator';
import {
  REPRESENTATIVE_PROVIDERS,
  REPRESENTATIVE_ROLES,
  type RepresentativeProvider,
  type RepresentativeRole,
} from '../../domain/defence';
import {
  BENEFIT_KINDS,
  BENEFIT_STATES,
  type BenefitKind,
  type BenefitState,
} from '../../domain/proceedings';
import {
  CivilDate,
  Code,
  Instant,
  OptionalText,
  RequiredText,
} from '../../../../platform/http/dto/fields';

export class AddRepresentativeRequest {
  @Code(REPRESENTATIVE_ROLES) role: RepresentativeRole;
  @Code(REPRESENTATIVE_PROVIDERS) provider: RepresentativeProvider;
  @RequiredText(200) name: string;
  @OptionalText(200) organisation?: string;
  @OptionalText(1000) contact?: string;

  @ApiPropertyOptional({ type: [String], description: 'ISO 639' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @Matches(/^[a-z]{2,3}$/, { each: true })
  languages?: string[];

  @ApiPropertyOptional({
    default: false,
    description: 'The person agrees to share their data with them',
  })
  @IsOptional()
  @IsBoolean()
  consentToShare?: boolean;

  @CivilDate() since: string;
}

export class EndRepresentationRequest {
  @CivilDate() until: string;
}

export class RecordBenefitRequest {
  @Code(BENEFIT_KINDS) kind: BenefitKind;
  @Code(BENEFIT_STATES) state: BenefitState;
  @Instant() occurredAt: string;
  @OptionalText(4000) note?: string;
}

export class ChangeBenefitRequest {
  @Code(BENEFIT_STATES) state: BenefitState;
  @Instant() occurredAt: string;
  @OptionalText(4000) note?: string;
}
