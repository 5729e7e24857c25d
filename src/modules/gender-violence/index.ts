export { GenderViolenceFamilyModule, GenderViolenceModule } from './gender-violence.module';
export { genderViolenceEntities } from './entities';
export { genderViolenceMessages } from './messages';
