import { Global, Module } from '@nestjs/common';
import { OperationsController } from './http/operations.controller';
import { OperationKinds } from './operation-kinds';
import { Operations } from './operations';

/** What every process needs of long work. */
@Global()
@Module({ providers: [OperationKinds, Operations], exports: [OperationKinds, Operations] })
export class OperationsModule {}

/** Long work over HTTP: found, followed, stopped and undone by whoever asked for it. */
@Module({ controllers: [OperationsController] })
export class OperationsHttpModule {}
