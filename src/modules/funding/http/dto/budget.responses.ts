import { ApiProperty } from '@nestjs/swagger';
import { PROGRAMMES, QUARTER_STATES, type Programme, type QuarterState } from '../../domain/ledger';

const id = { format: 'uuid' } as const;
const soles = { example: '1250.50', description: 'Soles, decimal string' } as const;
const optionalText = { type: String, nullable: true } as const;

export class BudgetYearResponse {
  @ApiProperty() year: number;
}

export class QuarterStateResponse {
  @ApiProperty({ enum: QUARTER_STATES }) state: QuarterState;
}

export class BudgetQuarterResponse extends QuarterStateResponse {
  @ApiProperty() year: number;
  @ApiProperty() quarter: number;
  @ApiProperty(optionalText) reason: string | null;
  @ApiProperty({ format: 'date-time' }) changedAt: string;
}

export class BudgetQuarterListResponse {
  @ApiProperty({ type: [BudgetQuarterResponse] }) items: BudgetQuarterResponse[];
}

export class PostedResponse {
  @ApiProperty(id) id: string;
}

export class RatesImportedResponse {
  @ApiProperty() saved: number;
}

export class ExchangeRateResponse {
  @ApiProperty({ example: 'EUR' }) currency: string;
  @ApiProperty({ format: 'date' }) day: string;
  @ApiProperty({ description: 'Soles for one unit' }) pen: string;
  @ApiProperty({ description: 'Dollars for one unit' }) usd: string;
  @ApiProperty() source: string;
  /** Entries rest on it: it does not change any more. */
  @ApiProperty() locked: boolean;
}

export class ExchangeRateListResponse {
  @ApiProperty({ type: [ExchangeRateResponse] }) items: ExchangeRateResponse[];
}

export class LineBalanceResponse {
  @ApiProperty() line: string;
  @ApiProperty(soles) reserved: string;
  @ApiProperty(soles) committed: string;
  @ApiProperty(soles) paid: string;
  @ApiProperty(soles) accounted: string;
}

export class BalanceResponse {
  @ApiProperty(soles) allotted: string;
  /** Allotted for a quarter that is not open yet. */
  @ApiProperty(soles) ahead: string;
  @ApiProperty(soles) available: string;
  @ApiProperty(soles) reserved: string;
  @ApiProperty(soles) committed: string;
  @ApiProperty(soles) paid: string;
  @ApiProperty(soles) accounted: string;
}

export class PostBalanceResponse extends BalanceResponse {
  @ApiProperty(id) postId: string;
  @ApiProperty() postCode: string;
  @ApiProperty({ enum: PROGRAMMES }) programme: Programme;
  @ApiProperty({ type: [LineBalanceResponse] }) lines: LineBalanceResponse[];
}

export class BalanceListResponse {
  @ApiProperty({ type: [PostBalanceResponse] }) items: PostBalanceResponse[];
  @ApiProperty({ type: BalanceResponse }) total: BalanceResponse;
}

export class MovementResponse {
  @ApiProperty(id) id: string;
  @ApiProperty() kind: string;
  @ApiProperty({ format: 'date' }) happenedOn: string;
  @ApiProperty({ format: 'date-time' }) recordedAt: string;
  @ApiProperty(optionalText) recordedBy: string | null;
  @ApiProperty() postCode: string;
  @ApiProperty(optionalText) otherPostCode: string | null;
  @ApiProperty({ enum: PROGRAMMES }) programme: Programme;
  @ApiProperty({ description: 'Budget line, or the quarter that it waits for; may be empty' })
  line: string;
  @ApiProperty() currency: string;
  @ApiProperty({ description: 'In the currency, decimal string' }) amount: string;
  @ApiProperty(soles) pen: string;
  @ApiProperty({ description: 'Dollars, decimal string' }) usd: string;
  /** Soles for one unit of the currency. */
  @ApiProperty() rate: string;
  @ApiProperty(optionalText) certificate: string | null;
  @ApiProperty(optionalText) reason: string | null;
  @ApiProperty({ ...optionalText, format: 'uuid' }) reverses: string | null;
  @ApiProperty() reversed: boolean;
}

export class MovementPageResponse {
  @ApiProperty({ type: [MovementResponse] }) items: MovementResponse[];
  @ApiProperty(optionalText) nextCursor: string | null;
}
