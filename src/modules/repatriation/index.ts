export { repatriationEntities } from './entities';
export { repatriationMessages } from './messages';
export { OpenRepatriation } from './open-repatriation';
export { RepatriationFamilyModule, RepatriationModule } from './repatriation.module';
