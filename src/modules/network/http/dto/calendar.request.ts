import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, Length } from 'class-validator';
import { IsCivilDate } from '../../../../platform/http/dto/validators';
import { IsCalendarDay } from './network-validators';

export class CalendarQuery {
  @ApiProperty({ format: 'date' })
  @IsCivilDate()
  from: string;

  @ApiProperty({ format: 'date', description: 'Included; at most 366 days' })
  @IsCivilDate()
  to: string;
}

export class CalendarDayRequest {
  @ApiProperty({ format: 'date' })
  @IsCivilDate()
  @IsCalendarDay()
  day: string;

  @ApiProperty({ description: 'true: the post works; false: it rests' })
  @IsBoolean()
  working: boolean;

  @ApiProperty({ example: 'San Isidro' })
  @Length(1, 200)
  name: string;
}
