export { AssessmentLedgerModule, AssessmentModule } from './assessment.module';
export { assessmentEntities } from './assessment.entities';
export { Assessments, type Standing } from './assessments';
export { AssessmentPolicies } from './assessment-policies';
export { hashOf } from './sign-assessment';
export { isValidAt, validUntil, type SignedAssessment } from './domain/assessment';
export { assessmentMessages } from './messages';
