import type { Label } from '../../api/catalogue';
import type { Entry } from '../../api/types';
import { useWords } from '../../catalogue/use-catalogue';
import { useLabel } from '../../i18n/use-label';

/** Members of an entry's data that are codes (or lists of them), with their vocabulary. */
const CODED: Record<string, string> = {
  intakeChannel: 'intakeChannel',
  stage: 'stage',
  contactKind: 'contactKind',
  withWhom: 'withWhom',
  outcome: 'contactOutcome',
  needs: 'need',
  subject: 'wishSubject',
  wish: 'wish',
  channel: 'familyChannel',
  hearingKind: 'hearingKind',
  reply: 'replyKind',
  benefit: 'benefitKind',
  state: 'benefitState',
  kinds: 'mistreatmentKind',
  role: 'representativeRole',
  provider: 'representativeProvider',
  fields: 'field',
  documentKind: 'documentKind',
  withdrawal: 'withdrawal',
  paper: 'paper',
  purpose: 'purpose',
  recipientKind: 'recipientKind',
  ground: 'disclosureGround',
  memberKind: 'memberKind',
  factors: 'vulnerability',
  violenceTypes: 'violenceType',
  gbvimsType: 'gbvimsType',
  context: 'incidentContext',
  level: 'riskLevel',
  measureKind: 'measureKind',
  measureState: 'measureState',
  situation: 'childSituation',
  service: 'supportService',
  serviceState: 'serviceState',
  finding: 'followUpFinding',
  assistanceOutcome: 'assistanceOutcome',
  childWith: 'childWith',
  interestStage: 'interestStage',
  course: 'interestCourse',
  guardianshipState: 'guardianshipState',
  authorisationKind: 'authorisationKind',
  placement: 'placement',
  careOutcome: 'careOutcome',
  hearingOutcome: 'careHearingOutcome',
  careStep: 'careStep',
  abductionKind: 'abductionKind',
  route: 'abductionRoute',
  abductionStep: 'abductionStep',
  tracingResult: 'tracingResult',
  relationship: 'relationshipState',
  suitability: 'suitability',
  reunificationFinding: 'reunificationFinding',
  ofAgeCourse: 'ofAgeCourse',
  indicators: 'indicator',
  purposes: 'traffickingPurpose',
  means: 'meansOfControl',
  part: 'perpetratorPart',
  nationalityFinding: 'nationalityFinding',
  ageFinding: 'ageFinding',
  referralState: 'referralState',
  reflectionState: 'reflectionState',
  manner: 'manner',
  identification: 'identification',
  heirs: 'heirs',
  kinChannel: 'kinChannel',
  relation: 'kinRelation',
  way: 'remainsWay',
  mode: 'transportMode',
  documentState: 'remainsDocumentState',
  reception: 'receptionState',
  restingKind: 'restingKind',
  registration: 'registrationKind',
  reportSubject: 'reportSubject',
  interestDecision: 'interestDecision',
  inquiryKind: 'inquiryKind',
  searchResult: 'searchResult',
  locatedWill: 'locatedWill',
  answerBasis: 'answerBasis',
  repatriationType: 'repatriationType',
  stepState: 'stepState',
  undertaking: 'undertaking',
  consultation: 'consultationState',
  benefitChannel: 'benefitChannel',
  debt: 'reimbursement',
  aidKind: 'aidKind',
  aidState: 'aidState',
  aidLine: 'aidLine',
};

/** Where a kind of entry means something else by the same name. */
const BY_KIND: Record<string, Record<string, string>> = {
  'case.closed': { outcome: 'outcome' },
  'case.dismissed': { reason: 'dismissal' },
  'tier.changed': { from: 'tier', to: 'tier' },
  'vulnerability.assessed': { conclusion: 'needConclusion' },
  'hearing.noted': { outcome: 'hearingOutcome' },
  'trafficking_type.changed': { from: 'traffickingType', to: 'traffickingType' },
  'authority.informed': { recipient: 'referralRecipient' },
  'authority.answered': { recipient: 'referralRecipient' },
  'safe_return.followed_up': { finding: 'returnFinding' },
  'minor_case.opened': { dangerToLife: 'dangerToLife' },
  'child_situation.recorded': { dangerToLife: 'dangerToLife' },
  'interests.assessed': { level: 'concern' },
  'guardianship.claimed': { ground: 'minorGround' },
  'abduction_step.recorded': { decision: 'abductionDecision' },
  'tracing.asked': { source: 'tracingSource' },
  'tracing.answered': { source: 'tracingSource' },
  'relative.located': { relation: 'childRelation' },
  'journey_paper.recorded': { paper: 'journeyPaper' },
  'return_reception.recorded': { stage: 'receptionStage', accepted: 'yesNo' },
  'repatriation.followed_up': { finding: 'returnState' },
  'repatriation.conditions_told': { agreed: 'returnAgreed' },
  'person.added': { role: 'personRole' },
  'person.ended': { role: 'personRole' },
  'contact.attempted': {
    channel: 'contactChannel',
    outcome: 'attemptOutcome',
    codeWordGiven: 'codeWord',
  },
  'safe_contact.overridden': { channel: 'contactChannel', refusal: 'safeContactRefusal' },
  'expulsion.reviewed': { conclusion: 'expulsionConclusion' },
  'mistreatment.assessed': { conclusion: 'assessmentConclusion' },
};

/** Members that people wrote. */
const WRITTEN = [
  'number',
  'text',
  'note',
  'reason',
  'authority',
  'noticeAuthority',
  'court',
  'recipient',
  'nextSteps',
  'explanation',
  'assessment',
  'proof',
  'entryPoint',
  'aidNumber',
];

/** The substance of a timeline entry in one line; ids and dates are left to the file itself. */
export function useEntryText(): (entry: Entry) => string {
  const label = useLabel();
  const words = useWords();
  return ({ kind, data }) => {
    if (kind === 'answers.edited') {
      return [data.fields]
        .flat()
        .map((code) => label('field.answers', String(code)))
        .join(', ');
    }
    const named = [data.label, data.step].flatMap((name) => (name ? [words(name as Label)] : []));
    const coded = Object.entries({ ...CODED, ...BY_KIND[kind] }).flatMap(([name, vocabulary]) =>
      [data[name]]
        .flat()
        .flatMap((code) => (code || code === false ? [label(vocabulary, String(code))] : [])),
    );
    const written = WRITTEN.filter((name) => !BY_KIND[kind]?.[name]).flatMap((name) =>
      data[name] ? [String(data[name])] : [],
    );
    return [...named, coded.join(' · '), ...written].filter(Boolean).join('. ');
  };
}
