import { Injectable, type OnModuleInit } from '@nestjs/common';
import { OperationKinds } from '../../platform/operations/operation-kinds';
import { AssignAction } from './actions/assign.action';
import { CloseAction } from './actions/close.action';
import { SnoozeAction } from './actions/snooze.action';
import { TagAction } from './actions/tag.action';
import type { BulkAction, BulkActionName } from './bulk-action';

/** The acts that can be done on many cases, known to whoever runs long work. */
@Injectable()
export class BulkActions implements OnModuleInit {
  private readonly actions: Record<BulkActionName, BulkAction>;

  constructor(
    assign: AssignAction,
    snooze: SnoozeAction,
    close: CloseAction,
    tag: TagAction,
    private readonly kinds: OperationKinds,
  ) {
    this.actions = { assign, snooze, close, tag };
  }

  onModuleInit(): void {
    for (const action of Object.values(this.actions)) this.kinds.register(action);
  }

  of(name: BulkActionName): BulkAction {
    return this.actions[name];
  }
}
