import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  Post,
  Query,
  Res,
  StreamableFile,
  UploadedFile,
  UseInterceptors,
} from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import { ApiAcceptedResponse, ApiBody, ApiConsumes, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { ApplyImportRequest, CheckImportRequest, ImportQuery, ImportResponse } from '#contract';
import type { Response } from 'express';
import { attachment } from '../jobs/attachment.js';
import { ApiFile, ApiRefusals } from '../openapi/api-answers.decorator.js';
import { IdPipe } from '../problems/id.pipe.js';
import { Roles, SignedIn } from '../security/access.decorator.js';
import type { SignedInAccount } from '../security/signed-in-account.js';
import { ImportsService } from './imports.service.js';
import { MAX_UPLOAD_BYTES, readMappingField, requireFile, type UploadedBytes } from './upload.js';

const UPLOAD = {
  schema: {
    type: 'object',
    required: ['file'],
    properties: {
      file: { type: 'string', format: 'binary', description: 'CSV (UTF-8 or CP932) or xlsx, at most 50 MB' },
      mapping: { type: 'string', description: 'JSON object: our column -> header of the file' },
    },
  },
};

@ApiTags('imports')
@Controller('imports')
@Roles('hr')
export class ImportsController {
  constructor(private readonly imports: ImportsService) {}

  /** Takes a file in and starts the dry run. Nothing is changed before `apply`. */
  @Post()
  @HttpCode(202)
  @UseInterceptors(
    FileInterceptor('file', { limits: { fileSize: MAX_UPLOAD_BYTES, files: 1, fields: 4 }, defParamCharset: 'utf8' }),
  )
  @ApiConsumes('multipart/form-data')
  @ApiBody(UPLOAD)
  @ApiAcceptedResponse({ type: ImportResponse })
  @ApiRefusals(400, 401, 403, 413)
  upload(
    @SignedIn() account: SignedInAccount,
    @Query() { kind }: ImportQuery,
    @UploadedFile() file: UploadedBytes | undefined,
    @Body('mapping') mapping: unknown,
  ): Promise<ImportResponse> {
    return this.imports.upload(account, kind, requireFile(file), readMappingField(mapping));
  }

  /** The last 20 of one kind, newest first, without their reports. */
  @Get()
  @ApiOkResponse({ type: [ImportResponse] })
  @ApiRefusals(400, 401, 403)
  list(@Query() { kind }: ImportQuery): Promise<ImportResponse[]> {
    return this.imports.list(kind);
  }

  @Get(':id')
  @ApiOkResponse({ type: ImportResponse })
  @ApiRefusals(401, 403, 404)
  get(@Param('id', IdPipe) id: string): Promise<ImportResponse> {
    return this.imports.get(id);
  }

  /** Runs the dry run again with another column mapping. */
  @Post(':id/check')
  @HttpCode(202)
  @ApiAcceptedResponse({ type: ImportResponse })
  @ApiRefusals(400, 401, 403, 404, 409)
  check(
    @SignedIn() account: SignedInAccount,
    @Param('id', IdPipe) id: string,
    @Body() { mapping }: CheckImportRequest,
  ): Promise<ImportResponse> {
    return this.imports.check(account, id, readMappingField(mapping));
  }

  /** Takes the file over as the dry run showed it. */
  @Post(':id/apply')
  @HttpCode(202)
  @ApiAcceptedResponse({ type: ImportResponse })
  @ApiRefusals(400, 401, 403, 404, 409)
  apply(
    @SignedIn() account: SignedInAccount,
    @Param('id', IdPipe) id: string,
    @Body() { acceptValid }: ApplyImportRequest,
  ): Promise<ImportResponse> {
    return this.imports.apply(account, id, acceptValid);
  }

  /** All listed errors for a spreadsheet program. */
  @Get(':id/errors.csv')
  @ApiFile(200, 'text/csv')
  @ApiRefusals(401, 403, 404)
  async getErrors(
    @Param('id', IdPipe) id: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StreamableFile> {
    const { fileName, data } = await this.imports.buildErrorList(id);
    return attachment(response, { fileName, contentType: 'text/csv; charset=utf-8', data });
  }
}
