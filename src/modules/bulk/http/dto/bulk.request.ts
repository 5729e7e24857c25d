import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsIn,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { IsCivilDate } from '../../../../platform/http/dto/validators';
import { PageQuery } from '../../../../platform/http/dto/page.query';
import { ROW_STATES, type RowState } from '../../../../platform/operations/operation';
import { OUTCOMES, QUEUE_VIEWS, type Outcome, type QueueView } from '../../../cases';
import { BULK_ACTIONS, type BulkActionName } from '../../bulk-action';

/** A list as it is filtered on the screen. */
export class BulkFilter {
  @IsUUID() post: string;
  @ApiProperty({ enum: QUEUE_VIEWS }) @IsIn(QUEUE_VIEWS) view: QueueView;
  @IsOptional() @IsString() @Length(1, 40) family?: string;
  @IsOptional() @IsUUID() tag?: string;
}

/** Cases that were ticked, or a whole list. */
export class BulkSelection {
  @ApiProperty({ type: [String], required: false })
  @ValidateIf((body: BulkSelection) => body.filter === undefined)
  @IsUUID('all', { each: true })
  @ArrayMinSize(1)
  @ArrayMaxSize(10_000)
  ids?: string[];
  @ApiProperty({ type: BulkFilter, required: false })
  @IsOptional()
  @ValidateNested()
  @Type(() => BulkFilter)
  filter?: BulkFilter;
}

const of =
  (...actions: BulkActionName[]) =>
  (body: BulkRequestBody) =>
    actions.includes(body.action);

export class BulkRequestBody {
  @ApiProperty({ enum: BULK_ACTIONS }) @IsIn(BULK_ACTIONS) action: BulkActionName;
  @ApiProperty({ type: BulkSelection })
  @ValidateNested()
  @Type(() => BulkSelection)
  selection: BulkSelection;
  /** `assign`: who gets the cases. */
  @ValidateIf(of('assign')) @IsUUID() accountId?: string;
  /** `close`: the outcome of each. */
  @ApiProperty({ enum: OUTCOMES, required: false })
  @ValidateIf(of('close'))
  @IsIn(OUTCOMES)
  outcome?: Outcome;
  /** `snooze`: civil date on which reminders come again. */
  @ValidateIf(of('snooze')) @IsCivilDate() until?: string;
  /** `tag`: tags of the post to put on … */
  @ApiProperty({ type: [String], required: false })
  @IsOptional()
  @IsUUID('all', { each: true })
  @ArrayMaxSize(20)
  add?: string[];
  /** … and to take off. */
  @ApiProperty({ type: [String], required: false })
  @IsOptional()
  @IsUUID('all', { each: true })
  @ArrayMaxSize(20)
  remove?: string[];
  /** Reason; for `snooze` it must be given. */
  @ValidateIf((body: BulkRequestBody) => body.action === 'snooze' || body.reason !== undefined)
  @IsString()
  @Length(1, 2000)
  reason?: string;
}

export class BulkRowsQuery extends PageQuery {
  @ApiProperty({ enum: ROW_STATES, required: false })
  @IsOptional()
  @IsIn(ROW_STATES)
  state?: RowState;
}
