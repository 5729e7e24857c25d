import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsDecimal,
  Matches,
  ValidateNested,
} from 'class-validator';
import { RequiredText } from '../../../../platform/http/dto/fields';

/** An amount of one currency. */
export class CostRequest {
  @ApiProperty({ example: 'EUR', description: 'ISO 4217' })
  @Matches(/^[A-Z]{3}$/)
  currency: string;
  @ApiProperty({ example: '900.00', description: 'Decimal, up to 2 places' })
  @IsDecimal({ decimal_digits: '0,2' })
  @Matches(/^(?!0+(\.0+)?$)\d{1,12}(\.\d{1,2})?$/)
  amount: string;
}

export class AskConsultationRequest {
  /** What the State is to pay in all, not what is added. */
  @ApiProperty({ type: [CostRequest] })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(5)
  @ValidateNested({ each: true })
  @Type(() => CostRequest)
  costs: CostRequest[];
  @RequiredText(4000) request: string;
}

export class ReportReturnRequest {
  @RequiredText(4000) report: string;
}

export class AnswerConsultationRequest {
  @IsBoolean() authorise: boolean;
  /** On what ground, or why not. */
  @RequiredText(4000) answer: string;
}
