import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsOptional } from 'class-validator';
import {
  CivilDate,
  OptionalInstant,
  OptionalText,
  RequiredText,
} from '../../../../platform/http/dto/fields';

export class RegisterDeathRequest {
  /** There is no declarant (RC 96). */
  @ApiPropertyOptional() @IsOptional() @IsBoolean() exOfficio?: boolean;
  @RequiredText(500) authority: string;
  @RequiredText(200) entryNumber: string;
  @CivilDate() registeredOn: string;
  /** Who declared it; needed unless ex officio. */
  @OptionalText(500) declarant?: string;
}

export class OpenInquiryRequest {
  @RequiredText(500) authority: string;
  @OptionalText(200) fileNumber?: string;
  @OptionalInstant() openedAt?: string;
}

export class FollowInquiryRequest {
  @OptionalInstant() occurredAt?: string;
  @RequiredText(4000) note: string;
}

export class ConcludeInquiryRequest {
  @OptionalInstant() concludedAt?: string;
  @RequiredText(4000) conclusion: string;
}

export class RecordNecropsyRequest {
  @RequiredText(500) authority: string;
  @CivilDate() doneOn: string;
  /** A restricted part. */
  @OptionalText(20000) result?: string;
}

export class RecordNecropsyResultRequest {
  @RequiredText(20000) result: string;
}

export class TakeEffectRequest {
  @RequiredText(2000) description: string;
  @RequiredText(500) keptAt: string;
  @OptionalInstant() takenAt?: string;
}

export class HandOverEffectRequest {
  @RequiredText(500) handedTo: string;
  /** Number of the receipt that they signed. */
  @RequiredText(200) receipt: string;
  @OptionalInstant() handedOverAt?: string;
}
