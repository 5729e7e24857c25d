import { IsIn, IsString, Length, Matches, MaxLength } from 'class-validator';

export class SignInRequest {
  @IsString() @Length(1, 64) username: string;
  @IsString() @Length(1, 200) password: string;
}

export class SecondFactorRequest {
  @IsString() @MaxLength(6) @Matches(/^\d{6}$/) code: string;
}

export class EditAccountRequest {
  @IsIn(['es', 'en']) language: 'es' | 'en';
}
