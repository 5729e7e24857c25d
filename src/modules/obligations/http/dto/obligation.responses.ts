import { ApiProperty } from '@nestjs/swagger';
import { DUTY_STATES, type DutyState } from '../../domain/duty';
import { BREACH_REASONS, type BreachReason } from '../../domain/obligation';
import type { PolicyContent } from '../../domain/policy';

const instant = { format: 'date-time' } as const;
const maybe = { type: String, nullable: true } as const;
const maybeInstant = { ...maybe, ...instant } as const;

export class ObligationChangeResponse {
  @ApiProperty(instant) at: string;
  @ApiProperty({ description: 'Code of what happened' }) why: string;
  @ApiProperty(instant) oldDueAt: string;
  @ApiProperty(instant) newDueAt: string;
  @ApiProperty({ enum: DUTY_STATES }) oldStatus: DutyState;
  @ApiProperty({ enum: DUTY_STATES }) newStatus: DutyState;
  @ApiProperty() policyVersion: number;
}

export class ObligationResponse {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ format: 'uuid' }) caseId: string;
  @ApiProperty() kind: string;
  @ApiProperty({ enum: ['standard', 'restricted'] }) tier: 'standard' | 'restricted';
  @ApiProperty(instant) startsAt: string;
  @ApiProperty(instant) dueAt: string;
  @ApiProperty({ enum: DUTY_STATES }) status: DutyState;
  @ApiProperty() overdue: boolean;
  @ApiProperty(maybeInstant) metAt: string | null;
  @ApiProperty(maybe) why: string | null;
  @ApiProperty(maybeInstant) breachedAt: string | null;
  @ApiProperty({ enum: BREACH_REASONS, nullable: true }) breachReason: BreachReason | null;
  @ApiProperty(maybe) breachNote: string | null;
  @ApiProperty(maybeInstant) acceptedAt: string | null;
  @ApiProperty(maybe) acceptedBy: string | null;
  @ApiProperty(maybe) acceptanceNote: string | null;
  @ApiProperty(maybeInstant) acknowledgedAt: string | null;
  @ApiProperty(maybe) acknowledgedBy: string | null;
  @ApiProperty(maybe) snoozedUntil: string | null;
  @ApiProperty() policyVersion: number;
  @ApiProperty() version: number;
  @ApiProperty({ type: [ObligationChangeResponse] }) changes: ObligationChangeResponse[];
}

export class ObligationListResponse {
  @ApiProperty({ type: [ObligationResponse] }) items: ObligationResponse[];
}

export class CaseActResponse {
  @ApiProperty({ format: 'uuid' }) id: string;
}

export class PolicyResponse {
  @ApiProperty() version: number;
  @ApiProperty(instant) effectiveFrom: string;
  @ApiProperty() reason: string;
  @ApiProperty(maybe) author: string | null;
  @ApiProperty(instant) recordedAt: string;
  @ApiProperty() inForce: boolean;
}

export class PolicyListResponse {
  @ApiProperty({ type: [PolicyResponse] }) items: PolicyResponse[];
}

export class PolicyPageResponse extends PolicyResponse {
  @ApiProperty({ type: Object }) content: PolicyContent;
}

export class PolicyMoveResponse {
  @ApiProperty() caseReference: string;
  @ApiProperty() kind: string;
  @ApiProperty(instant) oldDueAt: string;
  @ApiProperty(instant) newDueAt: string;
}

export class PolicyPreviewResponse {
  @ApiProperty() affected: number;
  @ApiProperty() examined: number;
  @ApiProperty() complete: boolean;
  @ApiProperty({ type: [PolicyMoveResponse] }) sample: PolicyMoveResponse[];
}

export class ProofRunResponse {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty(instant) ranAt: string;
  @ApiProperty() passed: boolean;
  @ApiProperty() openCases: number;
  @ApiProperty() silentCases: number;
  @ApiProperty() unsentReminders: number;
}

export class ProofsResponse {
  @ApiProperty({ enum: ['passed', 'failed', 'late'] }) state: 'passed' | 'failed' | 'late';
  @ApiProperty({ type: ProofRunResponse, nullable: true }) latest: ProofRunResponse | null;
  @ApiProperty({ type: [ProofRunResponse] }) items: ProofRunResponse[];
}

export class SnoozedResponse {
  /** Duties whose reminders wait. */
  putOff: number;
  /** Duties that go on as they were. */
  kept: number;
}
