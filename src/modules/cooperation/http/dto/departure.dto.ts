import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  MaxLength,
  ValidateNested,
} from 'class-validator';
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

export class DepartureQuery {
  @IsUUID() accountId: string;
}

export class DepartureChoiceRequest {
  @ApiProperty({ enum: ITEM_KINDS }) @IsIn(ITEM_KINDS) kind: ItemKind;
  @IsUUID() subjectId: string;
  @IsUUID() receiverId: string;
}

export class StartDepartureRequest {
  /** Who leaves. */
  @IsUUID() accountId: string;
  @IsString() @Length(1, 1000) reason: string;
  /** Who takes whatever has no receiver of its own. */
  @IsUUID() receiverId: string;
  @ApiProperty({ type: [DepartureChoiceRequest], required: false })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(2000)
  @ValidateNested({ each: true })
  @Type(() => DepartureChoiceRequest)
  choices?: DepartureChoiceRequest[];
  /** Goes into the hand-over note of every case. */
  @IsOptional() @IsString() @MaxLength(20_000) note?: string;
  /** Number of the resolution, when the leaver acts as head somewhere. */
  @IsOptional() @IsString() @Length(1, 200) resolution?: string;
}

export class ResumeDepartureRequest {
  @IsOptional() @IsUUID() receiverId?: string;
  @ApiProperty({ type: [DepartureChoiceRequest], required: false })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(2000)
  @ValidateNested({ each: true })
  @Type(() => DepartureChoiceRequest)
  choices?: DepartureChoiceRequest[];
  @IsOptional() @IsString() @Length(1, 200) resolution?: string;
}

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
