import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsOptional,
  IsUUID,
} from 'class-validator';
import {
  Code,
  OptionalCivilDate,
  OptionalCode,
  OptionalText,
} from '../../../../platform/http/dto/fields';
import { IsCountry } from '../../../../platform/http/dto/validators';
import { SEXES, type Sex } from '../../../people';
import {
  BORDER_DOCUMENTS,
  INDICATORS,
  MEANS_OF_CONTROL,
  PERPETRATOR_PARTS,
  PURPOSES,
  RECRUITED_THROUGH,
  RELATIONS,
  TRAFFICKING_ACTS,
  TRAFFICKING_CASE_TYPES,
  TRANSPORTS,
  type BorderDocuments,
  type Indicator,
  type MeansOfControl,
  type PerpetratorPart,
  type RecruitedThrough,
  type TraffickerRelation,
  type TraffickingAct,
  type TraffickingCaseType,
  type TraffickingPurpose,
  type Transport,
} from '../../domain/vocabulary';

/** One or more codes of a vocabulary. */
const Codes = (codes: readonly string[]): PropertyDecorator =>
  applyDecorators(
    ApiProperty({ enum: codes, isArray: true }),
    IsArray(),
    ArrayMinSize(1),
    ArrayUnique(),
    IsIn(codes, { each: true }),
  );
const OptionalCountry = (): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({ description: 'ISO 3166-1 alpha-2' }),
    IsOptional(),
    IsCountry(),
  );
/** The entry that was wrong. */
const Replaces = (): PropertyDecorator =>
  applyDecorators(ApiPropertyOptional({ format: 'uuid' }), IsOptional(), IsUUID());

export class RecordIndicatorsRequest {
  @Codes(INDICATORS) indicators: Indicator[];
  @OptionalText(20000) note?: string;
  @Replaces() replaces?: string;
}

export class RecordExploitationRequest {
  @Codes(TRAFFICKING_ACTS) acts: TraffickingAct[];
  @Codes(PURPOSES) purposes: TraffickingPurpose[];
  @Codes(MEANS_OF_CONTROL) means: MeansOfControl[];
  @OptionalCode(RECRUITED_THROUGH) recruitedThrough?: RecruitedThrough;
  @OptionalCode(RELATIONS) recruiterRelation?: TraffickerRelation;
  @OptionalCountry() recruitedIn?: string;
  /** What was promised to the person. */
  @OptionalText(4000) promise?: string;
  /** Where the exploitation took place. */
  @OptionalCountry() country?: string;
  @OptionalText(2000) place?: string;
  @OptionalCivilDate() beganOn?: string;
  @OptionalCivilDate() endedOn?: string;
  @OptionalText(20000) conditions?: string;
  /** The person says that they agreed: part of the story, it changes no rule (Ley 30251). */
  @ApiPropertyOptional() @IsOptional() @IsBoolean() consentStated?: boolean;
  @Replaces() replaces?: string;
}

export class RecordTransitRequest {
  @OptionalCountry() fromCountry?: string;
  @OptionalCountry() toCountry?: string;
  @OptionalCivilDate() travelledOn?: string;
  @Code(TRANSPORTS) transport: Transport;
  @Code(BORDER_DOCUMENTS) documents: BorderDocuments;
  @OptionalText(4000) note?: string;
  @Replaces() replaces?: string;
}

export class RecordPerpetratorRequest {
  @Code(PERPETRATOR_PARTS) part: PerpetratorPart;
  @OptionalText(300) name?: string;
  @OptionalText(4000) description?: string;
  @ApiProperty({ enum: SEXES }) @Type(() => Number) @IsIn(SEXES) sex: Sex;
  @OptionalCountry() nationality?: string;
  @Code(RELATIONS) relation: TraffickerRelation;
  /** When it is one of the service's own people: they never reach the case. */
  @ApiPropertyOptional({ format: 'uuid' }) @IsOptional() @IsUUID() accountId?: string;
  @Replaces() replaces?: string;
}

export class ChangeTraffickingTypeRequest {
  @Code(TRAFFICKING_CASE_TYPES) type: TraffickingCaseType;
  @OptionalText(4000) reason?: string;
}
