import { ApiProperty } from '@nestjs/swagger';
import { id } from '../../../../platform/http/dto/response-fields';
import { RISK_LEVELS, type RiskLevel } from '../../domain/risk';

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
