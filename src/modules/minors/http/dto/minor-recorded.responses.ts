import { ApiProperty } from '@nestjs/swagger';
import { id } from '../../../../platform/http/dto/response-fields';
import { LEVELS, type Level } from '../../../../platform/questionnaires/questionnaire';
import { ABDUCTION_ROUTES, type AbductionRoute } from '../../domain/abduction';

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
