import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsOptional,
  IsUUID,
  Matches,
  ValidateNested,
} from 'class-validator';
import { Code, OptionalText, RequiredText } from '../../../../platform/http/dto/fields';
import { PROGRAMMES, type Programme } from '../../../funding';
import {
  AID_LINES,
  EXCLUDED_ITEMS,
  NEED_PROOFS,
  WATERFALL_FINDINGS,
  WATERFALL_STEPS,
  type AidLine,
  type ExcludedItem,
  type NeedProof,
  type WaterfallFinding,
  type WaterfallStep,
} from '../../domain/aid';

const MONEY = { example: '150.00', description: 'Decimal, up to 2 places' };
/** Zero allowed: help that cost nothing is help all the same. */
const AMOUNT = /^\d{1,9}(\.\d{1,2})?$/;
const MORE_THAN_NOTHING = /^(?!0+(\.0{1,2})?$)\d{1,9}(\.\d{1,2})?$/;
const CURRENCY = { example: 'EUR', description: 'ISO 4217' };

/** The everyday aid in one form. */
export class RecordAttentionRequest {
  @Code(AID_LINES) line: AidLine;
  @ApiProperty(MONEY) @Matches(AMOUNT) amount: string;
  @ApiProperty(CURRENCY) @Matches(/^[A-Z]{3}$/) currency: string;
  @OptionalText(2000) note?: string;
  /** The small receipt. */
  @IsOptional() @IsUUID() documentId?: string;
}

export class AidBeneficiaryRequest {
  /** Who takes part in the case. */
  @IsUUID() personId: string;
  /** Absent of all: equal parts. */
  @IsOptional() @Matches(AMOUNT) amount?: string;
}

export class ProposeAidRequest {
  @Code(PROGRAMMES) programme: Programme;
  @Code(AID_LINES) line: AidLine;
  @ApiProperty(MONEY) @Matches(MORE_THAN_NOTHING) amount: string;
  @ApiProperty(CURRENCY) @Matches(/^[A-Z]{3}$/) currency: string;
  @RequiredText(4000) need: string;
  @ApiProperty({ type: [AidBeneficiaryRequest] })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  @ArrayUnique(({ personId }: AidBeneficiaryRequest) => personId)
  @ValidateNested({ each: true })
  @Type(() => AidBeneficiaryRequest)
  beneficiaries: AidBeneficiaryRequest[];
  /** Sworn for the post's aid, a certificate of poverty for a subvention. */
  @Code(NEED_PROOFS) proof: NeedProof;
  @IsOptional() @IsUUID() proofDocumentId?: string;
  /** What of it no aid pays; anything here refuses the request. */
  @IsOptional()
  @IsArray()
  @ArrayUnique()
  @IsIn(EXCLUDED_ITEMS, { each: true })
  excluded?: ExcludedItem[];
  /** Of a ticket. */
  @IsOptional() @IsBoolean() toFirstEntry?: boolean;
  /** Life at risk. */
  @IsOptional() @IsBoolean() urgent?: boolean;
}

export class AddQuoteRequest {
  @RequiredText(500) supplier: string;
  @ApiProperty(MONEY) @Matches(MORE_THAN_NOTHING) amount: string;
  @ApiProperty(CURRENCY) @Matches(/^[A-Z]{3}$/) currency: string;
  @IsOptional() @IsUUID() documentId?: string;
}

export class AddWaterfallRequest {
  @Code(WATERFALL_STEPS) step: WaterfallStep;
  @Code(WATERFALL_FINDINGS) finding: WaterfallFinding;
  @RequiredText(4000) evidence: string;
  @IsOptional() @IsUUID() documentId?: string;
}
