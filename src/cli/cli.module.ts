import { Module, type DynamicModule } from '@nestjs/common';
import { ApiModule } from '../api.module';
import type { AppConfig } from '../config';
import { auditChainOf } from '../core';

/** Everything a command may ask: what the API is made of, and the audit chain to prove. */
@Module({})
export class CliModule {
  static of(config: AppConfig): DynamicModule {
    return { module: CliModule, imports: [ApiModule.of(config), auditChainOf(config, false)] };
  }
}
