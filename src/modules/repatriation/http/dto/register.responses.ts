import { ApiProperty } from '@nestjs/swagger';
import { CivilDate } from '../../../../platform/http/dto/fields';
import { REPATRIATION_TYPES, type RepatriationType } from '../../domain/repatriation-type';
import { CostResponse } from './repatriation.responses';

const id = { format: 'uuid' } as const;
const instant = { format: 'date-time' } as const;
const day = { format: 'date' } as const;
const optional = { type: String, nullable: true } as const;

/** Civil days of Lima, both included. */
export class RegisterDaysRequest {
  @CivilDate() from: string;
  @CivilDate() to: string;
}

export class RegisterEntryResponse {
  @ApiProperty(id) id: string;
  @ApiProperty(id) caseId: string;
  @ApiProperty() reference: string;
  @ApiProperty({ enum: REPATRIATION_TYPES }) type: RepatriationType;
  @ApiProperty({ description: 'ISO 3166-1 alpha-2' }) country: string;
  @ApiProperty() givenNames: string;
  @ApiProperty() surnames: string;
  @ApiProperty({ ...optional, ...day }) birthDate: string | null;
  @ApiProperty({ description: 'ISO/IEC 5218' }) sex: number;
  @ApiProperty(optional) nationality: string | null;
  @ApiProperty(optional) documentKind: string | null;
  @ApiProperty(optional) documentNumber: string | null;
  @ApiProperty(instant) arrivedAt: string;
  @ApiProperty() entryPoint: string;
  @ApiProperty(day) reportedOn: string;
  @ApiProperty(optional) carrier: string | null;
  @ApiProperty(optional) service: string | null;
  @ApiProperty() post: string;
}

export class RegisterResponse {
  @ApiProperty({ type: [RegisterEntryResponse] }) items: RegisterEntryResponse[];
  /** There are others: choose fewer days. */
  @ApiProperty() more: boolean;
}

export class RegisterExportResponse {
  @ApiProperty() rows: number;
  @ApiProperty({ description: 'UTF-8 with byte-order mark, formulas escaped' }) csv: string;
}

export class WaitingConsultationResponse {
  @ApiProperty(id) id: string;
  @ApiProperty(id) caseId: string;
  @ApiProperty() reference: string;
  @ApiProperty({ enum: REPATRIATION_TYPES }) type: RepatriationType;
  @ApiProperty() country: string;
  @ApiProperty() post: string;
  @ApiProperty({ type: [CostResponse] }) costs: CostResponse[];
  @ApiProperty(instant) askedAt: string;
  @ApiProperty(optional) askedBy: string | null;
}

export class WaitingConsultationsResponse {
  @ApiProperty({ type: [WaitingConsultationResponse] }) items: WaitingConsultationResponse[];
}
