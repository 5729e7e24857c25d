import { CivilDate } from '../../../../platform/http/dto/fields';

export class TraffickingExportQuery {
  /** First civil day of opening. */
  @CivilDate() from: string;
  /** Last civil day of opening. */
  @CivilDate() to: string;
}
