export { PaperFactsModule, PapersModule } from './papers.module';
export { papersEntities } from './paper.entity';
export { papersMessages } from './messages';
export { PaperFacts, type PaperFactsSource, type PaperPlace } from './paper-facts';
export type { GroupData, VariableGroup } from './domain/variables';
export { atPlace, dateInWords, shortDate, timeOfDay } from './domain/spanish';
