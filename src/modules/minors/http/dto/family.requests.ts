import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsUUID } from 'class-validator';
import {
  CivilDate,
  Code,
  OptionalInstant,
  OptionalText,
  RequiredText,
} from '../../../../platform/http/dto/fields';
import { IsCountry } from '../../../../platform/http/dto/validators';
import { LONGEST_ACCOUNT } from '../../domain/child';
import {
  CHILD_RELATIONS,
  REUNIFICATION_FINDINGS,
  SUITABILITIES,
  TRACING_SOURCES,
  type ChildRelation,
  type ReunificationFinding,
  type Suitability,
  type TracingSource,
} from '../../domain/reunification';

export class RecordTracingRequest {
  @Code(TRACING_SOURCES) source: TracingSource;
  @OptionalText(500) institution?: string;
  @CivilDate() askedOn: string;
  @OptionalText(4000) note?: string;
}

const RESULTS = ['found', 'not_found'] as const;

export class AnswerTracingRequest {
  @Code(RESULTS) result: (typeof RESULTS)[number];
  @CivilDate() answeredOn: string;
  @OptionalText(4000) note?: string;
}

export class LocateRelativeRequest {
  /** Somebody of the case, as guardian or relative. */
  @IsUUID() personId: string;
  @Code(CHILD_RELATIONS) relation: ChildRelation;
  @OptionalText(2000) whereabouts?: string;
}

const DECISIONS = ['verified', 'rejected'] as const;

export class DecideRelationshipRequest {
  @Code(DECISIONS) decision: (typeof DECISIONS)[number];
  /** What shows it. */
  @RequiredText(4000) proof: string;
}

export class AssessFamilyRequest {
  @Code(SUITABILITIES) suitability: Suitability;
  /** Who assessed it. */
  @RequiredText(500) institution: string;
  @RequiredText(LONGEST_ACCOUNT) report: string;
  @OptionalInstant() occurredAt?: string;
}

export class RecordReunificationRequest {
  @IsUUID() relativeId: string;
  @OptionalInstant() occurredAt?: string;
  /** Absent: the country of the case. */
  @ApiPropertyOptional() @IsOptional() @IsCountry() fromCountry?: string;
  @ApiProperty({ description: 'ISO 3166-1 alpha-2' }) @IsCountry() toCountry: string;
  /** Who follows the child there. */
  @OptionalText(500) institution?: string;
  @OptionalText(4000) plan?: string;
}

export class FollowUpReunificationRequest {
  @Code(REUNIFICATION_FINDINGS) finding: ReunificationFinding;
  @OptionalInstant() occurredAt?: string;
  @OptionalText(4000) note?: string;
}
