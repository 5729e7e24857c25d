import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsInt,
  IsOptional,
  IsString,
  Length,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { IsCivilDate } from '../../../../platform/http/dto/validators';
import { LONGEST_NAME } from '../../domain/person-name';

export class PeopleQuery {
  @ApiProperty({ description: 'Words of a name in any order, however spelt, or a document number' })
  @IsString()
  @Length(1, LONGEST_NAME)
  q: string;

  @ApiPropertyOptional({ minimum: 1, maximum: 50, default: 20 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(50)
  limit: number = 20;
}

export class DocumentNumber {
  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(40)
  kind?: string;

  @ApiProperty()
  @IsString()
  @MaxLength(40)
  number: string;

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(3)
  issuingState?: string;
}

/** What has been typed so far of a person about to be registered; nothing of it needs to be complete. */
export class DuplicateCandidatesRequest {
  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(LONGEST_NAME)
  givenNames?: string;

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(LONGEST_NAME)
  firstSurname?: string;

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(LONGEST_NAME)
  secondSurname?: string;

  @ApiPropertyOptional({ format: 'date' })
  @IsOptional()
  @IsCivilDate()
  birthDate?: string;

  @ApiPropertyOptional({ type: [DocumentNumber] })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(10)
  @ValidateNested({ each: true })
  @Type(() => DocumentNumber)
  documents?: DocumentNumber[];
}
