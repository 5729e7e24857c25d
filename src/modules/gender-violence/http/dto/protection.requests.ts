import { IsOptional, IsUUID } from 'class-validator';
import {
  ASSISTANCE_OUTCOMES,
  FOLLOW_UP_FINDINGS,
  type AssistanceOutcome,
  type FollowUpFinding,
} from '../../domain/course';
import {
  MEASURE_KINDS,
  SERVICE_STATES,
  SUPPORT_SERVICES,
  type MeasureKind,
  type ServiceState,
  type SupportService,
} from '../../domain/protection';
import {
  CivilDate,
  Code,
  OptionalCivilDate,
  OptionalInstant,
  OptionalText,
  RequiredText,
} from '../../../../platform/http/dto/fields';

export class RecordMeasureRequest {
  @Code(MEASURE_KINDS) kind: MeasureKind;
  @RequiredText(500) authority: string;
  @OptionalText(200) number?: string;
  /** Whom it protects, from whom, where. */
  @OptionalText(4000) scope?: string;
  @OptionalCivilDate() requestedOn?: string;
  /** Absent: asked for, not granted yet. */
  @OptionalCivilDate() grantedOn?: string;
  /** The last day on which it protects. */
  @OptionalCivilDate() expiresOn?: string;
  /** The measure that it carries on. */
  @IsOptional() @IsUUID() renewsId?: string;
}

const DECISIONS = ['granted', 'refused'] as const;

export class DecideMeasureRequest {
  @Code(DECISIONS) decision: (typeof DECISIONS)[number];
  @OptionalCivilDate() grantedOn?: string;
  @OptionalCivilDate() expiresOn?: string;
  @OptionalText(200) number?: string;
  @OptionalText(4000) scope?: string;
}

export class EndMeasureRequest {
  @RequiredText(4000) reason: string;
}

export class RecordServiceRequest {
  @Code(SUPPORT_SERVICES) service: SupportService;
  @Code(SERVICE_STATES) state: ServiceState;
  @RequiredText(500) institution: string;
  @CivilDate() requestedOn: string;
  @OptionalCivilDate() answeredOn?: string;
  @OptionalText(4000) note?: string;
}

const ANSWERS = ['obtained', 'refused'] as const;

export class AnswerServiceRequest {
  @Code(ANSWERS) state: (typeof ANSWERS)[number];
  @CivilDate() answeredOn: string;
  @OptionalText(4000) note?: string;
}

export class RecordReturnRequest {
  @OptionalInstant() returnedAt?: string;
  /** Who receives the person in Peru. */
  @RequiredText(500) institution: string;
  @OptionalText(4000) plan?: string;
}

export class FollowUpReturnRequest {
  @Code(FOLLOW_UP_FINDINGS) finding: FollowUpFinding;
  @OptionalInstant() occurredAt?: string;
  @OptionalText(4000) note?: string;
}

export class RecordOutcomeRequest {
  @Code(ASSISTANCE_OUTCOMES) outcome: AssistanceOutcome;
  @OptionalInstant() occurredAt?: string;
  @OptionalText(4000) note?: string;
}
