import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/actor';
import { ProtectedText, type StoredText } from '../../../platform/crypto/protected-text';
import { Database } from '../../../platform/database/database';
import { statement } from '../../../platform/database/statement';
import { recordsOf } from '../shown-person';

const HISTORY = statement(
  'people.merge_history',
  `SELECT m.id, m.person_id AS "personId", m.survivor_id AS "survivorId", m.reason, m.recorded_at AS "mergedAt",
          a.display_name AS "mergedBy", m.undone_at AS "undoneAt", u.display_name AS "undoneBy",
          m.undone_reason AS "undoneReason",
          concat_ws(' ', p.given_names, p.first_surname, p.second_surname) AS "personName",
          concat_ws(' ', s.given_names, s.first_surname, s.second_surname) AS "survivorName"
     FROM person_merges m JOIN persons p ON p.id = m.person_id JOIN persons s ON s.id = m.survivor_id
     LEFT JOIN staff_names a ON a.id = m.merged_by LEFT JOIN staff_names u ON u.id = m.undone_by
    WHERE m.person_id IN ${recordsOf('$1')} OR m.survivor_id IN ${recordsOf('$1')}
    ORDER BY m.recorded_at DESC, m.id DESC LIMIT 200`,
);

export interface MergeView {
  id: string;
  /** The duplicate. */
  personId: string;
  personName: string;
  survivorId: string;
  survivorName: string;
  reason: string;
  mergedAt: string;
  mergedBy: string | null;
  undoneAt: string | null;
  undoneBy: string | null;
  undoneReason: string | null;
}

/** Which records were made one person and which were parted again, by whom and why. */
@Injectable()
export class MergeHistory {
  constructor(private readonly database: Database) {}

  show(actor: Actor, id: string): Promise<{ items: MergeView[] }> {
    actor.require('person.read');
    return this.database.inTransaction(actor, async () => {
      const rows = await this.database.query<Row>(HISTORY, [id]);
      return {
        items: rows.map((row) => ({
          ...row,
          reason: ProtectedText.fromStored(row.reason).reveal(),
          mergedAt: row.mergedAt.toISOString(),
          undoneAt: row.undoneAt?.toISOString() ?? null,
          undoneReason: row.undoneReason
            ? ProtectedText.fromStored(row.undoneReason).reveal()
            : null,
        })),
      };
    });
  }
}

interface Row extends Omit<MergeView, 'reason' | 'mergedAt' | 'undoneAt' | 'undoneReason'> {
  reason: StoredText;
  mergedAt: Date;
  undoneAt: Date | null;
  undoneReason: StoredText | null;
}
