import { ApiProperty } from '@nestjs/swagger';
import { RISK_LEVELS, type RiskLevel } from '../../domain/risk';

const id = { format: 'uuid' } as const;

export class KeptFactResponse {
  @ApiProperty(id) id: string;
}

export class KeptPlanResponse {
  @ApiProperty(id) id: string;
  @ApiProperty() version: number;
}

export class AssessedRiskResponse {
  @ApiProperty(id) id: string;
  @ApiProperty() score: number;
  @ApiProperty({ enum: RISK_LEVELS }) computedLevel: RiskLevel;
  @ApiProperty({ enum: RISK_LEVELS }) level: RiskLevel;
}

export class FirstDutyResponse {
  @ApiProperty() kind: string;
  @ApiProperty({ format: 'date-time' }) dueAt: string;
}

export class OpenedViolenceCaseResponse {
  @ApiProperty(id) id: string;
  @ApiProperty({ example: 'S-0A1B2C3D' }) reference: string;
  @ApiProperty() version: number;
  @ApiProperty(id) personId: string;
  @ApiProperty({ type: [FirstDutyResponse] }) obligations: FirstDutyResponse[];
}
