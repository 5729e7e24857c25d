import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, Matches, Max, Min } from 'class-validator';

/** More than nothing, at most two decimals, as a string: `1250.50`. */
export const PositiveAmount = (): PropertyDecorator =>
  applyDecorators(
    ApiProperty({ example: '1250.50', description: 'Decimal string, two places at most' }),
    Matches(/^(?=.*[1-9])\d{1,13}(\.\d{1,2})?$/),
  );

export const FiscalYear = (): PropertyDecorator =>
  applyDecorators(
    ApiProperty({ example: 2026 }),
    Type(() => Number),
    IsInt(),
    Min(2020),
    Max(2200),
  );
