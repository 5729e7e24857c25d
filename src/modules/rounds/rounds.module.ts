import { Module } from '@nestjs/common';
import { CaseFilesModule } from '../cases';
import { DetentionModule } from '../detention';
import { VisitOccasionsController } from './http/visit-occasions.controller';
import { VisitRoundsController } from './http/visit-rounds.controller';
import { Occasions } from './occasions';
import { PlanRound } from './plan-round';
import { RoundDesk } from './round-desk';
import { RoundPeople } from './round-people';
import { RoundQueries } from './round-queries';
import { RoundsOfMyDay } from './rounds-of-my-day';

/** Visit rounds over HTTP. */
@Module({
  imports: [CaseFilesModule, DetentionModule],
  controllers: [VisitRoundsController, VisitOccasionsController],
  providers: [Occasions, PlanRound, RoundDesk, RoundPeople, RoundQueries, RoundsOfMyDay],
})
export class RoundsModule {}
