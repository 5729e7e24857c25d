import { Global, Module } from '@nestjs/common';
import { CaseFilesModule } from '../cases';
import { ObligationLedgerModule } from '../obligations';
import { AssessmentPolicies } from './assessment-policies';
import { Assessments } from './assessments';
import { AssessmentsController } from './http/assessments.controller';
import { Priorities } from './priorities';
import { SignAssessment } from './sign-assessment';

/** What every process that plans needs: priorities follow the plan, and aid asks for assessments. */
@Global()
@Module({
  imports: [CaseFilesModule, ObligationLedgerModule],
  providers: [AssessmentPolicies, Assessments, Priorities],
  exports: [AssessmentPolicies, Assessments, Priorities],
})
export class AssessmentLedgerModule {}

/** Assessments over HTTP. */
@Module({
  imports: [AssessmentLedgerModule],
  controllers: [AssessmentsController],
  providers: [SignAssessment],
})
export class AssessmentModule {}
