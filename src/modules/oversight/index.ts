export { OversightModule } from './oversight.module';
export { invariantsOf, verify } from './verify/verify.command';
export { loadDemonstrationCases } from './demonstration/demo-load.command';
export { oversightMessages } from './messages';
