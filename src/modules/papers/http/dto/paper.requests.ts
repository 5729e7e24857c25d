import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import {
  IsBoolean,
  IsIn,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  MaxLength,
  registerDecorator,
} from 'class-validator';
import { IsCivilDate } from '../../../../platform/http/dto/validators';
import { kindsOf, type PaperKind } from '../../domain/paper-kinds';
import { FIELD_CODE, LIMITS } from '../../domain/template-content';

const trimmed = Transform(({ value }: { value: unknown }) =>
  typeof value === 'string' ? value.normalize('NFC').trim() : value,
);

/** Texts by code of field, of a bearable number and length. */
const IsFieldValues = (): PropertyDecorator => (target, property) =>
  registerDecorator({
    name: 'isFieldValues',
    target: target.constructor,
    propertyName: property as string,
    validator: {
      validate: (value: unknown) =>
        typeof value === 'object' &&
        value !== null &&
        Object.entries(value).length <= 40 &&
        Object.entries(value).every(
          ([code, text]) =>
            FIELD_CODE.test(code) && typeof text === 'string' && text.length <= LIMITS.value,
        ),
    },
  });

export class DraftPaperRequest {
  @ApiProperty({ enum: kindsOf('case') })
  @IsIn(kindsOf('case'))
  kind: PaperKind;

  @ApiPropertyOptional({
    description: 'Take in health and mistreatment, where the writer sees them',
  })
  @IsOptional()
  @IsBoolean()
  includeRestricted?: boolean;

  @ApiPropertyOptional({ format: 'uuid', description: 'A private person of the case' })
  @IsOptional()
  @IsUUID()
  addresseeId?: string;
}

export class DraftPostPaperRequest {
  @ApiProperty({ enum: kindsOf('post') })
  @IsIn(kindsOf('post'))
  kind: PaperKind;

  @ApiProperty({ format: 'date' })
  @IsCivilDate()
  from: string;

  @ApiProperty({ format: 'date' })
  @IsCivilDate()
  to: string;
}

export class FillPaperRequest {
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } })
  @IsObject()
  @IsFieldValues()
  values: Record<string, string>;
}

export class AnnulPaperRequest {
  @ApiProperty({ maxLength: 2000 })
  @trimmed
  @IsString()
  @Length(1, 2000)
  reason: string;
}

export class VerifyPaperRequest {
  @ApiProperty({ maxLength: 100 })
  @IsString()
  @MaxLength(100)
  code: string;

  @ApiPropertyOptional({ description: 'SHA-256 of the file, in hexadecimal' })
  @IsOptional()
  @Matches(/^[0-9a-f]{64}$/)
  sha256?: string;
}

export class TryTemplateRequest {
  @ApiProperty({ type: 'object', additionalProperties: true })
  @IsObject()
  content: Record<string, unknown>;
}

export class PublishTemplateRequest extends TryTemplateRequest {
  @ApiProperty({ maxLength: 2000 })
  @trimmed
  @IsString()
  @Length(1, 2000)
  reason: string;
}
