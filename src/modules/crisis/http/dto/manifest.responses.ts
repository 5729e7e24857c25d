import { FARE_PAYERS, type FarePayer } from '../../../../platform/money/payers';
import { ApiProperty } from '@nestjs/swagger';
import { SEAT_STATES, type Reply, type SeatState } from '../../domain/vocabulary';
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
  /** They sit elsewhere at that time: nothing was given. */
  @ApiProperty({ type: [String] }) elsewhere: string[];
}

export class FareShareResponse {
  @ApiProperty({ enum: FARE_PAYERS }) payer: FarePayer;
  @ApiProperty() amount: string;
}

/** What one payer paid of a manifest, in one currency. */
export class FareTotalResponse extends FareShareResponse {
  @ApiProperty() currency: string;
  /** Of which they paid a share. */
  @ApiProperty() seats: number;
}

export class FaresRecordedResponse {
  @ApiProperty() seats: number;
}

export class ManifestSeatResponse extends SeatResponse {
  @ApiProperty() givenNames: string;
  @ApiProperty() firstSurname: string;
  @ApiProperty(optional) secondSurname: string | null;
  @ApiProperty(optional) birthDate: string | null;
  @ApiProperty(optional) documentNumber: string | null;
  @ApiProperty() priority: number;
  /** Of the shares; null where nothing is recorded yet. */
  @ApiProperty(optional) currency: string | null;
  @ApiProperty({ type: [FareShareResponse] }) shares: FareShareResponse[];
}

export class ManifestSeatsResponse {
  @ApiProperty({ type: ManifestResponse }) manifest: ManifestResponse;
  @ApiProperty({ type: [ManifestSeatResponse] }) items: ManifestSeatResponse[];
  @ApiProperty({ type: [FareTotalResponse] }) fares: FareTotalResponse[];
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

export class BroadcastResponse {
  @ApiProperty(id) id: string;
  @ApiProperty({ type: Object }) filter: Record<string, string>;
  @ApiProperty() textEs: string;
  @ApiProperty() textEn: string;
  @ApiProperty(instant) occurredAt: string;
  @ApiProperty(optional) sentBy: string | null;
  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'integer' },
    description: 'Persons by what became of their message, each once',
  })
  replies: Record<Reply, number>;
}

export class BroadcastListResponse {
  @ApiProperty({ type: [BroadcastResponse] }) items: BroadcastResponse[];
}
