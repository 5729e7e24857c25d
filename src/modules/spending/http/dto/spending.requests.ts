import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsInt,
  IsObject,
  IsOptional,
  IsUUID,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { CivilDate, Code, OptionalCode, RequiredText } from '../../../../platform/http/dto/fields';
import { TABLE_FORMATS, type TableFormat } from '../../../../platform/tables/files';
import { FiscalYear, PositiveAmount, PROGRAMMES, type Programme } from '../../../funding';

export class SpendingQuery {
  /** Civil days of Lima, both included. */
  @CivilDate() from: string;
  @CivilDate() to: string;
  @ApiPropertyOptional({ format: 'uuid' }) @IsOptional() @IsUUID() post?: string;
  @OptionalCode(PROGRAMMES) programme?: Programme;
}
export class SpendingFileQuery extends SpendingQuery {
  @Code(TABLE_FORMATS) format: TableFormat;
}

export class EvaluationQuery {
  @FiscalYear() year: number;
  @Code(PROGRAMMES) programme: Programme;
}

export class FixedShareRequest {
  @IsUUID() postId: string;
  /** Soles; zero for nothing. */
  @ApiProperty({ example: '1250.50' }) @Matches(/^\d{1,12}(\.\d{1,2})?$/) amount: string;
}

export class PreviewDistributionRequest {
  @FiscalYear() year: number;
  @ApiProperty({ minimum: 1, maximum: 4 }) @IsInt() @Min(1) @Max(4) quarter: number;
  @Code(PROGRAMMES) programme: Programme;
  /** Soles. */
  @PositiveAmount() total: string;
  /** Weights, floor and cost of living to try out; absent: the formula in force. */
  @ApiPropertyOptional({ type: Object }) @IsOptional() @IsObject() formula?: Record<
    string,
    unknown
  >;
  /** What headquarters decides for some posts; the others share the rest. */
  @ApiPropertyOptional({ type: [FixedShareRequest] })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(300)
  @ArrayUnique(({ postId }: FixedShareRequest) => postId)
  @ValidateNested({ each: true })
  @Type(() => FixedShareRequest)
  fixed?: FixedShareRequest[];
}
export class KeepDistributionRequest extends PreviewDistributionRequest {
  @RequiredText(200) name: string;
}
export class ApplyDistributionRequest {
  /** Reference of the budget certificate. */
  @RequiredText(100) certificate: string;
  @RequiredText(2000) reason: string;
}
export class CreateDistributionPolicyRequest {
  @ApiProperty({ type: Object }) @IsObject() content: Record<string, unknown>;
  @RequiredText(2000) reason: string;
}
