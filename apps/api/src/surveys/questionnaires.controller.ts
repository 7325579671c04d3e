import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CheckQuestionnaireRequest, CheckQuestionnaireResponse, QuestionnaireSummary } from '#contract';
import { validateQuestionnaire } from '#survey-model';
import { ApiRefusals } from '../openapi/api-answers.decorator.js';
import { Roles } from '../security/access.decorator.js';
import { builtInQuestionnaires } from './built-in-questionnaires.js';

@ApiTags('surveys')
@Controller('questionnaires')
@Roles('hr')
export class QuestionnairesController {
  /** The questionnaires that ship with the product, to start from. */
  @Get()
  @ApiOkResponse({ type: [QuestionnaireSummary] })
  @ApiRefusals(401, 403)
  list(): Promise<QuestionnaireSummary[]> {
    return builtInQuestionnaires();
  }

  /** All that is wrong with a questionnaire; an empty list when it may be used. */
  @Post('check')
  @HttpCode(200)
  @ApiOkResponse({ type: CheckQuestionnaireResponse })
  @ApiRefusals(400, 401, 403)
  check(@Body() { questionnaire }: CheckQuestionnaireRequest): CheckQuestionnaireResponse {
    const validation = validateQuestionnaire(questionnaire);
    return { errors: 'errors' in validation ? [...validation.errors] : [] };
  }
}
