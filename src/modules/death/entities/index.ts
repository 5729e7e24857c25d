import {
  DeathInquiry,
  DeathInquiryContact,
  DeathRegistration,
  EstateEffect,
  Necropsy,
  NecropsyResult,
} from './aftermath.entity';
import {
  Death,
  DeathRequirement,
  HeadquartersReport,
  KinNotice,
  RemainsDocument,
} from './kin.entity';
import {
  FuneralQuote,
  RemainsDecision,
  RemainsLeg,
  RemainsReception,
  RestingPlace,
  TransitPermit,
} from './remains.entity';

export const deathEntities: (new () => object)[] = [
  Death,
  KinNotice,
  DeathRequirement,
  RemainsDocument,
  HeadquartersReport,
  RemainsDecision,
  FuneralQuote,
  RemainsLeg,
  TransitPermit,
  RemainsReception,
  RestingPlace,
  DeathRegistration,
  DeathInquiry,
  DeathInquiryContact,
  Necropsy,
  NecropsyResult,
  EstateEffect,
];
