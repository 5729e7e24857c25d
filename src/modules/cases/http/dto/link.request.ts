import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, IsUUID, Length, ValidateIf } from 'class-validator';
import { LINK_KINDS, type LinkKind } from '../../domain/case-link';

export class LinkCaseRequest {
  /** The other case: by id, or by its number. */
  @IsOptional() @IsUUID() caseId?: string;
  @ValidateIf((body: LinkCaseRequest) => body.caseId === undefined)
  @IsString()
  @Length(3, 40)
  reference?: string;
  @ApiProperty({ enum: LINK_KINDS }) @IsIn(LINK_KINDS) kind: LinkKind;
  @IsString() @Length(1, 2000) reason: string;
  /** With `same_event`: an event already named … */
  @IsOptional() @IsUUID() eventId?: string;
  /** … or the name of a new one. */
  @IsOptional() @IsString() @Length(1, 200) eventName?: string;
}

export class EndLinkRequest {
  @IsString() @Length(1, 2000) reason: string;
}
