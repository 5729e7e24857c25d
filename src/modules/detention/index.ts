export { DetentionFamilyModule, DetentionModule } from './detention.module';
export { RecordContact, type RecordedContact } from './acts/record-contact';
export { RecordContactRequest } from './http/dto/contact.request';
export { NumberedResponse } from './http/dto/detention.response';
export { detentionEntities } from './entities';
export { detentionMessages } from './messages';
export { CLOSING_STAGES, OPEN_STAGES, STAGES, type Stage } from './domain/stage';
export { placeKey } from './domain/facility';
