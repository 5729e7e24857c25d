export { CrisisFamilyModule, CrisisModule } from './crisis.module';
export { loadDemonstrationIncident } from './demonstration';
export { crisisEntities } from './entities';
export { crisisMessages } from './messages';
