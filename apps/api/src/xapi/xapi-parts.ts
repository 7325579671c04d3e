import { DirectoryService } from './directory.service.js';
import { StatementsService } from './statements.service.js';
import { XapiController } from './xapi.controller.js';

/** Everything about statements of learning systems, for `api.module`. */
export const XAPI_CONTROLLERS = [XapiController];
export const XAPI_SERVICES = [DirectoryService, StatementsService];
