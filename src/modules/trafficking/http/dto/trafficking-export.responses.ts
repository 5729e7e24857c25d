import { ApiProperty } from '@nestjs/swagger';

export class TraffickingExportResponse {
  /** Names of the fields as in IOM HTCDS 2.0. */
  @ApiProperty({ type: [Object] }) rows: Record<string, unknown>[];
  /** Cases that would stand alone, and so are left out. */
  @ApiProperty() leftOut: number;
  @ApiProperty() smallestGroup: number;
  @ApiProperty({ description: 'The same rows as CSV' }) csv: string;
}

export class TraffickingExportPolicyContentResponse {
  @ApiProperty() smallestGroup: number;
  @ApiProperty() source: string;
}

export class TraffickingExportPolicyResponse {
  @ApiProperty() version: number;
  @ApiProperty({ format: 'date-time' }) effectiveFrom: string;
  @ApiProperty({ type: TraffickingExportPolicyContentResponse })
  content: TraffickingExportPolicyContentResponse;
  @ApiProperty() reason: string;
  @ApiProperty({ type: String, nullable: true }) createdBy: string | null;
  @ApiProperty({ format: 'date-time' }) recordedAt: string;
}

export class TraffickingExportPolicyListResponse {
  @ApiProperty({ type: [TraffickingExportPolicyResponse] })
  items: TraffickingExportPolicyResponse[];
}

export class TraffickingExportPolicyCreatedResponse {
  @ApiProperty() version: number;
}
