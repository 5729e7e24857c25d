import { ApiProperty } from '@nestjs/swagger';
import { IsOptional, IsUUID, Matches, ValidateIf } from 'class-validator';
import {
  CivilDate,
  Code,
  OptionalCode,
  OptionalText,
  RequiredText,
} from '../../../../platform/http/dto/fields';
import { AID_KINDS, RECEIPT_KINDS, type AidKind, type ReceiptKind } from '../../domain/aid';

const MONEY = { example: '150.00', description: 'Decimal, up to 2 places, in the currency paid' };

const ADVANCE_LISTS = ['open', 'overdue'] as const;

export class AddReceiptRequest {
  @Code(RECEIPT_KINDS) kind: ReceiptKind;
  /** RUC, NIF, EIN: of whoever was paid. */
  @ValidateIf(({ kind }: AddReceiptRequest) => kind === 'receipt')
  @RequiredText(40)
  taxId?: string;
  @ValidateIf(({ kind }: AddReceiptRequest) => kind === 'receipt')
  @RequiredText(60)
  number?: string;
  @CivilDate() issuedOn: string;
  @ApiProperty(MONEY) @Matches(/^(?!0+(\.0{1,2})?$)\d{1,9}(\.\d{1,2})?$/) amount: string;
  /** Its photo or its PDF, a file of the case. */
  @IsOptional() @IsUUID() documentId?: string;
}

export class AccountAidRequest {
  /** Given back unspent. */
  @IsOptional() @Matches(/^\d{1,9}(\.\d{1,2})?$/) returned?: string;
}

export class AidNoteRequest {
  /** Of the money alone: whoever answers for it does not see the case. */
  @RequiredText(4000) note: string;
}

export class RenderMonthRequest {
  @IsUUID() postId: string;
  @ApiProperty({ example: '2026-03' }) @Matches(/^20\d\d-(0[1-9]|1[0-2])$/) month: string;
}

export class AidQuery {
  @IsOptional() @IsUUID() post?: string;
  @OptionalText(40) state?: string;
  @OptionalCode(AID_KINDS) kind?: AidKind;
  /** Only advances that are not yet accounted for, or only those whose day has passed. */
  @OptionalCode(ADVANCE_LISTS) advances?: (typeof ADVANCE_LISTS)[number];
}
