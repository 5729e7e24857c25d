export { OversightModule } from './oversight.module';
export { verify } from './verify/verify.command';
export { loadDemonstrationCases } from './demonstration/demo-load.command';
