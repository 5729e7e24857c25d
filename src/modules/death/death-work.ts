import { Injectable } from '@nestjs/common';
import { FamilyTools, FamilyWork, type FamilyFile } from '../obligations';
import { DeathFactsSource } from './death-facts.source';
import type { DeathFacts } from './domain/death-facts';

export type DeathFile = FamilyFile<DeathFacts>;

/** The way of every write to a case of a death. */
@Injectable()
export class DeathWork extends FamilyWork<DeathFacts> {
  constructor(tools: FamilyTools, source: DeathFactsSource) {
    super(tools, source, 'standard');
  }
}
