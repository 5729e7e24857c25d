import { Incident, IncidentPerson } from './incident.entity';
import { IncidentEvent, IncidentMention, IncidentNeed } from './person-facts.entity';

export const crisisEntities: (new () => object)[] = [
  Incident,
  IncidentPerson,
  IncidentEvent,
  IncidentMention,
  IncidentNeed,
];
