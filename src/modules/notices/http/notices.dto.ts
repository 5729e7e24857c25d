import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsBoolean, IsIn, IsOptional } from 'class-validator';
import { PageQuery } from '../../../platform/http/dto/page.query';
import { MAIL_PREFERENCES, type NoticePreferences } from '../inbox';

export class NoticesQuery extends PageQuery {
  @ApiPropertyOptional({ default: false, description: 'Only those not read yet' })
  @IsOptional()
  @Transform(({ value }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  unread: boolean = false;
}

export class NoticePreferencesRequest implements NoticePreferences {
  @ApiProperty({ enum: MAIL_PREFERENCES })
  @IsIn(MAIL_PREFERENCES)
  mail: NoticePreferences['mail'];
}
