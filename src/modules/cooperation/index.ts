export { CooperationCaseModule, CooperationModule } from './cooperation.module';
export { cooperationEntities } from './entities';
export { Readers, type Colleague } from './mentions/readers';
export { cooperationMessages } from './messages';
