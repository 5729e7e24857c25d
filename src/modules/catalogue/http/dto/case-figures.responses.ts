import { ApiProperty } from '@nestjs/swagger';
import { CaseRowResponse } from '../../../cases';
import type { CountableKind } from '../../domain/countable';
import { NameResponse } from './catalogue.responses';

const nullable = { nullable: true } as const;

export class OpenedFigure {
  family: string;
  type: string;
  cases: number;
}
export class EndedFigure extends OpenedFigure {
  outcome: string;
}
export class ActionFigure {
  family: string;
  action: string;
  actions: number;
  cases: number;
}
export class OpenedFigures {
  total: number;
  @ApiProperty({ type: [OpenedFigure] }) rows: OpenedFigure[];
}
export class EndedFigures {
  total: number;
  @ApiProperty({ type: [EndedFigure] }) rows: EndedFigure[];
}
export class ActionFigures {
  total: number;
  @ApiProperty({ type: [ActionFigure] }) rows: ActionFigure[];
}

export class AnswerFigure {
  /** Null: not stated, or not asked. */
  @ApiProperty({ type: String, ...nullable }) answer: string | null;
  @ApiProperty({ type: NameResponse, ...nullable }) label: NameResponse | null;
  cases: number;
}
export class AnswerFiguresResponse {
  field: string;
  @ApiProperty({ type: NameResponse }) label: NameResponse;
  @ApiProperty({ enum: ['choice', 'choices', 'boolean', 'country'] }) kind: CountableKind;
  @ApiProperty({ type: [AnswerFigure] }) rows: AnswerFigure[];
}

export class FiguredCasesResponse {
  @ApiProperty({ type: [CaseRowResponse] }) items: CaseRowResponse[];
  @ApiProperty({ type: String, ...nullable }) nextCursor: string | null;
  /** Only when asked with `count=true`. */
  @ApiProperty({ required: false }) total?: number;
}

export class CaseFiguresResponse {
  from: string;
  to: string;
  @ApiProperty({ type: OpenedFigures }) opened: OpenedFigures;
  @ApiProperty({ type: EndedFigures }) ended: EndedFigures;
  @ApiProperty({ type: ActionFigures }) actions: ActionFigures;
  @ApiProperty({ type: [AnswerFiguresResponse] }) answers: AnswerFiguresResponse[];
}
