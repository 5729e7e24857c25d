import { ApiProperty } from '@nestjs/swagger';

const id = { format: 'uuid' } as const;

/** The id of what was recorded in a case. */
export class KeptFactResponse {
  @ApiProperty(id) id: string;
}

export class FirstDutyResponse {
  @ApiProperty() kind: string;
  @ApiProperty({ format: 'date-time' }) dueAt: string;
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
