export { TraffickingFamilyModule, TraffickingModule } from './trafficking.module';
export { traffickingEntities } from './entities';
export { traffickingMessages } from './messages';
