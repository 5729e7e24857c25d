import { ApiProperty } from '@nestjs/swagger';
import { plainToInstance } from 'class-transformer';
import { IsIn, IsObject, IsOptional, IsString, Length, MaxLength, validate } from 'class-validator';
import { DomainError } from '../../../../platform/errors/domain-error';
import { IsInstant, NotNull } from '../../../../platform/http/dto/validators';
import { LINK_PURPOSES, type LinkPurpose } from '../../document-links';
import {
  DOCUMENT_KINDS,
  DOCUMENT_TIERS,
  WITHDRAWAL_REASONS,
  type DocumentKind,
  type DocumentTier,
  type WithdrawalReason,
} from '../../domain/document-vocabulary';

const LONGEST_TITLE = 200;

/** The fields of a form that brings a new document. */
export class AddDocumentForm {
  /** Absent: the name of the file. */
  @IsOptional() @IsString() @MaxLength(LONGEST_TITLE) title?: string;
  @ApiProperty({ enum: DOCUMENT_KINDS }) @IsIn(DOCUMENT_KINDS) kind: DocumentKind;
  @ApiProperty({ enum: DOCUMENT_TIERS, required: false })
  @IsOptional()
  @IsIn(DOCUMENT_TIERS)
  tier?: DocumentTier;
  @ApiProperty({ type: 'string', format: 'binary' }) @IsOptional() file: unknown;

  /**
   * The fields of a form, checked.
   * @throws DomainError VALIDATION_FAILED (400) with each wrong field
   */
  static async read(fields: Record<string, string>): Promise<AddDocumentForm> {
    const form = plainToInstance(AddDocumentForm, {
      ...fields,
      title: fields['title'] || undefined,
    });
    const found = await validate(form, { whitelist: true, forbidNonWhitelisted: true });
    if (found.length === 0) return form;
    const errors = found.flatMap(({ property, constraints }) =>
      Object.keys(constraints ?? {}).map((code) => ({ path: property, code })),
    );
    throw new DomainError('VALIDATION_FAILED', { status: 400, errors });
  }
}

/** A form that brings the next version of a document. */
export class RenewDocumentForm {
  @ApiProperty({ type: 'string', format: 'binary' }) file: unknown;
}

export class EditDocumentRequest {
  @NotNull() @IsString() @Length(1, LONGEST_TITLE) title?: string;
  @ApiProperty({ enum: DOCUMENT_KINDS, required: false })
  @NotNull()
  @IsIn(DOCUMENT_KINDS)
  kind?: DocumentKind;
  @ApiProperty({ enum: DOCUMENT_TIERS, required: false })
  @NotNull()
  @IsIn(DOCUMENT_TIERS)
  tier?: DocumentTier;
}

export class WithdrawFileRequest {
  @ApiProperty({ enum: WITHDRAWAL_REASONS }) @IsIn(WITHDRAWAL_REASONS) reason: WithdrawalReason;
}

export class DocumentLinkRequest {
  @ApiProperty({ enum: LINK_PURPOSES }) @IsIn(LINK_PURPOSES) purpose: LinkPurpose;
}

export class CreateDocumentPolicyRequest {
  /** Checked by the policy's own schema. */
  @IsObject() content: Record<string, unknown>;
  @IsString() @Length(1, 2000) reason: string;
  /** Absent: from now on. */
  @IsOptional() @IsInstant() effectiveFrom?: string;
}
