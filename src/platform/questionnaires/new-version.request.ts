import { ApiProperty } from '@nestjs/swagger';
import { IsObject } from 'class-validator';
import { RequiredText } from '../http/dto/fields';

/** The next version of what headquarters edits, in force at once. */
export class NewVersionRequest {
  @ApiProperty({ type: Object }) @IsObject() content: Record<string, unknown>;
  @RequiredText(2000) reason: string;
}
