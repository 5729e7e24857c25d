import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { KeptFactResponse } from '../../../obligations';

/** The id of what was recorded or edited, and the version to send as `If-Match` next time. */
export class VersionedResponse extends KeptFactResponse {
  @ApiProperty() version: number;
}

export class NumberedResponse extends KeptFactResponse {
  @ApiProperty({ nullable: true, type: String, example: 'MAD-2026-VIS-000045' })
  actNumber: string | null;

  @ApiPropertyOptional({ example: 'MAD-2026-NVB-000003' }) noteVerbaleNumber?: string;
}

export class StageResponse extends VersionedResponse {
  @ApiProperty({ description: 'The stage that stands now' }) stage: string;
}

export class AcknowledgementResponse extends KeptFactResponse {
  @ApiProperty({ enum: ['consul', 'headquarters'] }) by: string;
  @ApiProperty({ format: 'date-time' }) at: string;
}

export class FacilityResponse extends VersionedResponse {
  @ApiProperty() name: string;
  @ApiProperty() kind: string;
  @ApiProperty() country: string;
  @ApiProperty({ nullable: true, type: String }) subdivision: string | null;
  @ApiProperty() city: string;
  @ApiProperty() harshness: string;
  @ApiProperty({ nullable: true, type: String }) address: string | null;
  @ApiProperty({ nullable: true, type: String }) visitingHours: string | null;
  @ApiProperty({ description: 'False while only typed in when logging' }) confirmed: boolean;
}

export class FacilityPageResponse {
  @ApiProperty({ type: [FacilityResponse] }) items: FacilityResponse[];
  @ApiProperty({ nullable: true, type: String }) nextCursor: string | null;
}

export class AccessDenialsOfCountryResponse {
  @ApiProperty({ description: 'ISO 3166-1 alpha-2' }) country: string;
  @ApiProperty() denials: number;
  @ApiProperty() cases: number;
  @ApiProperty() notesSent: number;
  @ApiProperty() replies: number;
  @ApiProperty() accessGranted: number;
}

export class AccessDenialsResponse {
  @ApiProperty({ type: [AccessDenialsOfCountryResponse] }) items: AccessDenialsOfCountryResponse[];
}
