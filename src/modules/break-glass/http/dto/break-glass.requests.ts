import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsNumber, IsString, Length, Matches, Max, Min } from 'class-validator';
import { BREAK_GLASS_VERDICTS, MOST_HOURS, type BreakGlassVerdict } from '../../domain/break-glass';

export class AskToEnterRequest {
  /** As it was told, e.g. `S-7K2M9QTX`. */
  @IsString() @Length(1, 40) reference: string;
  @IsString() @Length(20, 2000) reason: string;
  /** A fresh code of the second factor. */
  @IsString() @Matches(/^\d{6}$/) code: string;
}

export class AdmitRequest {
  /** Hours, from a quarter to three. */
  @IsNumber() @Min(0.25) @Max(MOST_HOURS) hours: number;
}

export class ReviewBreakGlassRequest {
  @ApiProperty({ enum: BREAK_GLASS_VERDICTS })
  @IsIn(BREAK_GLASS_VERDICTS)
  verdict: BreakGlassVerdict;
  @IsString() @Length(1, 2000) note: string;
}
