import { ApiProperty } from '@nestjs/swagger';
import { LINK_KINDS, type LinkRelation } from '../../domain/case-link';

const RELATIONS = [...LINK_KINDS, 'continued_by'] as const;
const nullable = { type: String, nullable: true } as const;

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
