import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsObject, IsOptional, IsUUID, Matches } from 'class-validator';
import { CivilDate, OptionalText, RequiredText } from '../../../../platform/http/dto/fields';

const MORE_THAN_NOTHING = /^(?!0+(\.0{1,2})?$)\d{1,12}(\.\d{1,2})?$/;
const MONEY = { example: '150.00', description: 'Decimal, up to 2 places' };
const CURRENCY = { example: 'EUR', description: 'ISO 4217; one of those that are owed' };

export class ReceiveInstalmentRequest {
  @ApiProperty(MONEY) @Matches(MORE_THAN_NOTHING) amount: string;
  @ApiProperty(CURRENCY) @Matches(/^[A-Z]{3}$/) currency: string;
  @CivilDate() receivedOn: string;
  /** Number of the deposit or of the receipt; one of the two is needed. */
  @OptionalText(500) proof?: string;
  /** A file of the case. */
  @IsOptional() @IsUUID() documentId?: string;
}

export class WaiveDebtRequest {
  /** Absent: all that is outstanding, in every currency. */
  @ApiPropertyOptional(MONEY) @IsOptional() @Matches(MORE_THAN_NOTHING) amount?: string;
  @ApiPropertyOptional(CURRENCY) @IsOptional() @Matches(/^[A-Z]{3}$/) currency?: string;
  @RequiredText(4000) reason: string;
  /** The resolution, a file of the case. */
  @IsOptional() @IsUUID() documentId?: string;
}

export class CreateReimbursementPolicyRequest {
  @ApiProperty({ type: Object }) @IsObject() content: Record<string, unknown>;
  @RequiredText(2000) reason: string;
}
