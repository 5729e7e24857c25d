export { SafeContactGuardModule, SafeContactModule } from './safe-contact.module';
export { SafeReach, type SafeMail, type SafeMailRefusal } from './safe-reach';
export { SafeContacts, type ArrangeSafeContact } from './safe-contacts';
export { safeContactEntities } from './safe-contact.entities';
export { safeContactMessages } from './messages';
export {
  OpenSafeContactCaseRequest,
  OpenSealedCaseRequest,
} from './http/dto/open-protected-case.request';
export { SafeContactFields } from './http/dto/safe-contact.requests';
