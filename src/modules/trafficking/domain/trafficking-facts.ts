import type { Temporal } from '@js-temporal/polyfill';
import type { Contacted } from '../../obligations';
import type {
  AgeFinding,
  NationalityFinding,
  ReferralRecipient,
  ReferralState,
  ReflectionState,
  ReturnFinding,
} from './protection';

type Instant = Temporal.Instant;

export interface IdentityFact {
  id: string;
  nationalityFinding: NationalityFinding;
  ageFinding: AgeFinding;
  occurredAt: Instant;
}
export interface ReferralFact {
  id: string;
  recipient: ReferralRecipient;
  state: ReferralState;
  occurredAt: Instant;
  answeredAt: Instant | null;
}
export interface ReflectionFact {
  id: string;
  state: ReflectionState;
  fromOn: Temporal.PlainDate | null;
  untilOn: Temporal.PlainDate | null;
  recordedAt: Instant;
}
export interface ReturnFact {
  id: string;
  arrivedAt: Instant | null;
  followUps: readonly { id: string; occurredAt: Instant; finding: ReturnFinding }[];
}

/** Everything that plans the duties of such a case. */
export interface TraffickingFacts extends Contacted {
  checks: readonly IdentityFact[];
  referrals: readonly ReferralFact[];
  reflections: readonly ReflectionFact[];
  returns: readonly ReturnFact[];
}
