import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';
import { PageQuery } from '../../../../platform/http/dto/page.query';
import { IsCountry, IsSubdivision } from '../../../../platform/http/dto/validators';
import {
  FACILITY_KINDS,
  HARSHNESS,
  type FacilityKind,
  type Harshness,
} from '../../domain/facility';
import {
  KeptCode,
  KeptText,
  OptionalText,
  RequiredText,
} from '../../../../platform/http/dto/fields';

export class FacilitiesQuery extends PageQuery {
  @ApiPropertyOptional({ description: 'ISO 3166-1 alpha-2' })
  @IsOptional()
  @IsCountry()
  country?: string;

  @OptionalText(200) q?: string;
}

class FacilityFields {
  @KeptCode(FACILITY_KINDS) kind?: FacilityKind;

  @ApiPropertyOptional({ description: 'ISO 3166-2' })
  @IsOptional()
  @IsSubdivision()
  subdivision?: string;

  @KeptText(200) city?: string;
  @KeptCode(HARSHNESS) harshness?: Harshness;
  @OptionalText(1000) address?: string;
  @OptionalText(2000) visitingHours?: string;
}

export class CreateFacilityRequest extends FacilityFields {
  @RequiredText(200) name: string;

  @ApiProperty({ description: 'ISO 3166-1 alpha-2' })
  @IsCountry()
  country: string;
}

export class EditFacilityRequest extends FacilityFields {
  @KeptText(200) name?: string;
}
