import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, IsUUID, Length, Matches } from 'class-validator';
import { PageQuery } from '../../../../platform/http/dto/page.query';
import { IsInstant } from '../../../../platform/http/dto/validators';
import { COUNTED_BY, type Counted } from '../../case-figures.statements';

const CODE = /^[a-z][a-z0-9_]{1,39}$/;

/** One page of the cases that a number counted. */
export class FiguredCasesQuery extends PageQuery {
  @ApiProperty({ format: 'date-time' }) @IsInstant() from: string;
  /** Up to this instant, without it. */
  @ApiProperty({ format: 'date-time' }) @IsInstant() to: string;
  @IsOptional() @IsUUID() post?: string;
  @IsOptional() @Matches(CODE) family?: string;
  /** Type of the family. */
  @IsOptional() @Matches(CODE) type?: string;
  @ApiProperty({ enum: COUNTED_BY }) @IsIn(COUNTED_BY) counted: Counted;
  /** Of the cases that ended. */
  @IsOptional() @Matches(CODE) outcome?: string;
  /** Of the cases that were assisted. */
  @IsOptional() @Matches(CODE) action?: string;
  /** Of the cases opened. */
  @IsOptional() @Matches(CODE) field?: string;
  /** To the field; absent: the cases that do not state it. */
  @IsOptional() @IsString() @Length(1, 60) answer?: string;
}

export class CaseFiguresQuery {
  @ApiProperty({ format: 'date-time' }) @IsInstant() from: string;
  /** Up to this instant, without it. */
  @ApiProperty({ format: 'date-time' }) @IsInstant() to: string;
  @IsOptional() @IsUUID() post?: string;
  @IsOptional() @Matches(CODE) family?: string;
  /** Type of the family. */
  @IsOptional() @Matches(CODE) type?: string;
}
