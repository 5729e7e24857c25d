import { ApiProperty } from '@nestjs/swagger';
import {
  INDICATOR_MEASURES,
  INDICATOR_UNITS,
  type IndicatorMeasure,
  type IndicatorUnit,
} from '../../domain/indicators';

const optional = { type: String, nullable: true } as const;
const instant = { format: 'date-time' } as const;

export class IndicatorQueryResponse {
  @ApiProperty({ enum: INDICATOR_MEASURES }) measure: IndicatorMeasure;
  /** Of the definition. */
  @ApiProperty() version: number;
  @ApiProperty(instant) from: string;
  /** Not part of the range. */
  @ApiProperty(instant) until: string;
  @ApiProperty(instant) asOf: string;
}
export class IndicatorSignatureResponse {
  @ApiProperty() definitionVersion: number;
  @ApiProperty() target: string;
  @ApiProperty() obtained: string;
  @ApiProperty({ type: IndicatorQueryResponse }) query: IndicatorQueryResponse;
  @ApiProperty(instant) asOf: string;
  /** SHA-256 of a JSON array: code, measure, version, from, until, as of, target, obtained. */
  @ApiProperty() hash: string;
  @ApiProperty() communicationNumber: string;
  @ApiProperty({ format: 'date' }) communicationOn: string;
  @ApiProperty(optional) signedBy: string | null;
  @ApiProperty(instant) signedAt: string;
}
/** Values are decimal strings, percentages of execution have one decimal. */
export class IndicatorYearResponse {
  @ApiProperty() year: number;
  @ApiProperty(optional) target: string | null;
  @ApiProperty(optional) targetSource: string | null;
  @ApiProperty(optional) obtained: string | null;
  /** What the system counts; null for what only comes from outside. */
  @ApiProperty(optional) counted: string | null;
  /** Of a value from outside the system. */
  @ApiProperty(optional) obtainedSource: string | null;
  @ApiProperty(optional) execution: string | null;
  /** As it was printed. */
  @ApiProperty(optional) publishedExecution: string | null;
  /** Recomputed less printed; null where they agree. */
  @ApiProperty(optional) difference: string | null;
  @ApiProperty(optional) difficulty: string | null;
  @ApiProperty({ type: IndicatorSignatureResponse, nullable: true })
  signature: IndicatorSignatureResponse | null;
  /** Obtained now less what was signed; null where they agree. */
  @ApiProperty(optional) correction: string | null;
}
export class IndicatorRowResponse {
  @ApiProperty({ example: 'AEI.05.04' }) code: string;
  @ApiProperty() version: number;
  @ApiProperty() nameEs: string;
  @ApiProperty() nameEn: string;
  @ApiProperty({ enum: INDICATOR_UNITS }) unit: IndicatorUnit;
  @ApiProperty({ enum: INDICATOR_MEASURES }) measure: IndicatorMeasure;
  /** Of the version. */
  @ApiProperty() reason: string;
  @ApiProperty({ type: [IndicatorYearResponse] }) years: IndicatorYearResponse[];
}
export class IndicatorTableResponse {
  @ApiProperty(instant) asOf: string;
  @ApiProperty({ type: [IndicatorRowResponse] }) items: IndicatorRowResponse[];
}
export class IndicatorDefinedResponse {
  @ApiProperty() version: number;
}
export class IndicatorEnteredResponse {
  @ApiProperty({ format: 'uuid' }) id: string;
}
export class IndicatorSignedResponse extends IndicatorEnteredResponse {
  @ApiProperty() hash: string;
}
