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
import { ITEM_KINDS, type ItemKind } from '../../domain/departure';

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
