import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsObject,
  IsOptional,
  IsUUID,
  ValidateNested,
} from 'class-validator';
import {
  CivilDate,
  Code,
  OptionalCivilDate,
  OptionalText,
  RequiredText,
} from '../../../../platform/http/dto/fields';
import { PAYMENT_METHODS, type PaymentMethod } from '../../domain/aid';

export class SignAidRequest {
  @OptionalText(4000) reason?: string;
}

export class ExplainAidRequest {
  /** Shown to whoever proposed it. */
  @RequiredText(4000) reason: string;
}

export class ApproveAidRequest extends SignAidRequest {
  /** Reference of the budget certificate. */
  @OptionalText(100) certificate?: string;
}

export class ResolveAidRequest extends ApproveAidRequest {
  @RequiredText(100) resolutionNumber: string;
  @CivilDate() resolutionOn: string;
}

export class RegulariseAidRequest extends SignAidRequest {
  @OptionalText(100) resolutionNumber?: string;
  @OptionalCivilDate() resolutionOn?: string;
}

/** One of the two. */
export class AdvanceHolderRequest {
  /** An officer of the post. */
  @IsOptional() @IsUUID() accountId?: string;
  /** Whoever the aid is for. */
  @IsOptional() @IsUUID() personId?: string;
}

export class PayAidRequest {
  @Code(PAYMENT_METHODS) method: PaymentMethod;
  @CivilDate() paidOn: string;
  /** Number of the transfer, of the cheque, of the voucher. */
  @OptionalText(500) proof?: string;
  /** What the receiver signed. */
  @IsOptional() @IsUUID() receiverDocumentId?: string;
  /** Handed over before the expense is known, to whom; absent: the expense is known. */
  @IsOptional()
  @ValidateNested()
  @Type(() => AdvanceHolderRequest)
  advance?: AdvanceHolderRequest;
}

export class EndorseAttentionsRequest {
  @ApiProperty({ type: [String], format: 'uuid' })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(500)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  ids: string[];
}

export class CreateAidPolicyRequest {
  @ApiProperty({ type: Object }) @IsObject() content: Record<string, unknown>;
  @RequiredText(2000) reason: string;
}
