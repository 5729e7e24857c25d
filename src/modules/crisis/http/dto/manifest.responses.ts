import { ApiProperty } from '@nestjs/swagger';
import { SEAT_STATES, type SeatState } from '../../domain/vocabulary';
import { IncidentKeptResponse, ManifestResponse } from './crisis.responses';

const id = { format: 'uuid' } as const;
const instant = { format: 'date-time' } as const;
const optional = { type: String, nullable: true } as const;

export class SeatResponse {
  @ApiProperty(id) personId: string;
  @ApiProperty({ enum: SEAT_STATES }) state: SeatState;
}

export class SeatsGivenResponse {
  @ApiProperty({ type: [SeatResponse] }) items: SeatResponse[];
}

export class ManifestSeatResponse extends SeatResponse {
  @ApiProperty() givenNames: string;
  @ApiProperty() firstSurname: string;
  @ApiProperty(optional) secondSurname: string | null;
  @ApiProperty() priority: number;
}

export class ManifestSeatsResponse {
  @ApiProperty({ type: ManifestResponse }) manifest: ManifestResponse;
  @ApiProperty({ type: [ManifestSeatResponse] }) items: ManifestSeatResponse[];
}

export class UnlistedNameResponse {
  @ApiProperty() givenNames: string;
  @ApiProperty() firstSurname: string;
  @ApiProperty(optional) secondSurname: string | null;
}

export class ReconciliationResponse {
  @ApiProperty({ type: [String] }) boarded: string[];
  @ApiProperty({ type: [String] }) noShow: string[];
  @ApiProperty({ type: [String] }) fromWaiting: string[];
  @ApiProperty({ type: [UnlistedNameResponse] }) unlisted: UnlistedNameResponse[];
  @ApiProperty({ type: [String] }) unreadable: string[];
}

export class BoardingRecordedResponse extends IncidentKeptResponse {
  @ApiProperty() boarded: number;
  @ApiProperty() noShow: number;
  @ApiProperty() added: number;
}

export class ArrivalRecordedResponse extends IncidentKeptResponse {
  @ApiProperty() arrived: number;
  @ApiProperty() missing: number;
}

export class BroadcastPreviewResponse {
  @ApiProperty() recipients: number;
  /** Of the filter, and without an address. */
  @ApiProperty() withoutMail: number;
}

export class BroadcastSentResponse extends BroadcastPreviewResponse {
  @ApiProperty(id) id: string;
}

export class BroadcastResponse extends BroadcastSentResponse {
  @ApiProperty({ type: Object }) filter: Record<string, string>;
  @ApiProperty() textEs: string;
  @ApiProperty() textEn: string;
  @ApiProperty(instant) occurredAt: string;
  @ApiProperty(optional) sentBy: string | null;
  @ApiProperty() sent: number;
  @ApiProperty() failed: number;
  @ApiProperty() confirmed: number;
}

export class BroadcastListResponse {
  @ApiProperty({ type: [BroadcastResponse] }) items: BroadcastResponse[];
}
