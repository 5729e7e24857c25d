import { Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../access/actor';
import { CurrentActor, SignedIn } from '../../access/decorators';
import { Clock } from '../../clock/clock';
import { Id, Idempotent } from '../../http/decorators';
import { PageQuery } from '../../http/dto/page.query';
import { Operations } from '../operations';
import { OperationListResponse, OperationResponse } from './dto/operation.response';

/** Long work of the signed-in account, and nobody else's. */
@ApiTags('operations')
@Controller('operations')
export class OperationsController {
  constructor(
    private readonly operations: Operations,
    private readonly clock: Clock,
  ) {}

  /** Newest first. */
  @Get()
  @SignedIn()
  list(@CurrentActor() actor: Actor, @Query() query: PageQuery): Promise<OperationListResponse> {
    return this.operations.mine(actor, query);
  }

  @Get(':id')
  @SignedIn()
  find(@CurrentActor() actor: Actor, @Id() id: string): Promise<OperationResponse> {
    return this.operations.find(actor, id);
  }

  /** Stops before the next rows; what is done stays. */
  @Post(':id/cancellation')
  @HttpCode(202)
  @SignedIn()
  cancel(@CurrentActor() actor: Actor, @Id() id: string): Promise<OperationResponse> {
    return this.operations.cancel(actor, id, this.clock.now().toString());
  }

  /** Takes back what the operation did, except where it was changed since; a new operation. */
  @Post(':id/undo')
  @HttpCode(202)
  @SignedIn()
  @Idempotent()
  undo(@CurrentActor() actor: Actor, @Id() id: string): Promise<OperationResponse> {
    return this.operations.undo(actor, id);
  }
}
