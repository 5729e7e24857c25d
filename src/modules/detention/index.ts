export { DetentionFamilyModule, DetentionModule } from './detention.module';
export { detentionEntities } from './entities';
export { detentionMessages } from './messages';
export { CLOSING_STAGES, OPEN_STAGES, STAGES, type Stage } from './domain/stage';
export { placeKey } from './domain/facility';
