import { IsOptional, IsString, Matches } from 'class-validator';

/** Narrows the world; absent: everything within the reader's reach. */
export class WorldQuery {
  /** Code of a region, e.g. `south_america`. */
  @IsOptional() @IsString() @Matches(/^[a-z][a-z_]{0,39}$/) region?: string;
  /** Code of a case family, e.g. `detention`. */
  @IsOptional() @IsString() @Matches(/^[a-z][a-z_]{0,39}$/) family?: string;
}
