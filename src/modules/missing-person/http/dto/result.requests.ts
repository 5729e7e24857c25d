import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMinSize, ArrayUnique, IsArray, IsIn, IsOptional, IsUUID } from 'class-validator';
import {
  CivilDate,
  Code,
  OptionalCivilDate,
  OptionalCode,
  OptionalInstant,
  OptionalText,
  RequiredText,
} from '../../../../platform/http/dto/fields';
import {
  DETENTION_TYPES,
  OPEN_STAGES,
  type DetentionType,
  type OpenStage,
} from '../../../detention';
import { ANSWER_CHANNELS, type AnswerChannel } from '../../domain/answer-channel';
import { TELLABLE, WILLS, type Tellable, type Will } from '../../domain/may-tell';
import { SEARCH_RESULTS, type SearchResult } from '../../domain/missing-person';

const MANNERS_OF_DEATH = ['natural', 'sudden', 'accident', 'violent', 'unknown'] as const;

export class RecordResultRequest {
  @Code(SEARCH_RESULTS) result: SearchResult;
  @OptionalInstant() occurredAt?: string;
  @OptionalText(2000) place?: string;
  @OptionalText(20000) detail?: string;
}

export class RecordWillRequest {
  @Code(WILLS) will: Will;
  /** With whom contact is authorised: somebody of the case. */
  @IsOptional() @IsUUID() recipientPersonId?: string;
  @ApiPropertyOptional({ enum: TELLABLE, isArray: true, description: 'What may be told them' })
  @IsOptional()
  @IsArray()
  @ArrayUnique()
  @IsIn(TELLABLE, { each: true })
  allows?: Tellable[];
  /** In the person's own words, to be passed on. */
  @OptionalText(4000) message?: string;
  @OptionalText(4000) note?: string;
  @OptionalInstant() occurredAt?: string;
}

export class RecordOrderRequest {
  @RequiredText(300) authority: string;
  @RequiredText(150) number: string;
  @CivilDate() orderedOn: string;
  @ApiProperty({ enum: TELLABLE, isArray: true, description: 'What it orders to be told' })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayUnique()
  @IsIn(TELLABLE, { each: true })
  orders: Tellable[];
  @OptionalText(4000) detail?: string;
}

export class AnswerRequesterRequest {
  @Code(ANSWER_CHANNELS) channel: AnswerChannel;
  @ApiPropertyOptional({ enum: TELLABLE, isArray: true, description: 'Absent: the neutral answer' })
  @IsOptional()
  @IsArray()
  @ArrayUnique()
  @IsIn(TELLABLE, { each: true })
  categories?: Tellable[];
  /** What was told; absent for the neutral answer, whose words are those of the policy. */
  @OptionalText(20000) told?: string;
  @OptionalInstant() occurredAt?: string;
}

export class OpenDeathOfSearchRequest {
  @OptionalCivilDate() diedOn?: string;
  @OptionalCode(MANNERS_OF_DEATH) manner?: (typeof MANNERS_OF_DEATH)[number];
}

export class OpenDetentionOfSearchRequest {
  @Code(DETENTION_TYPES) type: DetentionType;
  @Code(OPEN_STAGES) stage: OpenStage;
  @OptionalText(200) facilityName?: string;
  @OptionalText(200) city?: string;
}

export class LinkDetentionRequest {
  /** Number of the detention. */
  @RequiredText(40) reference: string;
}
