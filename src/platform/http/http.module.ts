import { Module } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { EtagInterceptor } from './etag.interceptor';
import { ProblemFilter } from './problem.filter';

@Module({
  providers: [ProblemFilter, { provide: APP_INTERCEPTOR, useClass: EtagInterceptor }],
  exports: [ProblemFilter],
})
export class HttpModule {}
