import { Module } from '@nestjs/common';
import { OperationRunner } from './operation-runner';
import { RunOperationProcessor } from './run-operation.processor';

/** The work itself; only the worker imports it. */
@Module({ providers: [OperationRunner, RunOperationProcessor], exports: [OperationRunner] })
export class OperationsWorkerModule {}
