import { z } from 'zod';
import { inOrder, PlanRefused } from './schedule';
import { REPATRIATION_TYPES, type RepatriationType } from './repatriation-type';
import { OWNER_ROLES } from './vocabulary';

const words = z.strictObject({ es: z.string().min(1).max(200), en: z.string().min(1).max(200) });

const stepSchema = z.strictObject({
  code: z.string().regex(/^[a-z][a-z_]{0,39}$/),
  label: words,
  /** The case does not close before it is done or found not to be needed. */
  mandatory: z.boolean(),
  /** Usual length in calendar days. */
  days: z.int().min(0).max(365),
  /** Codes of the steps that end before it begins. */
  after: z.array(z.string()).max(20),
  ownerRole: z.enum(OWNER_ROLES),
  /** Documents that it asks for. */
  documents: z.array(words).max(20),
});
export type StepTemplate = z.infer<typeof stepSchema>;

/** The steps of one type; refused when they cannot be laid out in time: a cycle, an unknown step. */
const planSchema = z
  .array(stepSchema)
  .min(1)
  .max(60)
  .superRefine((steps, context) => {
    try {
      inOrder(steps);
    } catch (error) {
      if (!(error instanceof PlanRefused)) throw error;
      context.addIssue({ code: 'custom', message: error.fault, params: { steps: error.codes } });
    }
  });

/** The plan of every type, as one version. */
export const templatesSchema = z.strictObject(
  Object.fromEntries(REPATRIATION_TYPES.map((type) => [type, planSchema])) as Record<
    RepatriationType,
    typeof planSchema
  >,
);
export type PlanTemplates = z.infer<typeof templatesSchema>;

/**
 * Steps that a fact ends: they are done when it is recorded, and never by hand. Whatever other steps
 * headquarters puts into a template are done by whoever does them.
 */
export const STEPS_OF_FACTS = {
  undertaking: 'undertaking',
  consulted: 'prior_consultation',
  travelDocument: 'travel_document',
  authorised: 'authorisations',
  cleared: 'medical_clearance',
  escorted: 'escort',
  ticketed: 'ticket_issued',
  reception: 'reception_in_peru',
  boarded: 'boarded',
  arrived: 'arrival_confirmed',
  handedOver: 'handed_over',
  followedUp: 'follow_up',
  benefitsTold: 'returnee_information',
} as const;
export type FactOfStep = keyof typeof STEPS_OF_FACTS;

export const endsByFact = (code: string): boolean =>
  (Object.values(STEPS_OF_FACTS) as string[]).includes(code);
