export { MinorsFamilyModule, MinorsModule } from './minors.module';
export { minorsEntities } from './entities';
export { minorsMessages } from './messages';
