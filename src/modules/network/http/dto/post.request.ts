import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsLatitude,
  IsLongitude,
  IsNumber,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  MaxLength,
} from 'class-validator';
import { PageQuery } from '../../../../platform/http/dto/page.query';
import { IsCountry, IsSubdivision, NotNull } from '../../../../platform/http/dto/validators';
import { POST_STATES, type PostState } from '../../domain/post-kind';
import { IsCurrency, IsLanguage, IsPlaceZone } from './network-validators';

export class PostsQuery extends PageQuery {
  @ApiPropertyOptional({ description: 'ISO 3166-1 alpha-2' })
  @IsOptional()
  @IsCountry()
  country?: string;

  @ApiPropertyOptional({ description: 'Part of the code, name or city' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  q?: string;
}

export class RoutingQuery {
  @ApiProperty({ description: 'ISO 3166-1 alpha-2' })
  @IsCountry()
  country: string;

  @ApiPropertyOptional({ description: 'ISO 3166-2' })
  @IsOptional()
  @IsSubdivision()
  subdivision?: string;
}

/** Every field may be left out; `subdivision` and `parentId` may be emptied with null. */
export class EditPostRequest {
  @ApiPropertyOptional()
  @NotNull()
  @Length(1, 200)
  name?: string;

  @ApiPropertyOptional()
  @NotNull()
  @Length(1, 200)
  city?: string;

  @ApiPropertyOptional({ type: String, nullable: true, description: 'ISO 3166-2 of the seat' })
  @IsOptional()
  @IsSubdivision()
  subdivision?: string | null;

  @ApiPropertyOptional({ type: String, nullable: true, format: 'uuid' })
  @IsOptional()
  @IsUUID()
  parentId?: string | null;

  @ApiPropertyOptional({ description: 'IANA' })
  @NotNull()
  @IsPlaceZone()
  timeZone?: string;

  @ApiPropertyOptional()
  @NotNull()
  @IsNumber({ maxDecimalPlaces: 5 })
  @IsLatitude()
  latitude?: number;

  @ApiPropertyOptional()
  @NotNull()
  @IsNumber({ maxDecimalPlaces: 5 })
  @IsLongitude()
  longitude?: number;

  @ApiPropertyOptional({ description: 'ISO 4217' })
  @NotNull()
  @IsCurrency()
  currency?: string;

  @ApiPropertyOptional({ type: [String], description: 'ISO 639' })
  @NotNull()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @ArrayUnique()
  @IsLanguage({ each: true })
  languages?: string[];

  @ApiPropertyOptional({ enum: POST_STATES })
  @NotNull()
  @IsIn(POST_STATES)
  state?: PostState;
}
