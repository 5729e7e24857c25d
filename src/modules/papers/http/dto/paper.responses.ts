import { ApiProperty } from '@nestjs/swagger';
import type { Block } from '../../domain/blocks';
import { PAPER_KINDS, type PaperKind } from '../../domain/paper-kinds';
import { PAPER_STATES, type PaperState } from '../../domain/paper-states';
import type { TemplateFault } from '../../domain/parse-template';
import type { TemplateContent, TemplateField } from '../../domain/template-content';
import type { VariableGroup } from '../../domain/variables';
import type { PaperLine, PaperPage } from '../../read-papers';
import type {
  TemplatePage,
  TemplatePreview,
  TemplateVersion,
} from '../../templates/edit-templates';
import type { Verification } from '../../verify-paper';

const anything = { type: 'object', additionalProperties: true } as const;

export class PaperStateResponse {
  id: string;
  version: number;
}

export class IssuedPaperResponse extends PaperStateResponse {
  number: string;
}

export class PaperLineResponse implements PaperLine {
  id: string;
  @ApiProperty({ enum: PAPER_KINDS }) kind: PaperKind;
  @ApiProperty({ enum: ['standard', 'restricted'] }) tier: 'standard' | 'restricted';
  @ApiProperty({ enum: PAPER_STATES }) state: PaperState;
  @ApiProperty({ type: String, nullable: true }) number: string | null;
  version: number;
  templateVersion: number;
  @ApiProperty({ type: String, nullable: true }) periodFrom: string | null;
  @ApiProperty({ type: String, nullable: true }) periodTo: string | null;
  createdAt: string;
  @ApiProperty({ type: String, nullable: true }) createdBy: string | null;
  @ApiProperty({ type: String, nullable: true }) issuedAt: string | null;
  @ApiProperty({ type: String, nullable: true }) issuedOn: string | null;
  @ApiProperty({ type: String, nullable: true }) issuedBy: string | null;
  @ApiProperty({ type: String, nullable: true }) annulledAt: string | null;
  @ApiProperty({ type: String, nullable: true }) annulReason: string | null;
  /** Of the issued file, in hexadecimal. */
  @ApiProperty({ type: String, nullable: true }) sha256: string | null;
}

export class PaperListResponse {
  @ApiProperty({ type: [PaperLineResponse] }) items: PaperLineResponse[];
}

export class PaperPageResponse implements PaperPage {
  id: string;
  @ApiProperty({ type: String, nullable: true }) caseId: string | null;
  postId: string;
  @ApiProperty({ enum: PAPER_KINDS }) kind: PaperKind;
  @ApiProperty({ enum: ['standard', 'restricted'] }) tier: 'standard' | 'restricted';
  @ApiProperty({ enum: PAPER_STATES }) state: PaperState;
  @ApiProperty({ type: String, nullable: true }) number: string | null;
  version: number;
  templateVersion: number;
  @ApiProperty({ type: 'array', items: anything }) fields: TemplateField[];
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } })
  values: Record<string, string>;
  /** Codes of required fields that are still empty. */
  @ApiProperty({ type: [String] }) missing: string[];
  @ApiProperty({ type: 'array', items: anything }) blocks: Block[];
}

export class VerificationResponse implements Verification {
  @ApiProperty({ enum: ['unknown', 'issued', 'annulled'] }) state: Verification['state'];
  @ApiProperty({ type: String, nullable: true }) issuedOn: string | null;
  @ApiProperty({ type: String, nullable: true }) annulledOn: string | null;
  @ApiProperty({ type: Boolean, nullable: true }) fileMatches: boolean | null;
  @ApiProperty({ enum: PAPER_KINDS, nullable: true }) kind: PaperKind | null;
  @ApiProperty({ type: String, nullable: true }) postName: string | null;
  @ApiProperty({ type: String, nullable: true }) postCity: string | null;
  @ApiProperty({ type: String, nullable: true }) postCountry: string | null;
}

export class TemplateVersionResponse implements TemplateVersion {
  @ApiProperty({ enum: PAPER_KINDS }) kind: PaperKind;
  version: number;
  title: string;
  reason: string;
  recordedAt: string;
  @ApiProperty({ type: String, nullable: true }) author: string | null;
}

export class TemplateListResponse {
  @ApiProperty({ type: [TemplateVersionResponse] }) items: TemplateVersionResponse[];
}

export class TemplatePageResponse implements TemplatePage {
  @ApiProperty({ enum: PAPER_KINDS }) kind: PaperKind;
  version: number;
  @ApiProperty(anything) content: TemplateContent;
  @ApiProperty({ type: 'array', items: anything }) groups: readonly VariableGroup[];
  @ApiProperty({ type: [TemplateVersionResponse] }) history: TemplateVersionResponse[];
}

export class TemplatePreviewResponse implements TemplatePreview {
  @ApiProperty({ type: 'array', items: anything }) blocks: Block[];
  @ApiProperty({ type: 'array', items: anything }) faults: TemplateFault[];
}
