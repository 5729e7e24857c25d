import { Module } from '@nestjs/common';
import { NoticesModule } from '../notices';
import { CooperationCaseModule } from './cooperation.module';
import { TellColleaguesProcessor } from './jobs/tell-colleagues.processor';

/** The work of this part that queues carry; only the worker imports it. */
@Module({
  imports: [CooperationCaseModule, NoticesModule],
  providers: [TellColleaguesProcessor],
})
export class CooperationWorkerModule {}
