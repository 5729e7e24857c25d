import { ApiProperty } from '@nestjs/swagger';
import { LEVELS, type Level } from './questionnaire';

export class BothLanguagesResponse {
  @ApiProperty() es: string;
  @ApiProperty() en: string;
}

export class QuestionResponse {
  @ApiProperty() code: string;
  @ApiProperty({ type: BothLanguagesResponse, description: 'The question, Spanish and English' })
  text: BothLanguagesResponse;
  @ApiProperty() weight: number;
  @ApiProperty({ enum: LEVELS, required: false }) atLeast?: Level | undefined;
}

export class ThresholdsResponse {
  @ApiProperty() moderate: number;
  @ApiProperty() high: number;
  @ApiProperty() extreme: number;
}

export class QuestionnaireResponse {
  @ApiProperty({ type: BothLanguagesResponse }) title: BothLanguagesResponse;
  @ApiProperty() source: string;
  @ApiProperty({ type: [QuestionResponse] }) questions: QuestionResponse[];
  @ApiProperty({ type: ThresholdsResponse }) thresholds: ThresholdsResponse;
}

export class CurrentQuestionnaireResponse {
  @ApiProperty() version: number;
  @ApiProperty({ type: QuestionnaireResponse }) content: QuestionnaireResponse;
}

export class QuestionnaireVersionResponse extends CurrentQuestionnaireResponse {
  @ApiProperty({ format: 'date-time' }) effectiveFrom: string;
  @ApiProperty() reason: string;
  @ApiProperty({ type: String, nullable: true }) createdBy: string | null;
  recordedAt: string;
}

export class QuestionnaireVersionsResponse {
  @ApiProperty({ type: [QuestionnaireVersionResponse] }) items: QuestionnaireVersionResponse[];
}

export class VersionCreatedResponse {
  @ApiProperty() version: number;
}
