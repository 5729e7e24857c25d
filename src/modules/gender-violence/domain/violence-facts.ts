import type { Temporal } from '@js-temporal/polyfill';
import type { Contacted } from '../../obligations';
import type { FollowUpFinding } from './course';
import type { MeasureState } from './protection';
import type { RiskLevel } from './risk';

export interface AssessmentFact {
  id: string;
  level: RiskLevel;
  occurredAt: Temporal.Instant;
}

export interface MeasureFact {
  id: string;
  state: MeasureState;
  grantedOn: Temporal.PlainDate | null;
  /** The last day on which it protects. */
  expiresOn: Temporal.PlainDate | null;
  /** The measure that it carries on. */
  renewsId: string | null;
  endedAt: Temporal.Instant | null;
  /** The day on which it was asked for. */
  askedOn: Temporal.PlainDate;
}

export interface ReturnFact {
  id: string;
  returnedAt: Temporal.Instant;
  followUps: readonly { id: string; occurredAt: Temporal.Instant; finding: FollowUpFinding }[];
}

/** Everything that the duties of a case follow from. */
export interface ViolenceFacts extends Contacted {
  assessments: readonly AssessmentFact[];
  measures: readonly MeasureFact[];
  returns: readonly ReturnFact[];
}
