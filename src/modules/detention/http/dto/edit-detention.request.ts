import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsOptional, Matches } from 'class-validator';
import { NOTICE_CHANNELS, type NoticeChannel } from '../../domain/notice';
import { OFFENCE_GROUPS, type OffenceGroup } from '../../domain/offence';
import {
  CivilDate,
  KeptCode,
  KeptInstant,
  OptionalCivilDate,
  OptionalCode,
  OptionalInstant,
  OptionalText,
} from '../../../../platform/http/dto/fields';

/** What may be corrected or completed; null empties an optional field, absent leaves it. */
export class EditDetentionRequest {
  @OptionalInstant() detainedAt?: string | null;
  @OptionalInstant() informedOfRightsAt?: string | null;
  @KeptInstant() postNotifiedAt?: string;
  @KeptCode(NOTICE_CHANNELS) noticeChannel?: NoticeChannel;
  @OptionalText(300) noticeAuthority?: string | null;
  @OptionalCode(OFFENCE_GROUPS) offenceGroup?: OffenceGroup | null;
  @OptionalText(20000) charges?: string | null;
  @OptionalText(1000) placeOfArrest?: string | null;
  @OptionalText(1000) aliases?: string | null;
  @OptionalText(20000) familyInCountry?: string | null;
}

/** Years, months, weeks and days of ISO 8601, e.g. `P2Y6M`. */
const DURATION = /^P(?=\d)(?:\d{1,3}Y)?(?:\d{1,4}M)?(?:\d{1,4}W)?(?:\d{1,5}D)?$/;

export class RecordSentenceRequest {
  @CivilDate() sentencedOn: string;
  @OptionalText(300) court?: string;

  @ApiPropertyOptional({ description: 'ISO 8601 duration', example: 'P2Y6M' })
  @IsOptional()
  @Matches(DURATION)
  minimum?: string;

  @ApiPropertyOptional({ description: 'ISO 8601 duration', example: 'P4Y' })
  @IsOptional()
  @Matches(DURATION)
  maximum?: string;

  @ApiPropertyOptional({ default: false })
  @IsOptional()
  @IsBoolean()
  forLife?: boolean;

  @OptionalCivilDate() endsOn?: string;
}
