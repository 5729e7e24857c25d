export { CrisisFamilyModule, CrisisModule } from './crisis.module';
export { crisisEntities } from './entities';
export { crisisMessages } from './messages';
