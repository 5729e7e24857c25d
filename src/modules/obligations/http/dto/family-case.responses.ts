import { ApiProperty } from '@nestjs/swagger';
import { id, instant, optionalText } from '../../../../platform/http/dto/response-fields';

/** The id of what was recorded in a case. */
export class KeptFactResponse {
  @ApiProperty(id) id: string;
}

/** Of everything that is recorded of a case. */
export class EntryOfCaseResponse {
  @ApiProperty(id) id: string;
  @ApiProperty(instant) recordedAt: string;
  @ApiProperty(optionalText) recordedBy: string | null;
}

export class FirstDutyResponse {
  @ApiProperty() kind: string;
  @ApiProperty(instant) dueAt: string;
}

export class OpenedCaseResponse {
  @ApiProperty(id) id: string;
  @ApiProperty({
    example: 'MAD-2026-000123',
    description: 'Of a sealed case `S-` and eight characters drawn at random',
  })
  reference: string;
  @ApiProperty() version: number;
  @ApiProperty(id) personId: string;
  @ApiProperty({ type: [FirstDutyResponse], description: 'The next due first' })
  obligations: FirstDutyResponse[];
}
