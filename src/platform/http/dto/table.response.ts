import { ApiProperty } from '@nestjs/swagger';
import type { Cell, ColumnKind } from '../../tables/table';

const KINDS = ['text', 'count', 'money', 'day', 'share'] as const;
const cells = () => ({
  type: 'object' as const,
  additionalProperties: { oneOf: [{ type: 'string' }, { type: 'number' }], nullable: true },
});

export class TableColumnResponse {
  @ApiProperty() key: string;
  /** In the language asked for. */
  @ApiProperty() label: string;
  @ApiProperty({ enum: KINDS }) kind: ColumnKind;
}

/** A report; money and shares are decimal strings, days ISO dates. */
export class TableResponse {
  @ApiProperty() title: string;
  @ApiProperty({ type: [String] }) notes: string[];
  @ApiProperty({ format: 'date-time' }) asOf: string;
  @ApiProperty({ type: [TableColumnResponse] }) columns: TableColumnResponse[];
  @ApiProperty({ type: 'array', items: cells() }) rows: Record<string, Cell>[];
  @ApiProperty(cells()) totals: Record<string, Cell>;
}
