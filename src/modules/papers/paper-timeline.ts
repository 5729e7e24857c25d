import { Injectable, type OnModuleInit } from '@nestjs/common';
import { z } from 'zod';
import { CaseRegistry, protectedTextData } from '../cases';

const paper = { paperId: z.uuid(), paper: z.string(), number: z.string().nullable() };

/** What papers tell the timeline of their case. */
@Injectable()
export class PaperTimeline implements OnModuleInit {
  constructor(private readonly registry: CaseRegistry) {}

  onModuleInit(): void {
    this.registry.addTimelineKinds({
      'paper.issued': z.object(paper),
      'paper.annulled': z.object({ ...paper, reason: protectedTextData }),
    });
  }
}
