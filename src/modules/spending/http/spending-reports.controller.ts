import { Controller, Get, Header, Param, Query, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiParam, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../platform/access/actor';
import { CurrentActor, Requires } from '../../../platform/access/decorators';
import { notFound } from '../../../platform/errors/domain-error';
import { CallerLanguage } from '../../../platform/http/decorators';
import { TableResponse } from '../../../platform/http/dto/table.response';
import type { Language } from '../../../platform/i18n/messages';
import { tableFile } from '../../../platform/tables/files';
import { ReadSpending } from '../reports/read-spending';
import { SPENDING_REPORTS, type SpendingReport } from '../reports/reports';
import { SpendingFileQuery, SpendingQuery } from './dto/spending.requests';

const REPORT = { name: 'report', enum: SPENDING_REPORTS } as const;

/** Reports on public money, each within the reader's reach and with its control totals. */
@ApiTags('spending')
@Controller('spending-reports')
export class SpendingReportsController {
  constructor(private readonly reading: ReadSpending) {}

  @Get(':report')
  @Requires('aid.read')
  @ApiParam(REPORT)
  show(
    @CurrentActor() actor: Actor,
    @Param('report') report: string,
    @Query() query: SpendingQuery,
    @CallerLanguage() language: Language,
  ): Promise<TableResponse> {
    return this.reading.run(actor, known(report), query, language) as Promise<TableResponse>;
  }

  /** As CSV for the accounting system, or as a sheet. */
  @Get(':report/file')
  @Requires('aid.read')
  @Header('Cache-Control', 'private, no-store')
  @ApiParam(REPORT)
  @ApiProduces('text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async file(
    @CurrentActor() actor: Actor,
    @Param('report') report: string,
    @Query() { format, ...range }: SpendingFileQuery,
    @CallerLanguage() language: Language,
  ): Promise<StreamableFile> {
    const table = await this.reading.run(actor, known(report), range, language);
    return tableFile(table, format, `${report}-${range.from}-${range.to}`);
  }
}

function known(report: string): SpendingReport {
  if (!(SPENDING_REPORTS as readonly string[]).includes(report)) throw notFound();
  return report as SpendingReport;
}
