export { MissingPersonFamilyModule, MissingPersonModule } from './missing-person.module';
export { missingPersonEntities } from './entities';
export { missingPersonMessages } from './messages';
