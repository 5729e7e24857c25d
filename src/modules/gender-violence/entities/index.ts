import {
  RiskAcceptance,
  RiskAssessment,
  RiskInstrument,
  SafetyPlan,
  ViolenceIncident,
} from './danger.entity';
import {
  AssistanceOutcomeRow,
  ChildAtRisk,
  ProtectionMeasure,
  ReturnFollowUp,
  ReturnToPeru,
  SupportServiceRow,
} from './protection.entity';

export const genderViolenceEntities: (new () => object)[] = [
  ViolenceIncident,
  RiskInstrument,
  RiskAssessment,
  RiskAcceptance,
  SafetyPlan,
  ProtectionMeasure,
  ChildAtRisk,
  SupportServiceRow,
  ReturnToPeru,
  ReturnFollowUp,
  AssistanceOutcomeRow,
];
