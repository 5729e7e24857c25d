import { ApiProperty } from '@nestjs/swagger';

export class CalendarDayView {
  @ApiProperty({ format: 'date' }) day: string;
  @ApiProperty() working: boolean;
  @ApiProperty({ type: String, nullable: true, description: 'Of a day that the post declared' })
  name: string | null;
}

export class CalendarResponse {
  @ApiProperty({ description: 'IANA' }) timeZone: string;
  @ApiProperty({ type: [CalendarDayView] }) items: CalendarDayView[];
}

export class CalendarDayResponse {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ format: 'date' }) day: string;
  @ApiProperty() working: boolean;
  @ApiProperty() name: string;
}
