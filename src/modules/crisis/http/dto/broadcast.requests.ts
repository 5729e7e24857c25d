import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsDefined, IsObject, IsOptional, ValidateNested } from 'class-validator';
import { OptionalCode, RequiredText } from '../../../../platform/http/dto/fields';
import { IsSubdivision } from '../../../../platform/http/dto/validators';
import { NEEDS, PERSON_STATES, type Need, type PersonState } from '../../domain/vocabulary';

/** Who is meant; nothing said: everybody. */
export class BroadcastFilter {
  @OptionalCode(PERSON_STATES) state?: PersonState;
  @OptionalCode(NEEDS) need?: Need;
  @IsOptional() @IsSubdivision() subdivision?: string;
}

export class PreviewBroadcastRequest {
  @ApiProperty({ type: BroadcastFilter })
  @IsDefined()
  @IsObject()
  @ValidateNested()
  @Type(() => BroadcastFilter)
  filter: BroadcastFilter;
}

export class SendBroadcastRequest extends PreviewBroadcastRequest {
  @RequiredText(4000) textEs: string;
  @RequiredText(4000) textEn: string;
}
