import { ApiProperty } from '@nestjs/swagger';
import { LEVELS, type Level } from '../../../../platform/questionnaires/questionnaire';
import { ABDUCTION_ROUTES, type AbductionRoute } from '../../domain/abduction';

const id = { format: 'uuid' } as const;

export class KeptOfMinorResponse {
  @ApiProperty(id) id: string;
}

export class KeptGuardianshipResponse {
  @ApiProperty(id) id: string;
  @ApiProperty() version: number;
}

export class AssessedInterestsResponse {
  @ApiProperty(id) id: string;
  @ApiProperty() score: number;
  @ApiProperty({ enum: LEVELS }) level: Level;
}

export class RecordedAbductionResponse {
  @ApiProperty(id) id: string;
  @ApiProperty({ enum: ABDUCTION_ROUTES }) route: AbductionRoute;
}

export class FirstDutyOfMinorResponse {
  @ApiProperty() kind: string;
  @ApiProperty({ format: 'date-time' }) dueAt: string;
}

export class OpenedMinorCaseResponse {
  @ApiProperty(id) id: string;
  @ApiProperty({ example: 'MAD-2026-000123' }) reference: string;
  @ApiProperty() version: number;
  @ApiProperty(id) personId: string;
  @ApiProperty({ type: [FirstDutyOfMinorResponse] }) obligations: FirstDutyOfMinorResponse[];
}

export class HagueStatesContentResponse {
  @ApiProperty({ type: [String], description: 'ISO 3166-1 alpha-2' }) states: string[];
  @ApiProperty({
    type: 'array',
    items: { type: 'array', items: { type: 'string' } },
    description: 'Pairs between which it is not in force (art. 38)',
  })
  notBetween: string[][];
  @ApiProperty() source: string;
}

export class CurrentHagueStatesResponse {
  @ApiProperty() version: number;
  @ApiProperty({ type: HagueStatesContentResponse }) content: HagueStatesContentResponse;
}

export class HagueStatesVersionResponse extends CurrentHagueStatesResponse {
  @ApiProperty({ format: 'date-time' }) effectiveFrom: string;
  @ApiProperty() reason: string;
  @ApiProperty({ type: String, nullable: true }) createdBy: string | null;
  recordedAt: string;
}

export class HagueStatesListResponse {
  @ApiProperty({ type: [HagueStatesVersionResponse] }) items: HagueStatesVersionResponse[];
}
