import {
  Injectable,
  Module,
  type BeforeApplicationShutdown,
  type DynamicModule,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { Clock } from '../clock/clock';
import { FaultLog } from '../jobs/fault-log';
import { Ticker } from '../jobs/ticker';
import { AuditChain } from './audit-chain';
import { AuditHeads } from './audit-heads';

const EVERY = 5_000;

/** Keeps linking while the worker lives. */
@Injectable()
class AuditChainLoop implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly ticker: Ticker;

  constructor(
    private readonly chain: AuditChain,
    private readonly heads: AuditHeads,
    faults: FaultLog,
  ) {
    this.ticker = new Ticker('audit chain', EVERY, () => chain.link(), faults);
  }

  onApplicationBootstrap(): void {
    this.ticker.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.ticker.stop();
    // what this process still wrote is linked before nobody links any more
    await this.chain.link();
    await this.heads.write();
  }
}

export interface AuditChainSettings {
  /** File outside the database that keeps the head of each day. */
  headsFile: string;
  /** Whether this process links; others only check. */
  links: boolean;
}

@Module({})
export class AuditChainModule {
  static of(settings: AuditChainSettings): DynamicModule {
    const heads = {
      provide: AuditHeads,
      inject: [Clock],
      useFactory: (clock: Clock) => new AuditHeads(settings.headsFile, clock),
    };
    return {
      module: AuditChainModule,
      providers: [AuditChain, heads, ...(settings.links ? [AuditChainLoop] : [])],
      exports: [AuditChain],
    };
  }
}
