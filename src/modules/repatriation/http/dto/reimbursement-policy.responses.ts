import { ApiProperty } from '@nestjs/swagger';

const instant = { format: 'date-time' } as const;

export class ReimbursementPolicyContentResponse {
  /** Days after the boarding. */
  @ApiProperty({ type: [Number] }) remindAfterDays: number[];
  @ApiProperty() source: string;
}

export class ReimbursementPolicyResponse {
  @ApiProperty() version: number;
  @ApiProperty(instant) effectiveFrom: string;
  @ApiProperty({ type: ReimbursementPolicyContentResponse })
  content: ReimbursementPolicyContentResponse;
  @ApiProperty() reason: string;
  @ApiProperty({ type: String, nullable: true }) createdBy: string | null;
  @ApiProperty(instant) recordedAt: string;
}

export class ReimbursementPolicyListResponse {
  @ApiProperty({ type: [ReimbursementPolicyResponse] }) items: ReimbursementPolicyResponse[];
}

export class ReimbursementPolicyCreatedResponse {
  @ApiProperty() version: number;
}
