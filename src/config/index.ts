export { AppConfig } from './app-config';
export { ConfigModule } from './config.module';
export { readEnvironment, type Environment } from './environment';
export { pathOf, readKeys } from './keys';
export { refuseUnsafeDatabase } from './refuse-unsafe-database';
export { StartupError } from './startup-error';
