import { ApiProperty } from '@nestjs/swagger';
import { GIVEN_UP, type GivenUpReason } from '../../../../platform/jobs/job-contract';
import {
  DEPARTURE_STATES,
  ITEM_KINDS,
  ITEM_STATES,
  type DepartureState,
  type ItemKind,
  type ItemState,
} from '../../domain/departure';

const text = { type: String, nullable: true } as const;
const instant = { type: String, format: 'date-time', nullable: true } as const;

export class HoldingResponse {
  @ApiProperty({ enum: ITEM_KINDS }) kind: ItemKind;
  subjectId: string;
  @ApiProperty(text) caseId: string | null;
  @ApiProperty(text) reference: string | null;
  @ApiProperty(text) tier: string | null;
  @ApiProperty(text) postCode: string | null;
  @ApiProperty(instant) nextDueAt: Date | null;
}

export class HoldingsResponse {
  @ApiProperty({ type: [HoldingResponse] }) items: HoldingResponse[];
}

export class DepartureItemResponse {
  id: string;
  @ApiProperty({ enum: ITEM_KINDS }) kind: ItemKind;
  subjectId: string;
  @ApiProperty(text) caseId: string | null;
  @ApiProperty(text) reference: string | null;
  receiverId: string;
  @ApiProperty(text) receiverName: string | null;
  @ApiProperty({ enum: ITEM_STATES }) state: ItemState;
  /** Why it could not be moved. */
  @ApiProperty(text) code: string | null;
  @ApiProperty(instant) endedAt: Date | null;
}

export class DepartureResponse {
  id: string;
  accountId: string;
  @ApiProperty(text) displayName: string | null;
  @ApiProperty(text) postCode: string | null;
  reason: string;
  receiverId: string;
  @ApiProperty(text) receiverName: string | null;
  @ApiProperty({ enum: DEPARTURE_STATES }) state: DepartureState;
  /** Why the work gave up; null otherwise. */
  @ApiProperty({ enum: GIVEN_UP, nullable: true }) failure: GivenUpReason | null;
  startedAt: Date;
  progressedAt: Date;
  @ApiProperty(instant) finishedAt: Date | null;
  /** Of what the reader may see. */
  total: number;
  moved: number;
  failed: number;
}

export class DepartureListResponse {
  @ApiProperty({ type: [DepartureResponse] }) items: DepartureResponse[];
}

export class DepartureWithItemsResponse extends DepartureResponse {
  @ApiProperty({ type: [DepartureItemResponse] }) items: DepartureItemResponse[];
}
