import { ApiProperty } from '@nestjs/swagger';
import type { BreakGlassView } from '../../break-glass.views';
import {
  BREAK_GLASS_STATES,
  BREAK_GLASS_VERDICTS,
  type BreakGlassState,
  type BreakGlassVerdict,
} from '../../domain/break-glass';
import type { ReadView } from '../../read-break-glass';

const nullable = { type: String, nullable: true } as const;

export class BreakGlassResponse implements BreakGlassView {
  id: string;
  reference: string;
  @ApiProperty({ enum: BREAK_GLASS_STATES }) state: BreakGlassState;
  requestedAt: string;
  askedBy: string;
  own: boolean;
  reason: string;
  @ApiProperty(nullable) decidedAt: string | null;
  @ApiProperty(nullable) decidedBy: string | null;
  @ApiProperty(nullable) until: string | null;
  active: boolean;
  @ApiProperty(nullable) reviewedAt: string | null;
  @ApiProperty(nullable) reviewedBy: string | null;
  @ApiProperty({ enum: BREAK_GLASS_VERDICTS, nullable: true }) verdict: BreakGlassVerdict | null;
  @ApiProperty(nullable) reviewNote: string | null;
  @ApiProperty(nullable) caseId: string | null;
}

export class BreakGlassListResponse {
  @ApiProperty({ type: [BreakGlassResponse] }) items: BreakGlassResponse[];
}

export class BreakGlassReadResponse implements ReadView {
  at: string;
  action: string;
  subjectType: string;
}

export class BreakGlassPageResponse extends BreakGlassResponse {
  /** Everything that was read or done while they were in. */
  @ApiProperty({ type: [BreakGlassReadResponse] }) reads: BreakGlassReadResponse[];
}

export class BreakGlassDoneResponse {
  id: string;
}
