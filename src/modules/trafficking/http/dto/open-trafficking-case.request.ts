import { ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMinSize, ArrayUnique, IsArray, IsIn, IsOptional } from 'class-validator';
import { Code, OptionalNested, OptionalText } from '../../../../platform/http/dto/fields';
import { OpenSealedCaseRequest } from '../../../safe-contact';
import {
  INDICATORS,
  TRAFFICKING_CASE_TYPES,
  type Indicator,
  type TraffickingCaseType,
} from '../../domain/vocabulary';
import { RecordExploitationRequest } from './story.requests';

/** The least that opens the case; the story is told here once, and everything later refers to it. */
export class OpenTraffickingCaseRequest extends OpenSealedCaseRequest {
  @Code(TRAFFICKING_CASE_TYPES) type: TraffickingCaseType;
  @OptionalText(20000) story?: string;

  @ApiPropertyOptional({ enum: INDICATORS, isArray: true })
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayUnique()
  @IsIn(INDICATORS, { each: true })
  indicators?: Indicator[];

  @OptionalNested(() => RecordExploitationRequest) exploitation?: RecordExploitationRequest;
}
