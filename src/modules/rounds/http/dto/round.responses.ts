import { ApiProperty } from '@nestjs/swagger';
import {
  NOT_VISITED_REASONS,
  PERSON_STATES,
  ROUND_STATUSES,
  type NotVisitedReason,
  type PersonState,
  type RoundStatus,
} from '../../domain/round';
import type { OccasionPolicy } from '../../domain/occasions';

const instant = { format: 'date-time' } as const;
const maybe = { type: String, nullable: true } as const;
const maybeInstant = { ...maybe, ...instant } as const;

export class OccasionNamesResponse {
  @ApiProperty() es: string;
  @ApiProperty() en: string;
}

export class RoundResponse {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ format: 'uuid' }) postId: string;
  @ApiProperty() postCode: string;
  @ApiProperty() timeZone: string;
  @ApiProperty({ format: 'date', description: 'Civil date at the post' }) plannedOn: string;
  @ApiProperty(maybe) occasion: string | null;
  @ApiProperty({ type: OccasionNamesResponse, nullable: true })
  occasionNames: OccasionNamesResponse | null;
  @ApiProperty({ ...maybe, format: 'uuid' }) facilityId: string | null;
  @ApiProperty(maybe) facilityName: string | null;
  @ApiProperty() city: string;
  @ApiProperty(maybe) visitingHours: string | null;
  @ApiProperty({ format: 'uuid' }) leaderId: string;
  @ApiProperty() leaderName: string;
  @ApiProperty(maybe) note: string | null;
  @ApiProperty({ enum: ROUND_STATUSES }) status: RoundStatus;
  @ApiProperty(maybe) endReason: string | null;
  @ApiProperty(maybeInstant) endedAt: string | null;
  @ApiProperty() version: number;
  @ApiProperty({ description: 'People still to be seen' }) planned: number;
  @ApiProperty({ description: 'People whose result is recorded' }) recorded: number;
  @ApiProperty() notVisited: number;
}

export class RoundListResponse {
  @ApiProperty({ type: [RoundResponse] }) items: RoundResponse[];
  @ApiProperty(maybe) nextCursor: string | null;
}

export class ThingToCheckResponse {
  @ApiProperty() check: string;
  @ApiProperty() finding: string;
}

export class RoundPersonResponse {
  @ApiProperty({ format: 'uuid' }) caseId: string;
  @ApiProperty() reference: string;
  @ApiProperty(maybe) personName: string | null;
  @ApiProperty(maybe) stage: string | null;
  @ApiProperty(maybeInstant) lastVisitAt: string | null;
  @ApiProperty(maybeInstant) nextVisitAt: string | null;
  @ApiProperty(maybe) facilityName: string | null;
  @ApiProperty({ description: 'The person has said that they want no visits' })
  opposesVisits: boolean;
  @ApiProperty({ enum: PERSON_STATES }) state: PersonState;
  @ApiProperty({ enum: NOT_VISITED_REASONS, nullable: true }) reason: NotVisitedReason | null;
  @ApiProperty({ ...maybe, format: 'uuid' }) contactId: string | null;
  @ApiProperty(maybe) outcome: string | null;
  @ApiProperty(maybe) actNumber: string | null;
  @ApiProperty(maybeInstant) visitedAt: string | null;
  @ApiProperty({ type: [ThingToCheckResponse] }) toCheck: ThingToCheckResponse[];
  @ApiProperty({ type: [String] }) needs: string[];
  @ApiProperty(maybe) nextSteps: string | null;
}

export class RoundPageResponse extends RoundResponse {
  @ApiProperty({ type: [RoundPersonResponse] }) people: RoundPersonResponse[];
}

export class RoundChangedResponse {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() version: number;
}

export class RoundPlannedResponse extends RoundChangedResponse {
  @ApiProperty({ description: 'How many people went on it by itself' }) people: number;
}

export class PeopleAddedResponse {
  @ApiProperty() added: number;
}

export class RoundCandidateResponse {
  @ApiProperty({ format: 'uuid' }) caseId: string;
  @ApiProperty() reference: string;
  @ApiProperty(maybe) personName: string | null;
  @ApiProperty(maybe) stage: string | null;
  @ApiProperty(maybeInstant) lastVisitAt: string | null;
  @ApiProperty(maybeInstant) nextVisitAt: string | null;
  @ApiProperty(maybe) facilityName: string | null;
  @ApiProperty(maybe) city: string | null;
  @ApiProperty() opposesVisits: boolean;
  @ApiProperty() due: boolean;
}

export class CandidatesResponse {
  @ApiProperty({ type: [RoundCandidateResponse] }) items: RoundCandidateResponse[];
}

export class SuggestionResponse {
  @ApiProperty({ ...maybe, format: 'uuid' }) facilityId: string | null;
  @ApiProperty(maybe) facilityName: string | null;
  @ApiProperty(maybe) city: string | null;
  @ApiProperty(maybe) visitingHours: string | null;
  @ApiProperty() people: number;
  @ApiProperty() due: number;
  @ApiProperty() overdue: number;
  @ApiProperty() neverVisited: number;
  @ApiProperty(maybeInstant) soonestDueAt: string | null;
}

export class SuggestionsResponse {
  @ApiProperty({ type: [SuggestionResponse] }) items: SuggestionResponse[];
}

export class DatedOccasionResponse {
  @ApiProperty() code: string;
  @ApiProperty({ type: OccasionNamesResponse }) names: OccasionNamesResponse;
  @ApiProperty({ format: 'date' }) on: string;
}

export class UpcomingOccasionsResponse {
  @ApiProperty({ type: [DatedOccasionResponse] }) items: DatedOccasionResponse[];
}

export class OccasionRuleResponse {
  @ApiProperty({ enum: ['date', 'weekday'] }) kind: 'date' | 'weekday';
  @ApiProperty() month: number;
  @ApiProperty({ required: false }) day?: number;
  @ApiProperty({ required: false, description: '1 = Monday … 7 = Sunday' }) weekday?: number;
  @ApiProperty({ required: false }) nth?: number;
}

export class OccasionResponse {
  @ApiProperty() code: string;
  @ApiProperty({ type: OccasionNamesResponse }) names: OccasionNamesResponse;
  @ApiProperty({ type: OccasionRuleResponse }) rule: OccasionRuleResponse;
}

export class OccasionContentResponse {
  @ApiProperty() proposeDaysAhead: number;
  @ApiProperty() dueWithinDays: number;
  @ApiProperty({ type: [OccasionResponse] }) occasions: OccasionResponse[];
}

export class OccasionPolicyResponse {
  @ApiProperty() version: number;
  @ApiProperty(instant) effectiveFrom: string;
  @ApiProperty({ type: OccasionContentResponse }) content: OccasionPolicy;
  @ApiProperty() reason: string;
  @ApiProperty(instant) recordedAt: string;
  @ApiProperty(maybe) author: string | null;
  @ApiProperty() inForce: boolean;
}

export class OccasionPoliciesResponse {
  @ApiProperty({ type: [OccasionPolicyResponse] }) items: OccasionPolicyResponse[];
}
