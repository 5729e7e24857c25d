import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsInt, IsOptional, Max, Min } from 'class-validator';
import { Code, OptionalText } from '../../../../platform/http/dto/fields';
import { OpenSafeContactCaseRequest } from '../../../safe-contact';
import {
  CHILD_WITH,
  LONGEST_ACCOUNT,
  MINOR_CASE_TYPES,
  type ChildWith,
  type MinorCaseType,
} from '../../domain/child';

/** The least that opens the case of a child: a birth date or a presumed age, and with whom they are. */
export class OpenMinorCaseRequest extends OpenSafeContactCaseRequest {
  @Code(MINOR_CASE_TYPES) type: MinorCaseType;
  /** What was told first. */
  @OptionalText(LONGEST_ACCOUNT) account?: string;
  @Code(CHILD_WITH) childWith: ChildWith;
  @ApiProperty() @IsBoolean() dangerToLife: boolean;
  /** Completed years, where the birth date is not known. */
  @ApiPropertyOptional({ minimum: 0, maximum: 120 })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(120)
  presumedAge?: number;
  @OptionalText(4000) situationNote?: string;
}
