import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/actor';
import { Revisions } from '../../../platform/database/revisions';
import { DomainError } from '../../../platform/errors/domain-error';
import { CaseFiles } from '../../cases';
import { CatalogueFactsSource } from '../catalogue-facts.source';
import type { Answers } from '../domain/answers';
import { answersOf } from '../domain/catalogue-facts';
import { AnswerSheet, answerContext } from './answer-sheet';
import { CaseGround, type KeptFact } from './case-ground';

/** Edits what a case answers, under the version of the catalogue with which it was opened. */
@Injectable()
export class EditAnswers {
  constructor(
    private readonly ground: CaseGround,
    private readonly cases: CaseFiles,
    private readonly source: CatalogueFactsSource,
    private readonly sheet: AnswerSheet,
    private readonly revisions: Revisions,
  ) {}

  /**
   * Lays `values` over the answers; null takes one away. 412 with what changed when someone saved in
   * between; 422 VALIDATION_FAILED with each field to mend; 409 NO_FIELDS when its type asks nothing.
   */
  run(
    actor: Actor,
    caseId: string,
    expected: number,
    values: Record<string, unknown>,
  ): Promise<{ id: string; version: number; answers: Answers }> {
    return this.ground.on(actor, caseId, 'case.edit', async (file) => {
      await this.revisions.assertCurrent('case', caseId, file.case.version, expected);
      const facts = await this.source.of(caseId);
      if (!facts || facts.content.fields.length === 0)
        throw new DomainError('NO_FIELDS', { status: 409 });
      const { fields } = facts.content;
      const context = answerContext(file.now, file.zone, file.seesRestricted, false);
      const applied = this.sheet.apply(fields, answersOf(facts), values, context);
      const { changed, answers } = applied;
      if (changed.length > 0) {
        await this.sheet.save(caseId, fields, applied);
        await this.cases.update(file.case, {});
        const names = changed.map((field) => `answers.${field}`);
        await this.revisions.record('case', caseId, file.case.version, names);
        const restricted = new Set(
          fields.filter(({ tier }) => tier === 'restricted').map(({ code }) => code),
        );
        const entry = (tier: 'standard' | 'restricted'): KeptFact[] => {
          const own = changed.filter((code) => restricted.has(code) === (tier === 'restricted'));
          if (own.length === 0) return [];
          const data = { fields: own };
          return [{ kind: 'answers.edited', occurredAt: file.now, tier, data, details: data }];
        };
        await this.ground.record(file, ...entry('standard'), ...entry('restricted'));
      }
      return { id: caseId, version: file.case.version, answers };
    });
  }
}
