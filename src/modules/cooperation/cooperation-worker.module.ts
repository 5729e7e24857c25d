import { Module } from '@nestjs/common';
import { NetworkModule } from '../network';
import { NoticesModule } from '../notices';
import { CooperationCaseModule } from './cooperation.module';
import { MoveHoldingsProcessor } from './departures/move-holdings.processor';
import { MoveItem } from './departures/move-item';
import { MoveSubrogation } from './departures/move-subrogation';
import { TellColleaguesProcessor } from './jobs/tell-colleagues.processor';

/** The work of this part that queues carry; only the worker imports it. */
@Module({
  imports: [CooperationCaseModule, NetworkModule, NoticesModule],
  providers: [TellColleaguesProcessor, MoveItem, MoveSubrogation, MoveHoldingsProcessor],
})
export class CooperationWorkerModule {}
