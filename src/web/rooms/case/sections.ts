import { lazy, type ComponentType } from 'react';
import type { CaseFile } from '../../api/types';
import type { StartAct } from './acts';
import { PapersSection } from '../papers/papers-section';
import { HandOverSection } from '../cooperation/hand-over-section';
import { ReferralSection } from '../cooperation/referral-section';
import { RequestSection } from '../cooperation/request-section';
import { TeamSection } from '../cooperation/team-section';
import { TransferSection } from '../cooperation/transfer-section';
import { safeContactComesFirst, SafeContactSection } from '../safe-contact/safe-contact-section';
import { AssessmentSection } from './assessment-section';
import { CircleSection } from './circle-section';
import { DetentionSection } from './detention-section';
import { DocumentsSection } from './documents-section';
import { FactsSection } from './facts-section';
import { LinksSection } from './links-section';
import { NextSteps } from './next-steps';
import { PeopleSection } from './people-section';
import { ConsentSection, DisclosureSection } from './sharing-section';

/** What every section of the case page is handed. */
export interface SectionProps {
  file: CaseFile;
  /** The post's time zone. */
  zone: string;
  /** Opens the form of an act. */
  start: StartAct;
}

/** The tabs of the case page, in order; one without sections is not shown. */
export const TABS = ['summary', 'people', 'documents', 'money', 'cooperation', 'access'] as const;
export type CaseTab = (typeof TABS)[number];

export interface CaseSection {
  tab: CaseTab;
  Section: ComponentType<SectionProps>;
  /** Absent: always. What the reader may not see is absent, not greyed out. */
  shown?: (file: CaseFile) => boolean;
}

/** A family's own panel arrives with the first case of that family. */
const AidSection = lazy(() => import('../aid/aid-section'));
const DeathSection = lazy(() => import('../death/death-section'));
const CrisisSection = lazy(() => import('../crisis/crisis-section'));
const MissingSection = lazy(() => import('../missing-person/missing-section'));
const RepatriationSection = lazy(() => import('../repatriation/repatriation-section'));
const ViolenceSection = lazy(() => import('../violence/violence-section'));
const TraffickingSection = lazy(() => import('../trafficking/trafficking-section'));
const MinorSection = lazy(() => import('../minors/minor-section'));

/** Everything on the case page beside its header, clocks and timeline; one line for each section. */
export const SECTIONS: readonly CaseSection[] = [
  { tab: 'summary', Section: NextSteps },
  {
    tab: 'summary',
    Section: SafeContactSection,
    shown: (file) => Boolean(file.safeContacts) && safeContactComesFirst(file),
  },
  { tab: 'summary', Section: DeathSection, shown: (file) => Boolean(file.death) },
  { tab: 'summary', Section: CrisisSection, shown: (file) => Boolean(file.crisis) },
  { tab: 'summary', Section: MissingSection, shown: (file) => Boolean(file.missingPerson) },
  { tab: 'summary', Section: RepatriationSection, shown: (file) => Boolean(file.repatriation) },
  { tab: 'summary', Section: ViolenceSection, shown: (file) => Boolean(file.genderViolence) },
  { tab: 'summary', Section: TraffickingSection, shown: (file) => Boolean(file.trafficking) },
  { tab: 'summary', Section: MinorSection, shown: (file) => Boolean(file.minor) },
  { tab: 'summary', Section: DetentionSection, shown: (file) => Boolean(file.detention) },
  { tab: 'summary', Section: FactsSection, shown: (file) => Boolean(file.catalogue) },
  { tab: 'summary', Section: AssessmentSection },
  { tab: 'people', Section: PeopleSection },
  {
    tab: 'people',
    Section: SafeContactSection,
    shown: (file) => Boolean(file.safeContacts) && !safeContactComesFirst(file),
  },
  { tab: 'people', Section: LinksSection },
  { tab: 'documents', Section: DocumentsSection },
  { tab: 'documents', Section: PapersSection },
  { tab: 'money', Section: AidSection, shown: (file) => Boolean(file.aid) },
  { tab: 'cooperation', Section: TeamSection },
  { tab: 'cooperation', Section: TransferSection },
  { tab: 'cooperation', Section: RequestSection },
  { tab: 'cooperation', Section: ReferralSection },
  { tab: 'cooperation', Section: HandOverSection },
  { tab: 'access', Section: CircleSection },
  { tab: 'access', Section: ConsentSection },
  { tab: 'access', Section: DisclosureSection },
];
