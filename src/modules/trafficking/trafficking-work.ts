import { Injectable } from '@nestjs/common';
import { FamilyTools, FamilyWork, type FamilyFile } from '../obligations';
import type { TraffickingFacts } from './domain/trafficking-facts';
import { TraffickingFactsSource } from './trafficking-facts.source';

export type TraffickingFile = FamilyFile<TraffickingFacts>;

/** The way of every write to a case of trafficking. */
@Injectable()
export class TraffickingWork extends FamilyWork<TraffickingFacts> {
  constructor(tools: FamilyTools, source: TraffickingFactsSource) {
    super(tools, source, 'restricted');
  }
}
