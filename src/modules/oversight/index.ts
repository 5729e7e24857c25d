export { OversightModule } from './oversight.module';
export { verify } from './verify/verify.command';
