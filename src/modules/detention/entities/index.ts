import {
  ContactHealthFinding,
  DetentionContact,
  DetentionMessage,
  FamilyNotification,
  NoteVerbale,
} from './contact.entity';
import {
  Detention,
  DetentionStage,
  DetentionWish,
  Facility,
  FacilityStay,
} from './detention.entity';
import {
  Expulsion,
  ExpulsionReview,
  Hearing,
  HearingNote,
  MistreatmentAllegation,
  PrisonBenefit,
  Representative,
} from './proceedings.entity';

export const detentionEntities: (new () => object)[] = [
  Facility,
  Detention,
  DetentionStage,
  FacilityStay,
  DetentionWish,
  DetentionContact,
  ContactHealthFinding,
  NoteVerbale,
  DetentionMessage,
  FamilyNotification,
  Hearing,
  HearingNote,
  Representative,
  PrisonBenefit,
  Expulsion,
  ExpulsionReview,
  MistreatmentAllegation,
];
