import { Injectable, SetMetadata, applyDecorators, type Type } from '@nestjs/common';
import type { JobContract, JobHandler } from './job-contract';

export const HANDLES = 'amparo.handles-job';

/**
 * Makes the class the one handler of `contract`:
 * `@Handles(SendReminder) export class SendReminderProcessor implements JobHandler<…> { … }`.
 * Only a `*-worker.module.ts` provides it.
 */
export function Handles<P extends object>(contract: JobContract<P>) {
  const decorate = applyDecorators(Injectable(), SetMetadata(HANDLES, contract.name));
  return (target: Type<JobHandler<P>>): void => decorate(target);
}
