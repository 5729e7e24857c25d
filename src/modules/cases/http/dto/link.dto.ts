import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, IsUUID, Length, ValidateIf } from 'class-validator';
import { LINK_KINDS, type LinkKind, type LinkRelation } from '../../domain/case-link';

const RELATIONS = [...LINK_KINDS, 'continued_by'] as const;
const nullable = { type: String, nullable: true } as const;

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

export class LinkResponse {
  id: string;
  @ApiProperty({ enum: RELATIONS }) relation: LinkRelation;
  reason: string;
  since: string;
  @ApiProperty(nullable) addedBy: string | null;
  @ApiProperty(nullable) endedAt: string | null;
  @ApiProperty(nullable) endedBy: string | null;
  @ApiProperty(nullable) endReason: string | null;
  @ApiProperty(nullable) eventId: string | null;
  @ApiProperty(nullable) eventName: string | null;
  caseId: string;
  reference: string;
  postCode: string;
  family: string;
  type: string;
  tier: string;
  status: string;
  personName: string;
}

export class CaseInEventResponse {
  caseId: string;
  reference: string;
  eventId: string;
  postCode: string;
  personName: string;
}

export class LinksResponse {
  @ApiProperty({ type: [LinkResponse] }) items: LinkResponse[];
  /** Cases of the same named events that no link joins directly. */
  @ApiProperty({ type: [CaseInEventResponse] }) alsoInEvent: CaseInEventResponse[];
}
