import { ApiProperty } from '@nestjs/swagger';
import { OPERATION_STATES, type OperationState } from '../../operation';

const nullable = { type: String, nullable: true } as const;

export class OperationResponse {
  id: string;
  /** `noun.verb`, e.g. `case.assign`. */
  kind: string;
  @ApiProperty({ enum: OPERATION_STATES }) state: OperationState;
  total: number;
  /** Rows that changed. */
  done: number;
  /** Rows that were already as asked. */
  unchanged: number;
  /** Rows that a rule refused. */
  refused: number;
  @ApiProperty(nullable) undoOf: string | null;
  @ApiProperty(nullable) undoneBy: string | null;
  undoable: boolean;
  @ApiProperty(nullable) cancelAskedAt: string | null;
  @ApiProperty(nullable) failure: string | null;
  recordedAt: string;
  @ApiProperty(nullable) finishedAt: string | null;
}

export class OperationListResponse {
  @ApiProperty({ type: [OperationResponse] }) items: OperationResponse[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}
