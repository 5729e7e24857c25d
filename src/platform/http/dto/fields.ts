import { applyDecorators, type Type as Class } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  IsDefined,
  IsIn,
  IsObject,
  IsOptional,
  IsString,
  Length,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { IsCivilDate, IsInstant, NotNull } from './validators';

/** Texts are kept as given, in Unicode's composed form; blank text is no text. */
const composed = Transform(({ value }: { value: unknown }) => {
  if (typeof value !== 'string') return value;
  const text = value.normalize('NFC').trim();
  return text === '' ? undefined : text;
});

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

/** A text that an edit may leave out, but not empty. */
export const KeptText = (most: number): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({ maxLength: most }),
    composed,
    NotNull(),
    IsString(),
    Length(1, most),
  );

/** One code of a vocabulary. */
export const Code = (codes: readonly string[]): PropertyDecorator =>
  applyDecorators(ApiProperty({ enum: codes }), IsIn(codes));

export const OptionalCode = (codes: readonly string[]): PropertyDecorator =>
  applyDecorators(ApiPropertyOptional({ enum: codes }), IsOptional(), IsIn(codes));

/** A code that an edit may leave out, but not empty. */
export const KeptCode = (codes: readonly string[]): PropertyDecorator =>
  applyDecorators(ApiPropertyOptional({ enum: codes }), NotNull(), IsIn(codes));

/** An instant with an offset or `Z`. */
export const Instant = (): PropertyDecorator =>
  applyDecorators(ApiProperty({ format: 'date-time' }), IsInstant());

export const OptionalInstant = (): PropertyDecorator =>
  applyDecorators(ApiPropertyOptional({ format: 'date-time' }), IsOptional(), IsInstant());

/** An instant that an edit may leave out, but not empty. */
export const KeptInstant = (): PropertyDecorator =>
  applyDecorators(ApiPropertyOptional({ format: 'date-time' }), NotNull(), IsInstant());

export const CivilDate = (): PropertyDecorator =>
  applyDecorators(ApiProperty({ format: 'date' }), IsCivilDate());

export const OptionalCivilDate = (): PropertyDecorator =>
  applyDecorators(ApiPropertyOptional({ format: 'date' }), IsOptional(), IsCivilDate());

/** A group of fields, checked by its own class. OpenAPI knows a late type by its name, `type`. */
export const Nested = (type: () => Class): PropertyDecorator =>
  applyDecorators(
    ApiProperty({ type: () => type() }),
    IsDefined(),
    IsObject(),
    ValidateNested(),
    Type(type),
  );

/** A group of fields that may be absent. */
export const OptionalNested = (type: () => Class): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({ type: () => type() }),
    IsOptional(),
    IsObject(),
    ValidateNested(),
    Type(type),
  );
