import { Controller, Get, Header, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../platform/access/actor';
import { CurrentActor, Requires } from '../../../platform/access/decorators';
import { Id } from '../../../platform/http/decorators';
import { asPdf } from '../../papers';
import { AuditFile } from '../audit-file/audit-file';

/** The whole of one aid on paper. */
@ApiTags('spending')
@Controller('aid')
export class AuditFileController {
  constructor(private readonly files: AuditFile) {}

  /** One PDF with the aid, its decisions, its money and its files, as far as the reader may see them. */
  @Get(':id/audit-file')
  @Requires('aid.read')
  @Header('Cache-Control', 'private, no-store')
  @ApiProduces('application/pdf')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async print(@CurrentActor() actor: Actor, @Id() id: string): Promise<StreamableFile> {
    return asPdf(await this.files.print(actor, id));
  }
}
