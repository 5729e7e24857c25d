import { Injectable } from '@nestjs/common';
import { FamilyTools, FamilyWork, type FamilyFile } from '../obligations';
import type { MissingFacts } from './domain/missing-facts';
import { MissingFactsSource } from './missing-facts.source';

export type MissingFile = FamilyFile<MissingFacts>;

/** The way of every write to a case of a missing person. */
@Injectable()
export class MissingWork extends FamilyWork<MissingFacts> {
  constructor(tools: FamilyTools, source: MissingFactsSource) {
    super(tools, source, 'standard');
  }
}
