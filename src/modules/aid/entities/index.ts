import {
  AidBeneficiary,
  AidDecision,
  AidPolicyVersion,
  AidQuote,
  AidReceipt,
  AidRequest,
  AidWaterfall,
} from './aid.entity';

export const aidEntities: (new () => object)[] = [
  AidPolicyVersion,
  AidRequest,
  AidBeneficiary,
  AidQuote,
  AidWaterfall,
  AidReceipt,
  AidDecision,
];
