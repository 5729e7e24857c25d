export { ConsentRegisterModule, ConsentsModule } from './consents.module';
export { consentsEntities } from './consent.entities';
export { Consents, type DisclosureQuestion } from './consents';
export { Disclosures, type NewDisclosure } from './disclosures';
export {
  mayDisclose,
  type ConsentFact,
  type DisclosureAnswer,
  type Recipient,
} from './domain/consent';
export { checkDisclosure } from './domain/disclosure';
export {
  DATA_CATEGORIES,
  DISCLOSURE_CHANNELS,
  PURPOSES,
  RECIPIENT_KINDS,
  SAFEGUARDS,
  SENSITIVE_CATEGORIES,
  STATED_GROUNDS,
  type DataCategory,
  type DisclosureChannel,
  type DisclosureGround,
  type Purpose,
  type RecipientKind,
  type Safeguard,
  type StatedGround,
} from './domain/consent-vocabulary';
export { consentsMessages } from './messages';
