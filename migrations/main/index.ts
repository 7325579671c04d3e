import { CreateAnalysis20261121000004 } from './20261121000004-create-analysis.js';
import { CreateCustody20261121000003 } from './20261121000003-create-custody.js';
import { CreateSchemas20261121000001 } from './20261121000001-create-schemas.js';
import { CreateCourses20261121000006 } from './20261121000006-create-courses.js';
import { CreateSuccession20261121000005 } from './20261121000005-create-succession.js';

/** In the order in which they run. Never edit one that has been released; add the next. */
export const MAIN_MIGRATIONS = [
  CreateSchemas20261121000001,
  CreateCustody20261121000003,
  CreateAnalysis20261121000004,
  CreateSuccession20261121000005,
  CreateCourses20261121000006,
];
