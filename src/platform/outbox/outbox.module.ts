import { Global, Module } from '@nestjs/common';
import { Outbox } from './outbox';
import { RelayWake } from './relay-wake';

/** For every process: appending work to a transaction. */
@Global()
@Module({ providers: [Outbox, RelayWake], exports: [Outbox, RelayWake] })
export class OutboxModule {}
