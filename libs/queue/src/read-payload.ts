import { DomainError } from '#survey-model';
import { validateSync } from 'class-validator';
import { JOBS, type JobName, type JobPayload } from './job-definitions.js';

/**
 * A stored payload as an instance of its class, checked by the class's decorators.
 * @throws DomainError "bad-job-payload" naming the wrong properties, never their values
 */
export function readPayload<Name extends JobName>(
  name: Name,
  stored: Readonly<Record<string, unknown>>,
): JobPayload<Name> {
  const Payload = JOBS[name].payload as new () => JobPayload<Name>;
  const payload = Object.assign(new Payload(), stored);
  const errors = validateSync(payload, { whitelist: true, forbidNonWhitelisted: true, forbidUnknownValues: false });
  if (errors.length === 0) return payload;
  const properties = errors.map((error) => error.property).join(', ');
  throw new DomainError(
    'invalid',
    'bad-job-payload',
    `処理「${name}」の依頼内容が正しくありません(${properties})。画面からもう一度依頼してください。`,
    `The payload of the job ${name} is wrong (${properties}). Request it again.`,
  );
}
