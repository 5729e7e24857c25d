import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsOptional, IsUUID, ValidateNested } from 'class-validator';
import {
  FACILITY_KINDS,
  HARSHNESS,
  type FacilityKind,
  type Harshness,
} from '../../domain/facility';
import { WISHES, WISH_SUBJECTS, type Wish, type WishSubject } from '../../domain/notice';
import {
  HEARING_KINDS,
  HEARING_OUTCOMES,
  type HearingKind,
  type HearingOutcome,
} from '../../domain/proceedings';
import { CLOSING_STAGES, STAGES, type ClosingStage, type Stage } from '../../domain/stage';
import {
  Code,
  Instant,
  OptionalCode,
  OptionalText,
  RequiredText,
} from '../../../../platform/http/dto/fields';

export class ChangeStageRequest {
  @Code(STAGES) stage: Stage;
  @Instant() occurredAt: string;

  @ApiPropertyOptional({ description: 'The entry made by mistake that this one replaces' })
  @IsOptional()
  @IsUUID()
  replaces?: string;

  @OptionalText(4000) note?: string;
}

export class ReleaseRequest {
  @Code(CLOSING_STAGES) stage: ClosingStage;
  @Instant() occurredAt: string;
  @OptionalText(4000) note?: string;
}

class PlaceOfDetention {
  @RequiredText(200) name: string;
  @OptionalText(200) city?: string;
  @OptionalCode(FACILITY_KINDS) kind?: FacilityKind;
  @OptionalCode(HARSHNESS) harshness?: Harshness;
}

export class MovePersonRequest {
  @ApiPropertyOptional()
  @IsOptional()
  @IsUUID()
  facilityId?: string;

  @ApiPropertyOptional({ type: PlaceOfDetention })
  @IsOptional()
  @ValidateNested()
  @Type(() => PlaceOfDetention)
  facility?: PlaceOfDetention;

  @Instant() from: string;
  @OptionalText(4000) reason?: string;
}

export class RecordWishRequest {
  @Code(WISH_SUBJECTS) subject: WishSubject;
  @Code(WISHES) wish: Wish;
  @Instant() occurredAt: string;
  @OptionalText(4000) note?: string;
}

export class ScheduleHearingRequest {
  @Instant() at: string;
  @RequiredText(300) court: string;
  @Code(HEARING_KINDS) kind: HearingKind;
}

export class NoteHearingRequest {
  @Code(HEARING_OUTCOMES) outcome: HearingOutcome;
  @Instant() occurredAt: string;
  @RequiredText(20000) note: string;
}
