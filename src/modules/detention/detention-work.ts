import { Injectable } from '@nestjs/common';
import { FamilyTools, FamilyWork, type FamilyFile } from '../obligations';
import { DetentionFactsSource, type LoadedFacts } from './detention-facts.source';

export type DetentionFile = FamilyFile<LoadedFacts>;

/** The way of every write to a detention. */
@Injectable()
export class DetentionWork extends FamilyWork<LoadedFacts> {
  constructor(tools: FamilyTools, source: DetentionFactsSource) {
    super(tools, source, 'standard');
  }
}
