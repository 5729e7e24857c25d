import { Exploitation, Perpetrator, TraffickingFinding, TransitLeg } from './story.entity';
import {
  IdentityCheck,
  ReflectionPeriod,
  SafeReturn,
  SafeReturnFollowUp,
  TraffickingReferral,
} from './protection.entity';

export const traffickingEntities = [
  TraffickingFinding,
  Exploitation,
  TransitLeg,
  Perpetrator,
  IdentityCheck,
  TraffickingReferral,
  ReflectionPeriod,
  SafeReturn,
  SafeReturnFollowUp,
] as const;
