import type { Labels } from '../../../platform/i18n/bilingual';
import type { Level } from '../../../platform/questionnaires/questionnaire';

export {
  ANSWERS as RISK_ANSWERS,
  evaluate as assessRisk,
  LEVELS as RISK_LEVELS,
  mayRaise,
  misanswered,
  questionnaireSchema as riskInstrumentSchema,
  rankOf,
  type Answer as RiskAnswer,
  type Answers as RiskAnswers,
  type Level as RiskLevel,
  type Questionnaire as RiskInstrumentContent,
} from '../../../platform/questionnaires/questionnaire';

/** How much danger there is (taxonomy, *Violence*). */
export const RISK_LEVEL_LABELS: Labels<Level> = {
  low: { es: 'Bajo', en: 'Low' },
  moderate: { es: 'Moderado', en: 'Moderate' },
  high: { es: 'Alto', en: 'High' },
  extreme: { es: 'Extremo', en: 'Extreme' },
};
