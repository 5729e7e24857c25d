import { ApiProperty } from '@nestjs/swagger';

export class FiguresResponse {
  @ApiProperty({ description: 'Open cases; the list is GET /cases?view=all' }) open: number;
  @ApiProperty({ description: 'With a duty past its due instant; view=overdue' }) overdue: number;
  @ApiProperty({ description: 'Open detentions without a visit; view=never_visited' })
  neverVisited: number;
  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'Hours from the notice to the post until the first contact, open cases',
  })
  medianHoursToFirstContact: number | null;
}

export class PostOfWorldResponse {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ example: 'MAD' }) code: string;
  @ApiProperty() name: string;
  @ApiProperty() city: string;
  @ApiProperty({ description: 'ISO 3166-1 alpha-2' }) country: string;
  @ApiProperty({ description: 'IANA' }) timeZone: string;
}

export class PostFiguresResponse extends FiguresResponse {
  @ApiProperty({ type: PostOfWorldResponse }) post: PostOfWorldResponse;
}

export class SuppressedCountResponse {
  @ApiProperty({ description: 'Code of the region or family; other: the rest' }) code: string;
  @ApiProperty({ type: Number, nullable: true, description: 'null: suppressed' })
  cases: number | null;
}

export class SealedTotalsResponse {
  @ApiProperty({ example: '2026-02', description: 'The last whole month, in Lima' }) month: string;
  @ApiProperty({ type: Number, nullable: true, description: 'null: suppressed' })
  total: number | null;
  @ApiProperty({ type: [SuppressedCountResponse] }) byRegion: SuppressedCountResponse[];
  @ApiProperty({ type: [SuppressedCountResponse] }) byFamily: SuppressedCountResponse[];
}

export class WorldResponse {
  @ApiProperty({ format: 'date-time' }) asOf: string;
  @ApiProperty({ type: FiguresResponse }) totals: FiguresResponse;
  @ApiProperty({ type: [PostFiguresResponse] }) posts: PostFiguresResponse[];
  @ApiProperty({
    type: SealedTotalsResponse,
    nullable: true,
    description: 'Sealed cases open at the end of the month; they open no list',
  })
  sealed: SealedTotalsResponse | null;
}

export class AboutResponse {
  @ApiProperty({ description: 'The people and cases in this database are invented' })
  demonstration: boolean;
}
