import { Global, Module, type DynamicModule } from '@nestjs/common';
import { collectDefaultMetrics, Registry } from 'prom-client';
import { HttpMetrics } from './http-metrics';
import { MetricsController } from './metrics.controller';
import { MetricsSettings } from './metrics-settings';

/** Global, so that any module may inject prom-client's `Registry` and add its own figures. */
@Global()
@Module({})
export class MetricsModule {
  static of(settings: MetricsSettings): DynamicModule {
    const registry = new Registry();
    collectDefaultMetrics({ register: registry });
    return {
      module: MetricsModule,
      controllers: [MetricsController],
      providers: [
        { provide: Registry, useValue: registry },
        { provide: MetricsSettings, useValue: settings },
        HttpMetrics,
      ],
      exports: [Registry],
    };
  }
}
