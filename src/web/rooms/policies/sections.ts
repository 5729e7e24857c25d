import type { ComponentType } from 'react';
import { AidPolicySection } from '../aid/policy-section';
import { DeathRequirementsSection } from '../death/requirements-section';
import { CrisisPolicySection } from '../crisis/policy-section';
import { DocumentPolicySection } from '../documents/policy-section';
import { HagueStatesSection } from '../minors/hague-section';
import { InterestInstrumentSection } from '../minors/interest-instrument-section';
import { MissingPolicySection } from '../missing-person/policy-section';
import { ReimbursementPolicySection } from '../repatriation/reimbursement-section';
import { PlanTemplatesSection } from '../repatriation/templates-section';
import { SafeContactPolicySection } from '../safe-contact/policy-section';
import { ExportPolicySection } from '../trafficking/export-policy-section';
import { RiskInstrumentSection } from '../violence/instrument-section';
import { DutyPolicies } from './duty-policies';
import { InstitutionsSection } from './institutions-section';
import { OccasionsSection } from './occasions-section';

/** The tabs of the room, in order. */
export const TABS = [
  'duties',
  'visits',
  'protection',
  'crises',
  'documents',
  'returns',
  'aid',
  'institutions',
] as const;

interface PolicySection {
  tab: (typeof TABS)[number];
  Section: ComponentType;
  /** Absent: for whoever reads policies. */
  permission?: string;
}

/** What headquarters decides; one line for each section. */
export const SECTIONS: readonly PolicySection[] = [
  { tab: 'duties', Section: DutyPolicies },
  { tab: 'visits', Section: OccasionsSection },
  { tab: 'protection', Section: SafeContactPolicySection },
  { tab: 'protection', Section: RiskInstrumentSection },
  { tab: 'protection', Section: InterestInstrumentSection },
  { tab: 'protection', Section: HagueStatesSection },
  { tab: 'protection', Section: ExportPolicySection },
  { tab: 'protection', Section: MissingPolicySection },
  { tab: 'crises', Section: CrisisPolicySection },
  { tab: 'documents', Section: DocumentPolicySection },
  { tab: 'documents', Section: DeathRequirementsSection },
  { tab: 'returns', Section: PlanTemplatesSection },
  { tab: 'returns', Section: ReimbursementPolicySection },
  { tab: 'aid', Section: AidPolicySection },
  { tab: 'institutions', Section: InstitutionsSection, permission: 'catalogue.edit' },
];
