import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsObject, IsOptional, IsUUID } from 'class-validator';
import { CivilDate, Code, OptionalText, RequiredText } from '../../../../platform/http/dto/fields';

const NEXT_STATES = ['in_progress', 'done', 'not_needed'] as const;

export class ChangeStepRequest {
  @Code(NEXT_STATES) state: (typeof NEXT_STATES)[number];
  /** Why it is not needed. */
  @OptionalText(4000) reason?: string;
}

export class MoveStepRequest {
  /** Civil day of the post before which it does not begin. */
  @CivilDate() notBeforeOn: string;
}

export class AssignStepRequest {
  /** Absent: whoever has the role of the step. */
  @ApiPropertyOptional({ format: 'uuid' }) @IsOptional() @IsUUID() ownerId?: string;
}

export class GiveUpPlanRequest {
  @RequiredText(4000) reason: string;
}

export class CreateRepatriationTemplatesRequest {
  @ApiProperty({ type: Object }) @IsObject() content: Record<string, unknown>;
  @RequiredText(2000) reason: string;
}
