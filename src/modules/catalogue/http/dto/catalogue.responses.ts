import { ApiProperty } from '@nestjs/swagger';
import type { Answers } from '../../domain/answers';
import { CHANGE_KINDS, type CatalogueChange, type ChangeKind } from '../../domain/compare';
import type { CatalogueContent } from '../../domain/content';
import type { Opening } from '../../read-catalogue';

const nullable = { nullable: true } as const;
const PARTS = ['family', 'type', 'field', 'item', 'duty', 'action'] as const;

export class CatalogueSummaryResponse {
  version: number;
  effectiveFrom: string;
  reason: string;
  @ApiProperty({ type: String, ...nullable }) author: string | null;
  recordedAt: string;
  inForce: boolean;
}

export class CatalogueVersionsResponse {
  @ApiProperty({ type: [CatalogueSummaryResponse] }) items: CatalogueSummaryResponse[];
}

export class CataloguePageResponse extends CatalogueSummaryResponse {
  /** Families with types, fields, checklists and duties; and the actions of assistance. */
  @ApiProperty({ type: Object }) content: CatalogueContent;
}

export class NameResponse {
  es: string;
  en: string;
}

export class OpeningResponse {
  family: string;
  @ApiProperty({ enum: ['fields', 'own_form', 'not_yet'] }) opening: Opening;
}

export class DutyNameResponse {
  kind: string;
  @ApiProperty({ type: NameResponse }) label: NameResponse;
}

export class CatalogueResponse extends CataloguePageResponse {
  @ApiProperty({ type: [OpeningResponse] }) openings: OpeningResponse[];
  @ApiProperty({ type: [DutyNameResponse] }) duties: DutyNameResponse[];
}

export class ContentFaultResponse {
  path: string;
  code: string;
}

export class CatalogueChangeResponse {
  @ApiProperty({ enum: CHANGE_KINDS }) change: ChangeKind;
  @ApiProperty({ enum: PARTS }) part: CatalogueChange['part'];
  @ApiProperty({ type: String, ...nullable }) family: string | null;
  code: string;
  openCases: number;
}

export class CataloguePreviewResponse {
  @ApiProperty({ type: [ContentFaultResponse] }) faults: ContentFaultResponse[];
  @ApiProperty({ type: [CatalogueChangeResponse] }) changes: CatalogueChangeResponse[];
  openCases: number;
}

export class AnswersResponse {
  id: string;
  version: number;
  @ApiProperty({ type: Object }) answers: Answers;
}

export class CaseVersionResponse {
  id: string;
  version: number;
}
