import { Module } from '@nestjs/common';
import { AidModule } from '../aid';
import { DocumentFilesModule } from '../documents';
import { LedgerModule } from '../funding';
import { PrintingModule } from '../papers';
import { AuditFile } from './audit-file/audit-file';
import { AuditFileController } from './http/audit-file.controller';
import { DistributionPolicies } from './distribution/distribution-policies';
import { Distributions } from './distribution/distributions';
import { EvaluatePosts } from './distribution/evaluate-posts';
import { DistributionsController } from './http/distributions.controller';
import { SpendingReportsController } from './http/spending-reports.controller';
import { ReadSpending } from './reports/read-spending';
import './refusals';

/** What public money was spent on, and how it is distributed, over HTTP. */
@Module({
  imports: [AidModule, DocumentFilesModule, LedgerModule, PrintingModule],
  controllers: [AuditFileController, SpendingReportsController, DistributionsController],
  providers: [AuditFile, DistributionPolicies, Distributions, EvaluatePosts, ReadSpending],
})
export class SpendingModule {}
