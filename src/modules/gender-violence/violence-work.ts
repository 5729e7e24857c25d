import { Injectable } from '@nestjs/common';
import { FamilyTools, FamilyWork, type FamilyFile } from '../obligations';
import type { ViolenceFacts } from './domain/violence-facts';
import { ViolenceFactsSource } from './violence-facts.source';

export type ViolenceFile = FamilyFile<ViolenceFacts>;

/** The way of every write to a case of gender violence. */
@Injectable()
export class ViolenceWork extends FamilyWork<ViolenceFacts> {
  constructor(tools: FamilyTools, source: ViolenceFactsSource) {
    super(tools, source, 'restricted');
  }
}
