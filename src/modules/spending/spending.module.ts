import { Module } from '@nestjs/common';
import { LedgerModule } from '../funding';
import { DistributionPolicies } from './distribution/distribution-policies';
import { Distributions } from './distribution/distributions';
import { EvaluatePosts } from './distribution/evaluate-posts';
import { DistributionsController } from './http/distributions.controller';
import { SpendingReportsController } from './http/spending-reports.controller';
import { ReadSpending } from './reports/read-spending';
import './refusals';

/** What public money was spent on, and how it is distributed, over HTTP. */
@Module({
  imports: [LedgerModule],
  controllers: [SpendingReportsController, DistributionsController],
  providers: [DistributionPolicies, Distributions, EvaluatePosts, ReadSpending],
})
export class SpendingModule {}
