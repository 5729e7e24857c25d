import { ApiProperty } from '@nestjs/swagger';
import { RISK_LEVELS, type RiskLevel } from '../../domain/risk';

const id = { format: 'uuid' } as const;

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
