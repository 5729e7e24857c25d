import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  Min,
} from 'class-validator';
import { IsCountry, IsInstant } from '../../../../platform/http/dto/validators';
import { CASE_STATUSES, TIERS, type CaseStatus, type Tier } from '../../../cases';
import type { SearchFilter, SearchInput } from '../../search';

const FILTERS = [
  ...['family', 'type', 'status', 'tier', 'post', 'country', 'assignee'],
  ...['from', 'to'],
] as (keyof SearchFilter)[];

export class SearchRequest {
  /** A number, a name however spelt, a document, a place, words of a note; at least two characters. */
  @IsString() @Matches(/\S.*\S/s) @Length(2, 200) q: string;
  @IsOptional() @IsString() @Length(1, 40) family?: string;
  @IsOptional() @IsString() @Length(1, 60) type?: string;
  @ApiProperty({ enum: CASE_STATUSES, required: false })
  @IsOptional()
  @IsIn(CASE_STATUSES)
  status?: CaseStatus;
  @ApiProperty({ enum: TIERS, required: false }) @IsOptional() @IsIn(TIERS) tier?: Tier;
  @IsOptional() @IsUUID() post?: string;
  @IsOptional() @IsCountry() country?: string;
  @IsOptional() @IsUUID() assignee?: string;
  /** Opened from this instant … */
  @IsOptional() @IsInstant() from?: string;
  /** … and before this one. */
  @IsOptional() @IsInstant() to?: string;
  @ApiPropertyOptional({ minimum: 1, maximum: 100, default: 20 })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(100)
  limit: number = 20;

  toInput(): SearchInput {
    const filter = Object.fromEntries(
      FILTERS.flatMap((name) => (this[name] === undefined ? [] : [[name, this[name]]])),
    );
    return { q: this.q, filter, limit: this.limit };
  }
}
