import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsIn, IsOptional, IsString, Length, MaxLength } from 'class-validator';
import { IsCivilDate, IsInstant } from '../../../../platform/http/dto/validators';

/** Texts are kept as given, in Unicode's composed form; blank text is no text. */
const composed = Transform(({ value }: { value: unknown }) => {
  if (typeof value !== 'string') return value;
  const text = value.normalize('NFC').trim();
  return text === '' ? undefined : text;
});

export const LONGEST_STORY = 20_000;

/** A text that must be there, 1 to `most` characters. */
export const RequiredText = (most: number): PropertyDecorator =>
  applyDecorators(ApiProperty({ maxLength: most }), composed, IsString(), Length(1, most));

/** A text that may be absent. */
export const OptionalText = (most: number): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({ maxLength: most }),
    composed,
    IsOptional(),
    IsString(),
    MaxLength(most),
  );

/** One code of a vocabulary. */
export const Code = (codes: readonly string[]): PropertyDecorator =>
  applyDecorators(ApiProperty({ enum: codes }), IsIn(codes));

export const OptionalCode = (codes: readonly string[]): PropertyDecorator =>
  applyDecorators(ApiPropertyOptional({ enum: codes }), IsOptional(), IsIn(codes));

/** An instant with an offset or `Z`; absent: now. */
export const OptionalInstant = (): PropertyDecorator =>
  applyDecorators(ApiPropertyOptional({ format: 'date-time' }), IsOptional(), IsInstant());

export const CivilDate = (): PropertyDecorator =>
  applyDecorators(ApiProperty({ format: 'date' }), IsCivilDate());

export const OptionalCivilDate = (): PropertyDecorator =>
  applyDecorators(ApiPropertyOptional({ format: 'date' }), IsOptional(), IsCivilDate());
