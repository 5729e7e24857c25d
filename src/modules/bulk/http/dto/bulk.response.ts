import { ApiProperty } from '@nestjs/swagger';
import { ROW_STATES, type RowState } from '../../../../platform/operations/operation';
import type { Verdict } from '../../bulk-work';

const VERDICTS = ['change', 'unchanged', 'refused'] as const;
const nullable = { type: String, nullable: true } as const;

export class VerdictCountsResponse {
  change: number;
  unchanged: number;
  refused: number;
}

export class PreviewRowResponse {
  caseId: string;
  @ApiProperty(nullable) reference: string | null;
  @ApiProperty(nullable) personName: string | null;
  @ApiProperty({ enum: VERDICTS }) verdict: Verdict;
  @ApiProperty(nullable) code: string | null;
}

export class PreviewResponse {
  total: number;
  counts: VerdictCountsResponse;
  /** How many are refused, by code. */
  @ApiProperty({ type: Object, additionalProperties: { type: 'number' } })
  refusals: Record<string, number>;
  /** Refused ones first; not all of a long list. */
  @ApiProperty({ type: [PreviewRowResponse] }) rows: PreviewRowResponse[];
}

export class BulkRowResponse {
  n: number;
  caseId: string;
  /** Null when the case is no longer in reach. */
  @ApiProperty(nullable) reference: string | null;
  @ApiProperty(nullable) personName: string | null;
  @ApiProperty({ enum: ROW_STATES }) state: RowState;
  @ApiProperty(nullable) code: string | null;
}

export class BulkRowsResponse {
  @ApiProperty({ type: [BulkRowResponse] }) items: BulkRowResponse[];
  @ApiProperty(nullable) nextCursor: string | null;
}
