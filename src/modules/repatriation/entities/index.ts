import {
  BenefitNotice,
  Boarding,
  ItinerarySegment,
  JourneyPaperRow,
  ReturnArrival,
  RepatriationFollowUp,
  ReturnReception,
} from './journey.entity';
import {
  Repatriation,
  RepatriationConsultation,
  RepatriationDebt,
  RepatriationStep,
  RepatriationTemplate,
  RepatriationUndertaking,
} from './plan.entity';

export const repatriationEntities: (new () => object)[] = [
  RepatriationTemplate,
  Repatriation,
  RepatriationStep,
  RepatriationUndertaking,
  RepatriationConsultation,
  RepatriationDebt,
  JourneyPaperRow,
  ItinerarySegment,
  ReturnReception,
  Boarding,
  ReturnArrival,
  BenefitNotice,
  RepatriationFollowUp,
];
