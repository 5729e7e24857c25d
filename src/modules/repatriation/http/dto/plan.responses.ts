import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { STEP_STATES, type StepState } from '../../domain/schedule';
import { OWNER_ROLES, type OwnerRole } from '../../domain/vocabulary';

const id = { format: 'uuid' } as const;
const instant = { format: 'date-time' } as const;
const day = { format: 'date' } as const;
const optional = { type: String, nullable: true } as const;
const optionalDay = { ...optional, ...day };

export class ReturnFactKeptResponse {
  @ApiProperty(id) id: string;
}

export class StepWordsResponse {
  @ApiProperty() es: string;
  @ApiProperty() en: string;
}

/** A step with its dates: calendar days of the post. */
export class PlanStepResponse {
  @ApiProperty(id) id: string;
  @ApiProperty() code: string;
  @ApiProperty({ type: StepWordsResponse }) label: StepWordsResponse;
  @ApiProperty() days: number;
  /** The case does not close before it is done or found not to be needed. */
  @ApiProperty() mandatory: boolean;
  @ApiProperty({ type: [String] }) after: string[];
  @ApiProperty({ enum: STEP_STATES }) state: StepState;
  /** A fact ends it, nobody by hand. */
  @ApiProperty() endsByFact: boolean;
  @ApiProperty({ enum: OWNER_ROLES }) ownerRole: OwnerRole;
  @ApiProperty({ ...optional, ...id }) ownerId: string | null;
  @ApiProperty(optional) owner: string | null;
  @ApiProperty({ type: [StepWordsResponse] }) documents: StepWordsResponse[];
  @ApiProperty(optional) reason: string | null;
  @ApiProperty(optionalDay) notBeforeOn: string | null;
  @ApiProperty(optionalDay) startedOn: string | null;
  @ApiProperty(optionalDay) endedOn: string | null;
  @ApiProperty(day) startsOn: string;
  @ApiProperty(day) endsOn: string;
  /** The last day on which it may end without moving the whole. */
  @ApiProperty(day) latestEndOn: string;
  @ApiProperty() slackDays: number;
  /** On the longest path: if it slips, the end slips. */
  @ApiProperty() critical: boolean;
}

export class MovedStepResponse {
  @ApiProperty() code: string;
  @ApiProperty(day) fromStart: string;
  @ApiProperty(day) fromEnd: string;
  @ApiProperty(day) toStart: string;
  @ApiProperty(day) toEnd: string;
}

export class MovePreviewResponse {
  @ApiProperty(optionalDay) arrivalFrom: string | null;
  @ApiProperty(optionalDay) arrivalTo: string | null;
  @ApiProperty({ type: [MovedStepResponse] }) changes: MovedStepResponse[];
}

export class TemplateStepResponse {
  @ApiProperty() code: string;
  @ApiProperty({ type: StepWordsResponse }) label: StepWordsResponse;
  @ApiProperty() mandatory: boolean;
  @ApiProperty() days: number;
  @ApiProperty({ type: [String] }) after: string[];
  @ApiProperty({ enum: OWNER_ROLES }) ownerRole: OwnerRole;
  @ApiProperty({ type: [StepWordsResponse] }) documents: StepWordsResponse[];
}

const steps: ApiPropertyOptions = { type: [TemplateStepResponse] };
export class PlanTemplatesResponse {
  @ApiProperty(steps) destitute: TemplateStepResponse[];
  @ApiProperty(steps) deportee_reception: TemplateStepResponse[];
  @ApiProperty(steps) returnee_support: TemplateStepResponse[];
  @ApiProperty(steps) medical: TemplateStepResponse[];
  @ApiProperty(steps) minor: TemplateStepResponse[];
  @ApiProperty(steps) victim: TemplateStepResponse[];
}

export class RepatriationTemplateResponse {
  @ApiProperty() version: number;
  @ApiProperty(instant) effectiveFrom: string;
  @ApiProperty({ type: PlanTemplatesResponse }) content: PlanTemplatesResponse;
  @ApiProperty() reason: string;
  @ApiProperty(optional) createdBy: string | null;
  @ApiProperty(instant) recordedAt: string;
}

export class RepatriationTemplateListResponse {
  @ApiProperty({ type: [RepatriationTemplateResponse] }) items: RepatriationTemplateResponse[];
}

export class RepatriationTemplateCreatedResponse {
  @ApiProperty() version: number;
}
