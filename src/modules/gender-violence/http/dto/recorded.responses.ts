import { ApiProperty } from '@nestjs/swagger';
import { RISK_LEVELS, type RiskLevel } from '../../domain/risk';

const id = { format: 'uuid' } as const;
const text = (of: string) => ({ description: `${of}, Spanish and English` });

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

export class BothLanguagesResponse {
  @ApiProperty() es: string;
  @ApiProperty() en: string;
}

export class RiskQuestionResponse {
  @ApiProperty() code: string;
  @ApiProperty({ type: BothLanguagesResponse, ...text('The question') })
  text: BothLanguagesResponse;
  @ApiProperty() weight: number;
  @ApiProperty({ enum: RISK_LEVELS, required: false }) atLeast?: RiskLevel | undefined;
}

export class RiskThresholdsResponse {
  @ApiProperty() moderate: number;
  @ApiProperty() high: number;
  @ApiProperty() extreme: number;
}

export class RiskInstrumentContentResponse {
  @ApiProperty({ type: BothLanguagesResponse }) title: BothLanguagesResponse;
  @ApiProperty() source: string;
  @ApiProperty({ type: [RiskQuestionResponse] }) questions: RiskQuestionResponse[];
  @ApiProperty({ type: RiskThresholdsResponse }) thresholds: RiskThresholdsResponse;
}

export class CurrentRiskInstrumentResponse {
  @ApiProperty() version: number;
  @ApiProperty({ type: RiskInstrumentContentResponse }) content: RiskInstrumentContentResponse;
}

export class RiskInstrumentResponse extends CurrentRiskInstrumentResponse {
  @ApiProperty({ format: 'date-time' }) effectiveFrom: string;
  @ApiProperty() reason: string;
  @ApiProperty({ type: String, nullable: true }) createdBy: string | null;
  recordedAt: string;
}

export class RiskInstrumentListResponse {
  @ApiProperty({ type: [RiskInstrumentResponse] }) items: RiskInstrumentResponse[];
}

export class RiskInstrumentCreatedResponse {
  @ApiProperty() version: number;
}
